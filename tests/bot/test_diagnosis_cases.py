"""The diagnosis set, `tests/cases/diagnosis.toml`: teams as told, and what is wrong with them."""

from __future__ import annotations

import io
import tomllib
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.checking import Checked, Checking, with_roles
from bot.core import Core
from bot.imports import read_rows
from bot.screen import MAX_DATA
from bot.words.voice import LANGUAGES, Language, voice
from flows.teams.roster_rows import headings
from flows.teams.told import retold, written
from knowledge.diagnosis.diagnose import diagnose
from knowledge.diagnosis.marks import about
from knowledge.diagnosis.team import team_of_plan
from knowledge.edits import refusal

FILE = Path(__file__).parents[1] / "cases" / "diagnosis.toml"
CASES: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["team"]
FILES = [case for case in CASES if "file" in case]


def name(case: dict[str, Any]) -> str:
    return str(case["name"])


def checked(core: Core, case: dict[str, Any], language: Language = "zh-Hans") -> Checked:
    checking, place = Checking(core, voice(language)), (case.get("channel"), case.get("stage"))
    if "file" in case:
        return checking.listed("team.csv", case["file"].encode(), *place)
    return checking.described(case["text"], *place)


def found(result: Checked) -> list[str]:
    return [
        f"{f.severity} {f.rule.id} {f.evidence.role or '-'}"
        for f in result.diagnosis.findings
        if f.severity != "info"
    ]


@pytest.mark.parametrize("case", CASES, ids=name)
def test_a_known_team_has_the_known_findings(core: Core, case: dict[str, Any]) -> None:
    result = checked(core, case)
    assert found(result) == case["findings"]
    dimensions = {f.rule.dimension for f in result.diagnosis.findings if f.severity != "info"}
    for said in case["dimensions"]:
        if said[0] != "?":
            assert (said[1:] in dimensions) == (said[0] == "+"), said
    assert case["because"]


def test_every_dimension_has_cases_on_both_sides_and_at_the_limit(core: Core) -> None:
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for case in CASES:
        for said in case["dimensions"]:
            kinds[said[1:]].add(said[0])
    assert dict(kinds) == {
        dimension: {"+", "-", "?"} for dimension in core.knowledge.diagnosis.dimensions
    }


def test_every_rule_is_found_somewhere(core: Core) -> None:
    rules = {line.split()[1] for case in CASES for line in case["findings"]}
    assert rules == set(core.knowledge.diagnosis.rules)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_every_repair_can_be_applied_and_does_not_make_it_worse(
    core: Core, case: dict[str, Any]
) -> None:
    result = checked(core, case)
    for finding in result.diagnosis.findings:
        if finding.repair is None or not finding.repair.edits:
            continue
        brief = result.team.brief
        for edit in finding.repair.edits:
            assert refusal(core.plan(brief), edit) is None, (finding.key, edit)
            brief = replace(brief, edits=(*brief.edits, edit))
        after = diagnose(core.knowledge, with_roles(team_of_plan(core.plan(brief)), result.team))
        assert after.score >= result.diagnosis.score, finding.key
        left = {f.key: f.evidence.figure for f in after.findings}
        if finding.rule.id == "key_person":  # one hire may not be enough
            assert left.get(finding.key, 0) < finding.evidence.figure
        else:
            assert finding.key not in left, finding.key


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_chart_marks_what_the_list_of_findings_says(core: Core, case: dict[str, Any]) -> None:
    result = checked(core, case)
    if result.is_kept:
        plan = core.plan(result.team.brief)
        told = written(result.team, plan)
        assert len(f"checkpic:@123456:light:{told}~12345678901") <= MAX_DATA
        team = retold(core.knowledge, plan, told)
        assert team is not None
        again = diagnose(core.knowledge, team)
        assert [f.key[0] for f in again.findings] == [f.key[0] for f in result.diagnosis.findings]
        pairs = zip(again.findings, result.diagnosis.findings, strict=True)
        for one, other in pairs:
            assert set(about(team, one)) == set(about(result.team, other)), one.key


@pytest.mark.parametrize("case", FILES, ids=name)
def test_a_workbook_is_read_like_the_csv_file(core: Core, case: dict[str, Any]) -> None:
    rows = read_rows("t.csv", case["file"].encode(), lambda row: bool(headings(core.lexicon, row)))
    book = openpyxl.Workbook()
    sheet = book.create_sheet("people")
    for row in rows:
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    content = io.BytesIO()
    book.save(content)
    place = (case.get("channel"), case.get("stage"))
    result = Checking(core, voice("en")).listed("t.xlsx", content.getvalue(), *place)
    assert found(result) == case["findings"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_can_be_said(core: Core, language: Language) -> None:
    for case in CASES:
        result = checked(core, case, language)
        text = Checking(core, voice(language)).view(result, tries=False).text()
        assert "{" not in text
        assert str(result.diagnosis.score) in text
