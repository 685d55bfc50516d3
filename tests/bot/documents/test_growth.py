"""The way to a plan in its documents: hires in order, milestones, months."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.core import Core
from bot.documents import make_way
from bot.growing import path_of, timed
from bot.screen import PlanFile
from bot.views.growth import GrowthView
from bot.wanted import made, read_way, written_way
from bot.words.voice import LANGUAGES, Language, voice
from knowledge.brief import Brief
from knowledge.growth.figures import Told
from tests.bot.documents.reports import squeezed, texts
from tests.bot.documents.workbooks import formulas, read, table

TOLD: Told = (("hires_per_month", 3.0), ("turnover", 0.3867))


def view(
    core: Core, start: int, target: int, told: Told = (), language: Language = "zh-Hans"
) -> tuple[Brief, GrowthView]:
    brief = Brief("telesales", "growth", False, target, target, ())
    path = path_of(core, brief, start)
    timing = timed(core, path, dict(told)) if told else None
    return brief, GrowthView(core.knowledge, path, voice(language), timing)


def written(core: Core, format: str, start: int, target: int, told: Told = ()) -> bytes:
    brief, way = view(core, start, target, told)
    (file,) = make_way(core, "zh-Hans", brief, format, way)  # type: ignore[arg-type]
    assert file.name.startswith(f"电销团队-{start}到{target}人.")
    return file.content


@pytest.mark.parametrize(("start", "target"), [(3, 30), (30, 3), (12, 13)])
def test_the_sheet_has_every_hire_in_order_with_its_milestones(
    core: Core, start: int, target: int
) -> None:
    _, way = view(core, start, target)
    book = read(written(core, "xlsx", start, target))
    first, *rows = table(book.worksheets[1])
    assert first["团队人数"] == start
    step = 1 if target > start else -1
    assert [row["团队人数"] for row in rows] == list(range(start + step, target + step, step))
    names = [way.voice.role(core.knowledge.roles[hire.role]) for hire in way.path.steps]
    assert [row["岗位"] for row in rows] == names
    changes = [row["团队人数"] for row in rows if row["要变什么"]]
    passed = 0 if target > start else 1
    assert changes == [m.size - passed for m in way.path.milestones]


def test_the_count_of_a_role_ends_where_the_plan_is(core: Core) -> None:
    brief, _ = view(core, 3, 30)
    held = {c.role: c.people for c in core.plan(brief).counts}
    for start, target in ((3, 30), (60, 30)):
        rows = table(read(written(core, "xlsx", start, target)).worksheets[1])[1:]
        last = {row["岗位"]: row["该岗累计" if start < target else "该岗还剩"] for row in rows}
        names = {voice("zh-Hans").role(core.knowledge.roles[r]): n for r, n in held.items()}
        assert {name: names.get(str(name), 0) for name in last} == last


def test_the_months_add_up_as_formulas(core: Core) -> None:
    content = written(core, "xlsx", 3, 30, TOLD)
    rows = table(read(content).worksheets[2])
    team = 3
    for row in [row for row in rows if row["月份"]]:
        team += int(str(row["来"])) - int(str(row["走"]))
        assert row["人数"] == team
    assert team == 30
    assert formulas(content)["按月排!D3"] == "=D2-B3+C3"


@pytest.mark.parametrize("told", [(), TOLD])
def test_the_report_tells_the_way_and_the_plan(core: Core, told: Told) -> None:
    _, way = view(core, 3, 30, told)
    pages = texts(PdfReader(BytesIO(written(core, "pdf", 3, 30, told))))
    found = "".join(pages)
    for said in ("电销团队：3→30人·成长期", "逐个招聘", "第一个电销经理", "岗位说明"):
        assert squeezed(said) in found, said
    assert ("没上手" in found) == bool(told)
    assert way.path.milestones


def test_the_text_tells_the_way_before_the_chart(core: Core) -> None:
    text = written(core, "md", 3, 30, TOLD).decode()
    assert text.index("## 电销团队：3 → 30 人") < text.index("### 逐个招聘")
    assert text.index("### 按月排") < text.index("## 架构")
    assert text.count("\n| 30 | 电销组长 | 3 |") == 1


def test_a_very_long_way_is_told_person_by_person_in_the_workbook_only(core: Core) -> None:
    assert "Excel 文件里有" in written(core, "md", 3, 400).decode()
    assert len(table(read(written(core, "xlsx", 3, 400)).worksheets[1])) == 398


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_words(core: Core, language: Language) -> None:
    brief, way = view(core, 14, 9, TOLD, language)
    for ending in ("md", "xlsx"):
        (file,) = make_way(core, language, brief, ending, way)
        assert file.content
        assert "{" not in file.name


def test_a_file_that_was_asked_for_is_made_with_the_figures_told(core: Core) -> None:
    subject = written_way(12, TOLD)
    assert read_way(subject.removeprefix("grow:")) == (12, TOLD)
    (file,) = made(
        core, PlanFile("ts-g-30", "en", "", "md", "light", is_photo=False, subject=subject)
    )
    assert "Hiring up to 3 a month" in file.content.decode()
    assert read_way("12") == (12, ()), "as an earlier version wrote it"
