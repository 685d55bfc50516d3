"""`orgwright compare` puts two teams side by side; the second may be said against the first."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.bot import schemas
from tests.bot.command import refusal, run

pytestmark = pytest.mark.usefixtures("loaded")

SCHEMA = schemas.answers("compare")
TEAM = "telesales, 55 people"


def as_json(*arguments: str) -> dict[str, Any]:
    result = run("compare", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    SCHEMA.validate(found)
    return found


def test_the_schema_is_valid_json_schema() -> None:
    Draft202012Validator.check_schema(schemas.schema("compare"))


@pytest.mark.parametrize(
    "said",
    [
        "leaders handle 8",
        "what if leaders handle 8 instead of 12?",
        "组长只带8个人",
        "如果組長帶8個人呢",
        "telesales, 55 people, one team leader per 8 reps",
    ],
)
def test_a_span_can_be_said_in_many_ways(said: str) -> None:
    found = as_json(TEAM, said)
    spans = [plan["brief"]["spans"] for plan in found["plans"]]
    assert spans == [[], [{"role": "telesales_team_leader", "people": 8}]]
    assert [plan["people"] for plan in found["plans"]] == [55, 55]
    leads = next(row for row in found["roles"] if row["role"] == "telesales_team_leader")
    assert (leads["people"], leads["difference"]) == ([4, 6], 2)


@pytest.mark.parametrize(
    ("other", "key", "value"),
    [
        ("100人", "size", 100),
        ("假如是成熟期", "stage", "mature"),
        ("what if we do consultative sales", "variants", ["consultative"]),
        ("customer service, 20 people", "channel", "customer_service"),
    ],
)
def test_what_the_second_leaves_out_is_as_in_the_first(other: str, key: str, value: object) -> None:
    one, second = (plan["brief"] for plan in as_json(TEAM, other)["plans"])
    assert second[key] == value != one[key]


def test_two_equal_teams_are_said_to_be_the_same() -> None:
    found = as_json(TEAM, TEAM)
    assert found["is_same"]
    assert (found["roles"], found["owners"], found["moved"], found["cost"]) == ([], [], [], None)


def test_pay_gives_the_difference_a_month_and_names_what_is_not_counted() -> None:
    pay = ("--pay", "telesales_team_leader=9000", "--pay", "telesales agent=6000")
    cost = as_json(TEAM, "leaders handle 8", *pay)["cost"]
    assert cost["a_month"] == [4 * 9000 + 44 * 6000, 6 * 9000 + 41 * 6000]
    assert cost["difference"] == cost["a_month"][1] - cost["a_month"][0]
    assert cost["not_counted"] == ["telesales_manager"]


def test_the_text_says_the_span_and_the_cost() -> None:
    said = run("compare", "电销55人", "组长只带8个人", "--pay", "电销组长=9000").stdout
    assert "电销组长：① 4 人　② 6 人" in said
    assert "按你说的，每个电销组长带 8 人（一般 6–15 人）" in said
    assert "36000 → 54000（+18000）" in said


def test_a_span_outside_its_range_is_refused_with_the_range() -> None:
    assert "6 to 15 people" in refusal("compare", TEAM, "leaders handle 30")


@pytest.mark.parametrize("pay", ["9000", "组长=", "=9000", "leader=many", "leader=-1"])
def test_pay_that_cannot_be_read_is_refused(pay: str) -> None:
    assert "--pay" in refusal("compare", TEAM, "30 people", "--pay", pay)


def test_pay_of_a_role_in_neither_team_is_refused() -> None:
    assert "astronaut" in refusal("compare", TEAM, "30 people", "--pay", "astronaut=9000")


@pytest.mark.parametrize(
    ("one", "other"), [("telesales", TEAM), (TEAM, "hello"), ("", ""), (TEAM, "")]
)
def test_a_team_that_cannot_be_read_is_refused(one: str, other: str) -> None:
    assert refusal("compare", one, other)
