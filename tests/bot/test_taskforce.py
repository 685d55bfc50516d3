"""`orgwright taskforce` and the chat answer with a task force, its rules and its dotted lines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.core import Core
from bot.render import plain
from bot.screen import MAX_TEXT
from bot.screens import screen_of
from bot.words.voice import LANGUAGES
from flows.advice.replies import ChooseGoal, ShowTaskForce
from flows.codes import decode
from knowledge.edits import Lines
from tests.bot import schemas
from tests.bot.command import refusal, run

pytestmark = pytest.mark.usefixtures("loaded")

SCHEMA = schemas.answers("taskforce")
GOALS = ("satisfaction", "launch", "big_sale", "complaints", "new_channel")
TEAMS = ("ts-g-55", "ec-s-3", "cs-m-300", "mk-s-1")


def as_json(*arguments: str) -> dict[str, Any]:
    result = run("taskforce", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    SCHEMA.validate(found)
    return found


def test_the_schema_is_valid_json_schema() -> None:
    Draft202012Validator.check_schema(schemas.schema("taskforce"))


@pytest.mark.parametrize("goal", GOALS)
def test_every_goal_keeps_the_shape_of_the_interface(goal: str) -> None:
    found = as_json(goal, "customer service, 55 people")
    assert found["goal"]["id"] == goal
    assert sum(member["leads"] for member in found["members"]) == 1
    assert found["members"][0]["post"] == found["leader"]


def test_one_person_is_a_task_force_without_lines_or_sponsor() -> None:
    found = as_json("complaints", "客服1人")
    assert (found["people"], found["sponsor"], found["dotted_lines"]) == (1, None, [])


def test_a_unit_that_would_give_too_much_is_named_with_the_figures() -> None:
    found = as_json("big_sale", "ecommerce, 12 people")
    units = [warning for warning in found["warnings"] if warning["kind"] == "unit"]
    assert [unit["id"] for unit in units] == ["operations"]
    assert units[0]["percent"] > units[0]["limit_percent"] == 20
    assert "Operations would give" in units[0]["text"]


def test_a_goal_can_be_said_in_words_of_either_language() -> None:
    assert as_json("black friday", "ecommerce, 12 people")["goal"]["id"] == "big_sale"
    assert as_json("投诉爆了", "客服55人")["goal"]["id"] == "complaints"


def test_the_text_names_who_how_and_until_when() -> None:
    said = run("taskforce", "满意度下降", "电销55人").stdout
    for words in ("专项小组：满意度下降", "组长：电销组长", "可以自己定", "什么时候解散（4–8 周）"):
        assert words in said


def test_a_goal_nobody_knows_is_refused_with_those_there_are() -> None:
    assert "satisfaction, launch, big_sale" in refusal("taskforce", "picnic", "telesales, 5 people")


def test_a_team_that_is_not_complete_is_refused() -> None:
    assert refusal("taskforce", "launch", "telesales")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", TEAMS)
@pytest.mark.parametrize("goal", GOALS)
def test_the_answer_of_the_chat_is_one_message(
    core: Core, language: Any, code: str, goal: str
) -> None:
    brief = decode(core.knowledge, code)
    assert brief is not None
    screen = screen_of(core, language, ShowTaskForce(brief, code, goal))
    assert len(plain(screen.html)) < MAX_TEXT
    data = {button.data for row in screen.rows for button in row}
    lined = core.plan(replace(brief, edits=(Lines(goal),))).posts
    has_lines = any(post.also_reports_to for post in lined)
    assert (f"lines:{code}:{goal}" in data) == has_lines
    assert {f"force:{code}", f"part:card:{code}"} <= data


def test_the_goals_are_offered_as_buttons(core: Core) -> None:
    brief = decode(core.knowledge, "ts-g-55")
    assert brief is not None
    screen = screen_of(core, "en", ChooseGoal(brief, "ts-g-55"))
    data = [button.data for row in screen.rows for button in row]
    assert data == [*(f"force:ts-g-55:{goal}" for goal in GOALS), "part:card:ts-g-55"]
