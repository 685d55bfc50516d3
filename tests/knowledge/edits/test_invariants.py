"""What holds for every edited plan, whatever its log says."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.brief import Brief
from knowledge.edits import Edit, Staff, Title, carry, dump, load, refusal
from knowledge.plan import Plan, plan
from tests.knowledge.edits.logs import KNOWLEDGE, briefs, edited, edits, planned, with_edits
from tests.knowledge.soundness import faults

pytestmark = pytest.mark.invariants
ANY_IDS = st.sampled_from(("p1", "p2", "p3", "p17", "e1", "e2b"))
FEW = settings(max_examples=40)  # each makes and edits plans of up to some hundred people


@FEW
@given(edited())
def test_an_edited_plan_is_as_sound_as_any(made: Plan) -> None:
    assert list(faults(KNOWLEDGE, made)) == []


@FEW
@given(edited())
def test_every_post_has_an_id_of_its_own(made: Plan) -> None:
    assert max(Counter(post.id for post in made.posts).values()) == 1


@FEW
@given(edited(), st.data())
def test_a_post_keeps_its_id_and_role_while_edits_are_appended(
    made: Plan, data: st.DataObject
) -> None:
    there = st.sampled_from([post.id for post in made.posts])
    after = with_edits(made, data.draw(edits(there)))
    roles = {post.id: post.role for post in made.posts}
    news = {post.id for post in after.posts} - roles.keys()
    assert all(post.startswith(f"e{len(after.brief.edits)}") for post in news)
    assert all(roles[post.id] == post.role for post in after.posts if post.id in roles)


@FEW
@given(edited(), st.data())
def test_an_edit_that_is_refused_changes_nothing_and_any_other_something(
    made: Plan, data: st.DataObject
) -> None:
    there = st.sampled_from([*(post.id for post in made.posts), "p4999"])
    edit = data.draw(edits(there))
    after = with_edits(made, edit)
    if refusal(made, edit):
        assert after.posts == made.posts
    else:
        assert after.posts != made.posts


@FEW
@given(edited())
def test_the_names_in_a_post_are_no_more_than_its_people(made: Plan) -> None:
    assert all(len(post.names) <= post.headcount for post in made.posts)
    texts = [text for post in made.posts for text in (post.title, *post.names)]
    assert all((len(text) <= 40 and text.isprintable()) or "\u200d" in text for text in texts)


@FEW
@given(edited())
def test_head_counts_say_what_was_planned_and_what_there_is(made: Plan) -> None:
    base = planned(replace(made.brief, edits=()))
    counts = (*made.counts, *made.gone)
    assert {c.role: c.planned for c in counts if c.planned} == {
        c.role: c.people for c in base.counts
    }
    assert all(c.line is not None for c in counts if c.planned)
    assert made.base == tuple(post.role for post in base.posts)


@FEW
@given(edited())
def test_the_next_hires_make_the_team_larger_one_by_one(made: Plan) -> None:
    sizes = [hire.size for hire in made.next_hires]
    assert sizes == list(range(made.people + 1, made.people + len(sizes) + 1))
    assert len(sizes) == min(5, 5000 - made.people)


@FEW
@given(st.lists(edits(ANY_IDS), max_size=30))
def test_a_log_is_read_back_as_it_was_written(log: list[Edit]) -> None:
    written = [edit for edit in log if _is_storable(edit)]
    values = json.loads(json.dumps(dump(written)))
    assert load(values) == tuple(written)


def _is_storable(edit: Edit) -> bool:
    if isinstance(edit, Title):
        return len(edit.title) <= 40
    if isinstance(edit, Staff):
        return all(len(name) <= 40 for name in edit.names)
    numbers = [getattr(edit, name, None) for name in ("headcount", "people", "parts")]
    return 0 not in numbers


@FEW
@given(edited(), briefs())
def test_edits_are_carried_over_to_any_other_plan(made: Plan, brief: Brief) -> None:
    log, new = made.brief.edits, planned(brief)
    kept, dropped = carry(log, made, new)
    assert len(kept) + len(dropped) == len(log)
    assert set(dropped) <= set(log)
    assert list(faults(KNOWLEDGE, with_edits(new, *kept))) == []


@FEW
@given(edited())
def test_edits_that_apply_are_carried_over_to_the_same_plan_as_they_are(made: Plan) -> None:
    base = planned(replace(made.brief, edits=()))
    kept, _ = carry(made.brief.edits, made, base)
    shape = [(p.role, p.headcount, p.depth, p.title, p.names) for p in made.posts]
    again = with_edits(base, *kept)
    assert [(p.role, p.headcount, p.depth, p.title, p.names) for p in again.posts] == shape


@FEW
@given(edited())
def test_the_same_log_gives_the_same_plan(made: Plan) -> None:
    assert plan(KNOWLEDGE, made.brief) == made
