"""How sure a head-count is: the ways to count the people of a text, and what speaks for each."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.counts.people_range import PeopleRange
from flows.hunches.choice import choice
from flows.hunches.marks import is_proven, marks_of
from flows.hunches.ways import Look, Seen, ways_of
from flows.lexicon import Lexicon
from tests.language.first_looks import look_at


def _seen(size: int, *, start: int = 0, share: float = 0.9) -> Seen:
    return Seen(size, size, start, start + 1, "general", "plain", True, False, share)


def _look(*sizes: int, named: int = 0, read: int | None = None) -> Look:
    numbers = tuple(_seen(size, start=9 * place) for place, size in enumerate(sizes))
    return Look(numbers, named, 40, _size(read), has_target=False)


def _size(people: int | None) -> PeopleRange | None:
    return PeopleRange(people, people) if people else None


def _sizes(look: Look) -> set[int]:
    return {size.high for size in ways_of(look) if size}


@pytest.mark.parametrize(
    ("sizes", "named", "read"),
    [((10, 6, 4), 0, 10), ((5, 2, 3, 11), 0, 11), ((14, 10, 2), 2, 14)],
)
def test_what_others_add_up_to_is_proven(sizes: tuple[int, ...], named: int, read: int) -> None:
    assert is_proven(_look(*sizes, named=named, read=read))


@pytest.mark.parametrize(
    ("sizes", "read"),
    [((10, 6, 3), 19), ((10, 6, 2), 10), ((2, 20, 3, 5), 5), ((4, 2, 1), 4), ((5,), 5), ((), None)],
)
def test_what_nothing_adds_up_to_is_not_proven(sizes: tuple[int, ...], read: int | None) -> None:
    assert not is_proven(_look(*sizes, read=read))


def test_a_number_that_hardly_counts_people_is_not_proven() -> None:
    parts = (_seen(6), _seen(4, start=9), _seen(10, start=18, share=0.1))
    assert not is_proven(Look(parts, 0, 40, _size(10), has_target=False))


def test_a_number_alone_their_sums_and_who_is_named_are_ways() -> None:
    assert _sizes(_look(3, 5)) == {3, 5, 8}
    assert _sizes(_look(3, 5, named=1)) == {1, 3, 4, 5, 6, 8, 9}


def test_no_size_and_what_was_read_are_always_among_the_ways() -> None:
    assert set(ways_of(_look(read=40))) == {None, PeopleRange(40, 40)}


def test_more_people_than_are_planned_for_are_no_way() -> None:
    assert _sizes(_look(3000, 4000)) == {3000, 4000}


def test_the_parts_prove_the_whole() -> None:
    look, whole = _look(10, 4, 6), PeopleRange(10, 10)
    assert marks_of(look, whole, [w for w in ways_of(look)[whole] if len(w.places) == 1])["proven"]


def test_a_number_that_is_counted_twice_is_weighed_like_any_other(lexicon: Lexicon) -> None:
    look = look_at(lexicon, "12 telemarketers, a team lead for every six, leads are extra")
    assert look.seen[0].start == look.seen[1].start
    assert choice(lexicon.hunches.weights, look)


@given(
    st.lists(st.tuples(st.integers(0, 6000), st.floats(0, 1)), max_size=30),
    st.integers(0, 20),
    st.none() | st.integers(1, 5000),
)
def test_likelihoods_of_all_sizes_add_up_to_one(
    numbers: list[tuple[int, float]], named: int, read: int | None
) -> None:
    seen = tuple(_seen(n, start=9 * i, share=p) for i, (n, p) in enumerate(numbers))
    look = Look(seen, named, 400, _size(read), has_target=False)
    shares = choice({"in": 0.3, "out": 0.3, "read": 1.5, "sum_uneven": -1.0}, look)
    assert math.isclose(sum(shares.values()), 1)
    assert list(shares.values()) == sorted(shares.values(), reverse=True)


@pytest.mark.parametrize(
    "text", ["淘宝店9个人，求方案", "telesales, 12 people", "客服6人，质检1人"]
)
def test_a_plain_head_count_is_nearly_certain(lexicon: Lexicon, text: str) -> None:
    look = look_at(lexicon, text)
    shares = choice(lexicon.hunches.weights, look)
    assert look.read == next(iter(shares))
    assert shares[look.read] > 0.9
