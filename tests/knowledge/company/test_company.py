"""A company: sums, one root, owners, one hire at a time, and every part just as it was told."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.brief import Brief, Part
from knowledge.company.programme import OFFICER, planned_parts
from knowledge.company.room import at_stage, settled, with_room
from knowledge.company.sequence import staffed_parts
from knowledge.growth.events import FirstPost, FurtherLeader, NewForm, NewLayer
from knowledge.growth.path import path
from knowledge.loader import load
from knowledge.model import CHANNELS, COMPANY, MAX_SIZE, OTHER_TEAMS, SHARED, STAGES
from knowledge.plan import Plan, plan, plan_of
from knowledge.staffing import hires_of
from tests.knowledge.company.companies import KNOWLEDGE, any_parts, companies, company
from tests.knowledge.soundness import faults

SWEEP = 260  # people; every size up to it is looked at for some mixes
MIXES = (
    (("telesales", 40), ("customer_service", 20)),
    (("ecommerce", 30), ("marketing", 10), ("customer_service", 15)),
    (("telesales", 5), ("ecommerce", 5), ("customer_service", 5), ("marketing", 5)),
    (("marketing", 1),),
)


def counts(made: Plan) -> Counter[str]:
    return Counter({count.role: count.people for count in made.counts})


def sized(brief: Brief, size: int) -> Brief:
    return replace(brief, size=size, size_low=size)


@settings(max_examples=60)
@given(brief=companies())
def test_every_company_is_sound_and_its_parts_are_what_was_told(brief: Brief) -> None:
    made = plan(KNOWLEDGE, brief)
    assert list(faults(KNOWLEDGE, made)) == []
    assert staffed_parts(KNOWLEDGE, brief) == brief.parts
    people: Counter[str] = Counter()
    for post in made.posts:
        people[KNOWLEDGE.roles[post.role].channel] += post.headcount
    for part in planned_parts(brief):
        officers = people[part.channel] < part.people  # divisions have an officer of their own
        assert people[part.channel] == part.people or officers
    other = sum(p.people for p in brief.parts if p.channel == OTHER_TEAMS)
    assert people[COMPANY] == other


@pytest.mark.parametrize(("named", "stage"), list(product(MIXES, STAGES)))
def test_a_company_grows_by_exactly_one_post_and_stays_sound(
    named: tuple[tuple[str, int], ...], stage: str
) -> None:
    brief = company(next(s for s in STAGES if s == stage), None, *named, (OTHER_TEAMS, 7))
    sequence = hires_of(KNOWLEDGE, brief, SWEEP)
    assert [hire.size for hire in sequence] == list(range(1, SWEEP + 1))
    held: Counter[str] = Counter()
    for hire in sequence:
        assert hire.held == held[hire.role]
        held[hire.role] += 1
        if hire.size <= 40 or hire.held == 0 or hire.size % 7 == 0:
            made = plan_of(KNOWLEDGE, sized(brief, hire.size), sequence)
            assert list(faults(KNOWLEDGE, made)) == [], hire.size
            assert counts(made) == held


@pytest.mark.parametrize("size", [600, 1500, 3200, MAX_SIZE])
def test_a_large_company_is_sound(size: int) -> None:
    named = [(channel, 100 * i) for i, channel in enumerate(CHANNELS, 1)]
    brief = company("mature", None, *named, (OTHER_TEAMS, 50))
    made = plan(KNOWLEDGE, sized(brief, size))
    assert list(faults(KNOWLEDGE, made)) == []


@settings(max_examples=40)
@given(channel=st.sampled_from(CHANNELS), people=st.integers(1, 55), stage=st.sampled_from(STAGES))
def test_a_part_is_the_plan_of_its_channel_alone(channel: str, people: int, stage: str) -> None:
    known = next(s for s in STAGES if s == stage)
    brief = company(known, None, (channel, people), (OTHER_TEAMS, 3))
    alone = plan(KNOWLEDGE, Brief(channel, known, False, people, people, ()))
    made = plan(KNOWLEDGE, brief)
    own = [post for post in made.posts if KNOWLEDGE.roles[post.role].channel == channel]
    depth = own[0].depth
    assert [(p.role, p.headcount, p.depth - depth) for p in own] == [
        (p.role, p.headcount, p.depth) for p in alone.posts
    ]
    assert own[0].reports_to in {p.id for p in made.posts if p.role in ("founder_ceo", OFFICER)}
    inside = {post.id: post.role for post in made.posts}
    owners = {c.function: (c.role, inside[c.post], c.hat) for c in made.coverage}
    roles = {post.id: post.role for post in alone.posts}
    for c in alone.coverage:
        assert owners[c.function] == (c.role, roles[c.post], c.hat)


@settings(max_examples=40)
@given(brief=companies())
def test_shared_work_is_owned_by_shared_posts_and_books_and_cash_by_two(brief: Brief) -> None:
    made = plan(KNOWLEDGE, brief)
    roles = {post.id: post.role for post in made.posts}
    for item in made.coverage:
        channel = KNOWLEDGE.functions[item.function].channel
        owner = KNOWLEDGE.roles[item.role].channel
        if channel == SHARED:
            assert owner == SHARED
        else:
            assert owner == channel or item.role == OFFICER
    owners = {c.function: roles[c.post] for c in made.coverage}
    for function in ("finance_accounting", "cash_payments"):
        assert owners[function] not in KNOWLEDGE.functions[function].controls


@given(stage=st.sampled_from(STAGES), parts=any_parts(400), data=st.data())
@settings(max_examples=30)
def test_the_way_between_two_sizes_is_what_their_plans_differ_in(
    stage: str, parts: tuple[Part, ...], data: st.DataObject
) -> None:
    known = next(s for s in STAGES if s == stage)
    start, target = data.draw(st.lists(st.integers(1, 300), min_size=2, max_size=2, unique=True))
    brief = Brief(COMPANY, known, False, target, target, (), parts=parts)
    way = path(KNOWLEDGE, brief, start)
    before, after = (counts(plan(KNOWLEDGE, sized(brief, size))) for size in (start, target))
    assert Counter(way.totals) == (after - before if way.is_growing else before - after)
    back = path(KNOWLEDGE, sized(brief, start), target)
    assert back.steps == way.steps[::-1]
    assert back.milestones == way.milestones[::-1]


def test_the_milestones_of_a_way_are_true_of_the_plans_it_passes() -> None:
    brief = company("growth", 130, ("telesales", 40), ("customer_service", 20))
    way = path(KNOWLEDGE, brief, 1)
    found = [(m.size, e) for m in way.milestones for e in m.events]
    levels, roles, forms = {}, {}, {}
    before = plan(KNOWLEDGE, sized(brief, 1))
    for size in range(2, 131):
        after = plan(KNOWLEDGE, sized(brief, size))
        if after.leader_levels != before.leader_levels:
            levels[size] = (before.leader_levels, after.leader_levels)
        if new := set(counts(after)) - set(counts(before)) - {OTHER_TEAMS}:
            roles[size] = new
        if after.form != before.form:
            forms[size] = after.form.id
        before = after
    assert {s: (e.before, e.after) for s, e in found if isinstance(e, NewLayer)} == levels
    assert {s: {e.hire.role} for s, e in found if isinstance(e, FirstPost)} == roles
    assert {s: e.rule.form for s, e in found if isinstance(e, NewForm)} == forms
    assert any(isinstance(e, FurtherLeader) for _, e in found)
    first = {e.hire.role: s for s, e in found if isinstance(e, FirstPost)}
    assert (first["hr_manager"], first["finance_manager"], first["coo"]) == (30, 60, 80)


@given(brief=companies(40))
@settings(max_examples=20)
def test_the_same_company_gives_the_same_plan(brief: Brief) -> None:
    assert plan(KNOWLEDGE, brief) == plan(load(), brief)


@given(
    stage=st.none() | st.sampled_from(STAGES),
    named=any_parts(300),
    total=st.none() | st.integers(1, 2000),
)
@settings(max_examples=60)
def test_founder_and_shared_posts_always_find_room(
    stage: str | None, named: tuple[Part, ...], total: int | None
) -> None:
    known = next((s for s in STAGES if s == stage), None)
    own = [part for part in named if part.channel != OTHER_TEAMS] or [Part("marketing", 1)]
    found = settled(KNOWLEDGE, known, own, total)
    assert found is not None
    parts, size = found
    assert size >= (total or 0)
    assert [part for part in parts if part.channel != OTHER_TEAMS] == own
    assert sum(part.people for part in parts) < size
    used = known or KNOWLEDGE.company.stage_for(size)
    smaller = with_room(KNOWLEDGE, used, own, None)
    assert smaller is not None
    if size != total and known:
        assert found == smaller


def test_more_than_can_be_planned_has_no_room() -> None:
    assert with_room(KNOWLEDGE, "mature", [Part("telesales", MAX_SIZE)], None) is None


def test_another_stage_leaves_the_named_teams_as_they_are() -> None:
    brief = company("growth", 100, ("telesales", 40), ("customer_service", 20))
    later = at_stage(KNOWLEDGE, brief, "mature")
    assert (later.size, later.stage) == (100, "mature")
    assert [p.people for p in later.parts] == [40, 20, 27]
    assert staffed_parts(KNOWLEDGE, later) == later.parts


@pytest.mark.parametrize(
    ("channel", "parts"),
    [
        (COMPANY, ()),
        ("telesales", (Part("telesales", 3),)),
        (COMPANY, (Part("marketing", 3), Part("telesales", 3))),
        (COMPANY, (Part("marketing", 3), Part("marketing", 3))),
        (COMPANY, (Part("marketing", 0),)),
    ],
)
def test_a_brief_refuses_parts_that_make_no_company(channel: str, parts: tuple[Part, ...]) -> None:
    with pytest.raises(ValueError, match="parts"):
        Brief(channel, "growth", False, 9, 9, (), parts=parts)


def test_heads_of_large_parts_have_an_officer_of_their_own_and_divisions_their_channel() -> None:
    brief = company("mature", None, ("ecommerce", 250), ("telesales", 60))
    made = plan(KNOWLEDGE, brief)
    officers = [post for post in made.posts if post.role == OFFICER]
    assert len(officers) == 2
    assert all(post.reports_to == "p1" for post in officers)
    units = {unit.id: [text.en for text, _ in unit.pieces] for unit in made.units}
    assert units["d2-ecommerce-management"] == ["E-commerce · Division {n}", "Management"]
    assert units[officers[1].unit] == ["E-commerce"]
