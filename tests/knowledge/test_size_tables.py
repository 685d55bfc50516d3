"""Plans agree with the published structure-by-size tables within their declared ranges."""

from __future__ import annotations

import tomllib
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, RoleCount, plan

FILE = Path(__file__).parents[1] / "cases" / "size_tables.toml"
ROWS: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["row"]
SHARE_SLACK = 0.34  # of a front-line role's people, and at least one


def _plan(knowledge: Knowledge, row: dict[str, Any]) -> Plan:
    size = row["size"]
    variants = tuple(sorted(row["variants"]))
    return plan(knowledge, Brief(row["channel"], row["stage"], False, size, size, variants))


def _allowed(count: RoleCount) -> tuple[int, int]:
    """Give the head-counts [people] the role's staffing line allows for what it counts."""
    line = count.line
    assert line is not None
    if line.one_per and line.low and line.high:
        return count.base // line.high, max(1, ceil(count.base / line.low))
    slack = max(1, round(count.people * SHARE_SLACK))
    return count.people - slack, count.people + slack


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['source']}-{row['size']}")
def test_a_plan_agrees_with_the_table_within_its_ranges(
    knowledge: Knowledge, row: dict[str, Any]
) -> None:
    made = {count.role: count for count in _plan(knowledge, row).counts}
    expected = {r: n for r, n in row["people"].items() if r not in row.get("otherwise", {})}
    assert set(expected) - set(made) == set(), "a role of the table is not staffed"
    for role, people in expected.items():
        low, high = _allowed(made[role])
        assert low <= people <= high, f"{role}: {people} in the table, {low}–{high} allowed"
