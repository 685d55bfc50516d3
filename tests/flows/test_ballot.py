"""Votes: what is offered, who wins, and a winner that becomes the plan without losing anything."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.codes import decode
from flows.draft import EMPTY, Draft
from flows.editing.change import MOST_VERSIONS
from flows.shelf import Kept, Version
from flows.workshop.ballot import (
    MOST_CHOSEN,
    MOST_OFFERED,
    choices,
    chosen,
    elected,
    winners,
    with_toggled,
)
from knowledge.edits import Resize, Staff
from knowledge.model import CHANNELS
from knowledge.plan import plan
from tests.flows.talk import knowledge

LARGER, SMALLER = (Resize("p2", 12),), (Resize("p2", 9),)
BOB = Staff("p1", ("Bob",))
KINDS = {"telesales": "ts", "ecommerce": "ec", "customer_service": "cs", "marketing": "mk"}


def kept_of(code: str, **values: object) -> Kept:
    brief = decode(knowledge(), code)
    assert brief
    return replace(Kept(brief), **values)  # type: ignore[arg-type]


def with_edits(kept: Kept, *edits: Resize | Staff) -> Kept:
    brief = replace(kept.brief, edits=edits)
    extra = plan(knowledge(), brief).people - brief.size
    return replace(kept, brief=brief, steps=(1,) * len(edits), extra=extra)


def elect(draft: Draft, code: str, kept: Kept, winner: Kept) -> tuple[Draft, str, Kept]:
    draft, own = elected(knowledge(), draft, code, kept, winner.brief, "Result 1")
    found = draft.shelf.find(own)
    assert found
    return draft, own, found


def test_versions_are_offered_but_none_that_is_the_plan_itself() -> None:
    versions = (Version("wide", LARGER), Version("", SMALLER), Version("now", (BOB,)))
    kept = with_edits(kept_of("ts-s-12", versions=versions), BOB)
    offered = choices(knowledge(), EMPTY, kept)
    assert [(c.key, c.kind, c.what) for c in offered] == [
        ("v1", "version", "wide"),
        ("v2", "version", ""),
    ]


def test_a_plan_without_versions_is_put_against_its_neighbours() -> None:
    offered = choices(knowledge(), EMPTY, kept_of("ts-g-55"))
    assert [(c.kind, c.what) for c in offered] == [
        ("with", "sdr_and_closers"),
        ("with", "consultative"),
        ("stage", "startup"),
        ("size", "61"),
        ("size", "44"),
    ], "the mature team of 55 is the same"


def test_an_edited_plan_is_put_against_what_it_was() -> None:
    first, *_ = choices(knowledge(), EMPTY, with_edits(kept_of("ts-s-12"), BOB, *LARGER))
    assert first.kind == "made"
    assert first.brief.edits == (BOB,), "whoever sits there stays"


@pytest.mark.parametrize(
    ("channel", "stage", "size"),
    [
        *product(CHANNELS, "sgm", (1, 2, 9, 60, 700)),
        ("ecommerce", "m", 5000),
        *(pytest.param(c, s, 5000, marks=pytest.mark.long) for c, s in product(CHANNELS, "sgm")),
    ],
)
def test_every_plan_has_something_that_differs_to_be_put_against(
    channel: str, stage: str, size: int
) -> None:
    kept = kept_of(f"{KINDS[channel]}-{stage}-{size}")
    offered = choices(knowledge(), EMPTY, kept)
    plans = [plan(knowledge(), brief).posts for brief in (kept.brief, *(c.brief for c in offered))]
    assert 1 <= len(offered) <= MOST_OFFERED
    assert len({choice.key for choice in offered}) == len(offered)
    assert all(one != other for i, one in enumerate(plans) for other in plans[:i])


def test_only_what_is_offered_can_be_chosen_and_two_at_most() -> None:
    offered = choices(knowledge(), EMPTY, kept_of("ts-g-55"))
    one, two, three = (choice.key for choice in offered[:3])
    assert chosen(offered, "") == ()
    assert chosen(offered, f"{two}.{one}") == (offered[1], offered[0])
    for keys in (f"{one}.{two}.{three}", f"{one}.{one}", "v1", "..", "now"):
        assert chosen(offered, keys) is None
    assert with_toggled([one, two], three) == (two, three)
    assert with_toggled([one, two], one) == (two,)


@given(st.lists(st.sampled_from("abcdef"), max_size=30))
def test_tapping_alternatives_never_chooses_too_many(tapped: list[str]) -> None:
    keys: tuple[str, ...] = ()
    for key in tapped:
        keys = with_toggled(keys, key)
    assert len(set(keys)) == len(keys) <= MOST_CHOSEN


def test_most_votes_win_and_a_tie_has_several_winners() -> None:
    assert winners((1, 3, 0)) == (1,)
    assert winners((2, 2, 1)) == (0, 1)
    assert winners((0, 0)) == ()


def test_the_plan_as_it_is_may_win_and_goes_on_as_it_is_by_now() -> None:
    start = with_edits(kept_of("ts-s-12"), *LARGER)
    now = with_edits(start, *LARGER, BOB)
    _, own, after = elect(EMPTY, "@4", now, start)
    assert own == "@4"
    assert (after.brief, after.steps) == (now.brief, now.steps)
    assert after.versions == (Version("Result 1", now.brief.edits),)


def test_a_winning_version_keeps_who_sits_there_and_what_was_before() -> None:
    now = with_edits(kept_of("ts-s-12", versions=(Version("wide", LARGER),)), BOB, *SMALLER)
    draft, own, after = elect(EMPTY, "@4", now, with_edits(now, *LARGER))
    assert after.brief.edits == (*LARGER, BOB)
    assert [version.name for version in after.versions] == ["wide", "", "Result 1"]
    assert after.versions[1].edits == (BOB, *SMALLER)
    assert (draft.plan, draft.asked, after.extra) == (own, None, 1)


def test_a_winner_of_another_kind_becomes_a_plan_beside_the_one_voted_on() -> None:
    now = with_edits(kept_of("ts-s-12", name="Ours"), BOB)
    draft, own, after = elect(EMPTY, "@4", now, kept_of("ts-s-20"))
    assert own != "@4"
    assert draft.shelf.find("@4") is None, "it was not touched"
    assert (after.name, after.brief.size) == ("Ours", 20)
    assert [edit.names for edit in after.brief.edits if isinstance(edit, Staff)] == [("Bob",)]
    assert [version.name for version in after.versions] == ["Result 1"]


def test_a_plan_that_nobody_edited_gets_a_code_of_its_own() -> None:
    now = kept_of("ts-s-12")
    _, own, after = elect(EMPTY, "ts-s-12", now, now)
    assert own == "@1"
    assert after.versions == (Version("Result 1", ()),)


@given(st.integers(0, MOST_VERSIONS))
def test_a_result_never_takes_the_place_of_a_version_with_a_name(count: int) -> None:
    named = tuple(Version(f"v{number}", (Resize("p2", 13 + number),)) for number in range(count))
    now = with_edits(kept_of("ts-s-12", versions=named), *SMALLER)
    _, _, after = elect(EMPTY, "@4", now, with_edits(now, *LARGER))
    assert after.versions[:count] == named
    assert len(after.versions) <= MOST_VERSIONS
    assert after.brief.edits == LARGER
