"""The eight invariants, for every channel, stage, variant and size.

By default head-counts are tried at every size, trees at 1 to 400, where a leader or support post
is added, and at others picked by a fixed rule; `--long` tries (nearly) every tree.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.model import MAX_SIZE
from knowledge.plan import plan, plan_of
from knowledge.sequence import Hire, hires
from tests.knowledge.briefs import Case, cases, name
from tests.knowledge.soundness import faults

pytestmark = pytest.mark.invariants
KNOWLEDGE, AGAIN = load(), load()


def _sequence(knowledge: Knowledge, case: Case) -> list[Hire]:
    channel, stage, variants = case
    return hires(knowledge.channels[channel], stage, variants, MAX_SIZE)


def _brief(case: Case, size: int) -> Brief:
    channel, stage, variants = case
    return Brief(channel, stage, False, size, size, variants)


def _assert_sound(knowledge: Knowledge, case: Case, sizes: list[int]) -> None:
    sequence = _sequence(knowledge, case)
    for size in sizes:
        made = plan_of(knowledge, _brief(case, size), sequence)
        assert list(faults(knowledge, made)) == [], f"{name(case)} at {size} people"


@pytest.mark.parametrize("case", cases(), ids=name)
def test_one_more_person_is_exactly_one_more_post_of_one_role(
    knowledge: Knowledge, case: Case
) -> None:
    sequence = _sequence(knowledge, case)
    assert [hire.size for hire in sequence] == list(range(1, MAX_SIZE + 1))
    held: dict[str, int] = {}
    for hire in sequence:
        assert hire.held == held.get(hire.role, 0)
        held[hire.role] = hire.held + 1


@pytest.mark.parametrize("case", cases(plain_only=True), ids=name)
def test_a_shorter_sequence_is_the_beginning_of_a_longer_one(
    knowledge: Knowledge, case: Case
) -> None:
    channel, stage, variants = case
    longest = _sequence(knowledge, case)
    for size in (1, 2, 13, 61, 500):
        assert hires(knowledge.channels[channel], stage, variants, size) == longest[:size]


@pytest.mark.parametrize("case", cases(), ids=name)
def test_plans_of_up_to_400_people_are_sound(knowledge: Knowledge, case: Case) -> None:
    step = 1 if not case[2] else 3
    _assert_sound(knowledge, case, list(range(1, 401, step)))


@pytest.mark.parametrize("case", cases(plain_only=True), ids=name)
def test_plans_where_a_leader_or_support_post_is_added_are_sound(
    knowledge: Knowledge, case: Case
) -> None:
    sequence = _sequence(knowledge, case)
    added = [h.size for h in sequence if h.line.kind != "front" and h.size > 400]
    others = list(range(401, MAX_SIZE + 1, 23))
    _assert_sound(knowledge, case, sorted({*added, *others, MAX_SIZE}))


@pytest.mark.long
@pytest.mark.parametrize("case", cases(), ids=name)
def test_plans_of_every_size_are_sound(knowledge: Knowledge, case: Case) -> None:
    """Try every size of every plain case; with variants every ninth above 600 people."""
    step = 9 if case[2] else 1
    _assert_sound(knowledge, case, [*range(1, 601), *range(601, MAX_SIZE + 1, step)])


@given(
    case=st.sampled_from(cases()),
    size=st.integers(1, MAX_SIZE - 1),
)
def test_growing_by_one_never_leaves_a_function_without_owner(case: Case, size: int) -> None:
    small, large = (plan(KNOWLEDGE, _brief(case, n)) for n in (size, size + 1))
    assert {c.function for c in small.coverage} == {c.function for c in large.coverage}


@given(case=st.sampled_from(cases()), size=st.integers(1, MAX_SIZE))
def test_the_same_brief_gives_the_same_plan(case: Case, size: int) -> None:
    assert plan(KNOWLEDGE, _brief(case, size)) == plan(AGAIN, _brief(case, size))


def test_every_size_has_exactly_one_rule(knowledge: Knowledge) -> None:
    for channel in knowledge.channels.values():
        for stage, rows in (
            (stage, sorted((r.low, r.high) for r in channel.rules if r.stage == stage))
            for stage in ("startup", "growth", "mature")
        ):
            assert rows[0][0] == 1, (channel.id, stage)
            assert rows[-1][1] == MAX_SIZE
            assert all(one[1] + 1 == other[0] for one, other in pairwise(rows))
