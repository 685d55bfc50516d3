"""Golden cases: briefs with known answers, in `tests/cases`."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, plan

FILE = Path(__file__).parents[1] / "cases" / "plans.toml"
CASES: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["case"]


def _plan(knowledge: Knowledge, case: dict[str, Any]) -> Plan:
    given = case["brief"]
    size, variants = given["size"], tuple(sorted(given.get("variants", ())))
    return plan(knowledge, Brief(given["channel"], given["stage"], False, size, size, variants))


def _team_sizes(knowledge: Knowledge, made: Plan) -> list[int]:
    lowest = knowledge.channels[made.brief.channel].ranks[-1]
    return sorted(p.people_below + 1 for p in made.posts if p.role == lowest and p.people_below)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_known_brief_gets_the_known_plan(knowledge: Knowledge, case: dict[str, Any]) -> None:
    made = _plan(knowledge, case)
    people = Counter({count.role: count.people for count in made.counts})
    assert made.form.id == case["form"]
    assert {role: people[role] for role in case.get("posts", {})} == case.get("posts", {})
    assert set(case.get("units", ())) <= {unit.id for unit in made.units}
    if "team_sizes" in case:
        assert _team_sizes(knowledge, made) == case["team_sizes"]
    owners = {item.function: item.role for item in made.coverage}
    for function, role in case.get("owners", {}).items():
        assert owners[function] == role
    if "levels" in case:
        depth = {post.role: post.depth for post in reversed(made.posts)}
        assert sorted(case["levels"], key=depth.__getitem__) == case["levels"]
        assert len({depth[role] for role in case["levels"]}) == len(case["levels"])
