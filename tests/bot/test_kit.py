"""`orgwright kit`: a role's hiring kit as text, Markdown, PDF and JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.core import Core
from bot.documents.kit import kit_file
from bot.kit import kit_of
from bot.words.voice import LANGUAGES, Language, voice
from tests.bot import schemas
from tests.bot.command import refusal, run

pytestmark = pytest.mark.usefixtures("loaded")

KIT = schemas.answers("kit")


def as_json(*arguments: str) -> dict[str, Any]:
    """Give the JSON of a command that works."""
    result = run("kit", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    KIT.validate(found)
    return found


def test_a_kit_has_the_job_the_interview_the_goals_and_the_measures() -> None:
    found = as_json("telesales_qa")
    assert found["role"] == {
        "id": "telesales_qa",
        "name": "Telesales Quality Analyst",
        "channel": "telesales",
    }
    assert found["reports_to"] == "telesales_manager"
    assert 6 <= len(found["questions"]) <= 8
    assert [goal["days"] for goal in found["goals"]] == [30, 60, 90]
    assert found["kpis"]
    assert found["complete"] is True
    assert "rule of thumb" in found["note"]


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("客服主管", "cs_supervisor"),
        ("cs_supervisor", "cs_supervisor"),
        ("team leader", "telesales_team_leader"),
        ("主播", "live_anchor"),
    ],
)
def test_a_role_is_named_by_title_or_id(written: str, role: str) -> None:
    assert as_json(written)["role"]["id"] == role


def test_further_roles_of_the_title_are_said() -> None:
    assert as_json("客服主管")["alternatives"] == ["ec_cs_lead"]
    assert "电商客服主管" in run("kit", "客服主管").stdout


def test_a_role_without_a_kit_of_its_own_says_so() -> None:
    found = as_json("hr_manager")
    assert (found["complete"], found["questions"], found["goals"]) == (False, [], [])
    assert found["duties"]
    said = run("kit", "hr_manager", "--lang", "zh-Hans").stdout
    assert "还没有面试题" in said
    assert "面试题\n" not in said


def test_an_unknown_role_is_refused_with_one_sentence() -> None:
    assert "could not match" in refusal("kit", "xyzzy")
    assert refusal("kit", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kit_is_said_in_every_language(core: Core, language: Language) -> None:
    for name in core.knowledge.roles:
        text = kit_of(core, voice(language), name).text()
        assert not re.search(r"[{}]|None|\n\n\n", text)
        markdown = kit_file(kit_of(core, voice(language), name), "md").content.decode()
        assert markdown.startswith("# ")
        assert "\n\n\n" not in markdown


def test_markdown_has_a_table_of_measures_and_boxes_to_tick() -> None:
    said = run("kit", "store_manager", "--format", "md").stdout
    rows = [line for line in said.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + 4
    assert len({row.count("|") for row in rows}) == 1
    assert said.count("- [ ] ") == 6
    assert re.search(r"^1\. ", said, re.MULTILINE)


@pytest.mark.parametrize(
    ("role", "language"), [("live_anchor", "zh-Hant-TW"), ("hr_manager", "en")]
)
def test_a_pdf_is_written_to_a_file(tmp_path: Path, role: str, language: str) -> None:
    file = tmp_path / "kit.pdf"
    assert run("kit", role, "--lang", language, "-o", str(file)).exit_code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_the_schema_is_valid_and_closed() -> None:
    schema = schemas.schema("kit")
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == set(schema["properties"])
