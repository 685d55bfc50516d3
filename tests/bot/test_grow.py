"""`orgwright grow` shows the way from one size to another, or one sentence what to write."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.core import Core
from bot.growing import path_of, timed
from bot.views.growth import GrowthView
from bot.words.voice import LANGUAGES, Language, voice
from knowledge.brief import Brief
from knowledge.growth.figures import FIGURES
from knowledge.model import CHANNELS
from tests.bot import schemas
from tests.bot.command import refusal, run

pytestmark = pytest.mark.usefixtures("loaded")

GROW = schemas.answers("grow")
WAY = ("grow", "--channel", "telesales", "--from", "3", "--to", "30")


def as_json(*arguments: str) -> dict[str, Any]:
    """Give the JSON of a command that works."""
    result = run(*arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    GROW.validate(found)
    return found


def kinds(found: dict[str, Any]) -> dict[int, list[str]]:
    return {m["size"]: [event["kind"] for event in m["events"]] for m in found["milestones"]}


def test_a_way_has_its_hires_its_milestones_and_their_reasons() -> None:
    found = as_json(*WAY)
    assert found["brief"]["stage"] == "growth"
    assert found["brief"]["stage_assumed"] is True
    assert [step["size"] for step in found["steps"]] == list(range(4, 31))
    assert kinds(found) == {
        13: ["stage"],
        14: ["leader", "layer", "form"],
        15: ["first_post"],
        22: ["first_post"],
        24: ["first_post"],
        30: ["leader"],
    }
    (manager,) = (m["events"][0] for m in found["milestones"] if m["size"] == 15)
    assert manager["role"] == "telesales_manager"
    assert manager["line"].startswith("TS-")
    assert manager["covered_before"][0]["role"] == "telesales_team_leader"
    assert set(manager["sources"]) <= {source["id"] for source in found["sources"]}


def test_shrinking_is_the_same_way_backwards() -> None:
    there = as_json(*WAY)
    back = as_json("grow", "--channel", "telesales", "--from", "30", "--to", "3")
    assert back["steps"] == there["steps"][::-1]
    assert list(kinds(back)) == list(kinds(there))[::-1]
    assert {r["role"]: -r["change"] for r in back["roles"]} == {
        r["role"]: r["change"] for r in there["roles"]
    }
    said = run("grow", "--channel", "telesales", "--from", "30", "--to", "3").stdout
    assert "Telesales Manager covers again: Call quality monitoring" in said


def test_months_are_told_with_what_was_assumed() -> None:
    months = as_json(*WAY, "--hires-per-month", "4", "--turnover", "35%")["months"]
    assert (months["hires_per_month"], months["turnover"], months["reached"]) == (4, 0.35, True)
    assert months["hires"] == 27 + months["leavers"]
    assert {f["id"]: f["told"] for f in months["figures"]} == {
        "hires_per_month": True,
        "ramp_months": False,
        "turnover": True,
    }
    said = run(*WAY, "--hires-per-month", "4").stdout
    assert "27 to grow" in said
    assert "→ --ramp-months" in said
    assert "→ --turnover" in said
    assert "Team of 14, month " in said


def test_too_few_hires_a_month_are_said_to_be_too_few() -> None:
    arguments = ("grow", "--channel", "telesales", "--from", "100", "--to", "300")
    pace = ("--hires-per-month", "4", "--turnover", "0.5")
    assert "You need at least 17 a month." in run(*arguments, *pace).stdout
    assert as_json(*arguments, *pace)["months"]["limit"] == 71


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_every_way_is_said_in_every_language(channel: str, language: str) -> None:
    for sizes in (("2", "130"), ("130", "2")):
        ends = ("--from", sizes[0], "--to", sizes[1])
        pace = ("--months", "18", "--lang", language)
        said = run("grow", "--channel", channel, *ends, *pace)
        assert (said.exit_code, said.stderr) == (0, "")
        assert not re.search(r"[{}<]|&\w+;|None|\n\n\n", said.stdout)
        assert "130" in said.stdout.splitlines()[0]


def test_a_sentence_is_read() -> None:
    found = as_json("grow", "电商从5个人到60个人怎么长")
    assert (found["from"], found["to"], found["brief"]["channel"]) == (5, 60, "ecommerce")
    assert "第一个" in run("grow", "电商从5个人到60个人怎么长").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--from 3"),
        (("--from", "3"), "--to 30"),
        (("--from", "3", "--to", "3", "--channel", "telesales"), "You are 3 already"),
        (("--from", "3", "--to", "30"), "telesales, e-commerce"),
        (("--from", "0", "--to", "30"), "at least one person"),
        (("--from", "3", "--to", "9999"), "up to 5000"),
        (("--from", "3", "--to", "many"), "did not find a number"),
        ((*WAY[1:], "--stage", "old"), "startup, growth, mature"),
        ((*WAY[1:], "--variant", "x"), "no variant"),
        ((*WAY[1:], "--months", "0"), "--months must lie between 1 and 120"),
        ((*WAY[1:], "--months", "3.5"), "--months must be a whole number"),
        ((*WAY[1:], "--months", "nan"), "--months must be a whole number"),
        ((*WAY[1:], "--months", "9" * 99), "--months must be a whole number"),
        ((*WAY[1:], "--months", "6", "--hires-per-month", "2"), "only one of"),
        ((*WAY[1:], "--turnover", "x"), "--turnover must be a share"),
        ((*WAY[1:], "--turnover", "0.99"), "--turnover must lie between 0 and 0.95"),
        ((*WAY[1:], "--turnover", "-3%"), "--turnover must be a share"),
        ((*WAY[1:], "--ramp-months", "30"), "--ramp-months must lie between 0 and 24"),
        ((*WAY[1:], "--lang", "zh-Hant-TW", "--months", "x"), "整數"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_what_cannot_be_used_is_refused_with_one_sentence(
    arguments: tuple[str, ...], said: str
) -> None:
    assert said in refusal("grow", *arguments)


def test_the_schema_is_valid_closed_and_names_the_words_of_the_program() -> None:
    schema = schemas.schema("grow")
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == set(schema["properties"])
    figures = schema["properties"]["months"]["properties"]["figures"]["items"]["properties"]
    assert figures["id"]["enum"] == list(FIGURES)


def test_a_picture_is_written_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "way.svg"
    assert run(*WAY, "-o", str(file)).exit_code == 0
    assert file.read_text("utf-8").startswith("<svg")
    assert run(*WAY, "--format", "svg").stdout.startswith("<svg")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_way_says_leaders_in_a_row_together(core: Core, language: Language) -> None:
    brief = Brief("customer_service", "mature", False, 5000, 5000, ())
    view = GrowthView(core.knowledge, path_of(core, brief, 1), voice(language))
    assert len(view.text().splitlines()) < 260


def test_only_the_command_line_speaks_of_options(core: Core) -> None:
    brief = Brief("telesales", "growth", False, 30, 30, ())
    way = path_of(core, brief, 3)
    for language in LANGUAGES:
        view = GrowthView(core.knowledge, way, voice(language), timed(core, way, {}))
        assert "--" not in view.text()


def test_the_pace_may_stand_in_the_sentence_and_an_option_goes_before_it() -> None:
    said = "telesales, from 3 to 30, 3 hires a month, turnover 5%"
    months = as_json("grow", said)["months"]
    assert (months["hires_per_month"], round(months["turnover"], 2)) == (3, 0.46)
    assert "I took the month" in run("grow", said).stdout
    again = as_json("grow", said, "--turnover", "0.3", "--months", "6")["months"]
    assert again["turnover"] == 0.3
    assert {f["id"]: f["told"] for f in again["figures"]}["months"] is True
    assert "I took the month" not in run("grow", said, "--turnover", "0.3").stdout


def test_a_figure_in_the_sentence_that_cannot_be_is_refused() -> None:
    said = refusal("grow", "telesales, from 3 to 30, we lose 60% a month")
    assert "--turnover must lie between 0 and 0.95" in said


@pytest.mark.parametrize(("ending", "start"), [("pdf", b"%PDF-"), ("xlsx", b"PK"), ("md", b"# ")])
def test_a_way_is_written_as_a_document(tmp_path: Path, ending: str, start: bytes) -> None:
    path = tmp_path / f"way.{ending}"
    assert run(*WAY, "-o", str(path)).exit_code == 0
    assert path.read_bytes().startswith(start)
