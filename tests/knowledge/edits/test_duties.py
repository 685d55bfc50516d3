"""Duties that a post takes on beside its role."""

from __future__ import annotations

from dataclasses import replace

from knowledge.brief import Brief
from knowledge.edits import Duties, Merge, Remove, dump, load, refusal
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, plan

SHOP = Brief("ecommerce", "startup", False, 6, 6, ())


def edited(knowledge: Knowledge, *edits: object) -> Plan:
    return plan(knowledge, replace(SHOP, edits=edits))  # type: ignore[arg-type]


def owner(made: Plan, function: str) -> str:
    return next(item.post for item in made.coverage if item.function == function)


def test_a_duty_makes_its_post_answer_for_a_function_that_nobody_has(
    knowledge: Knowledge,
) -> None:
    before = edited(knowledge)
    designer = next(post.id for post in before.posts if post.role == "ec_designer")
    assert owner(before, "ec_traffic_ads") != designer
    after = edited(knowledge, Duties(designer, ("ec_traffic_ads",)))
    assert owner(after, "ec_traffic_ads") == designer
    assert "ec_traffic_ads" in next(p for p in after.posts if p.id == designer).hats


def test_whoever_has_the_role_stays_the_owner(knowledge: Knowledge) -> None:
    after = edited(knowledge, Duties("p1", ("ec_visual_design",)))
    assert owner(after, "ec_visual_design") != "p1"


def test_duties_can_be_given_back_and_go_with_their_post(knowledge: Knowledge) -> None:
    duties = Duties("p2", ("ec_traffic_ads",))
    assert edited(knowledge, duties, Duties("p2", ())).posts == edited(knowledge).posts
    gone = edited(knowledge, duties, Remove("p2"))
    assert all(not post.duties for post in gone.posts)
    merged = edited(knowledge, duties, Merge("p2", "p3"))
    assert next(p for p in merged.posts if p.id == "p3").duties == duties.functions


def test_the_same_duties_again_are_refused(knowledge: Knowledge) -> None:
    made = edited(knowledge, Duties("p2", ("ec_traffic_ads",)))
    found = refusal(made, Duties("p2", ("ec_traffic_ads",)))
    assert found is not None
    assert found.code == "unchanged"


def test_duties_are_written_and_read_back() -> None:
    edits = (Duties("p2", ("ec_traffic_ads", "ec_bd")), Duties("e1", ()))
    assert load(dump(edits)) == edits
