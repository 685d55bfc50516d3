"""The workbook reads back as it was meant."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import pytest

from bot.core import Core
from bot.documents.boxes import one_line
from bot.documents.contents import Contents, SourceRow
from bot.documents.xlsx import write
from bot.documents.xlsx.cells import MOST_UNITS, sheet_name
from bot.words import LANGUAGES, Language
from knowledge.model import CHANNELS
from tests.bot.documents.hostile import BAD, hostile
from tests.bot.documents.plans import plan, with_second_leader
from tests.bot.documents.workbooks import (
    COVERAGE,
    HIRES,
    PLAN,
    POSTS,
    ROLES,
    SOURCES,
    formulas,
    read,
    table,
)

SIZES = (1, 12, 200)


@pytest.fixture(scope="module")
def made(core: Core) -> Contents:
    return plan(core, "telesales", 55)


@pytest.fixture(scope="module")
def content(made: Contents) -> bytes:
    return write(made, "light")


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh-Hans", ["方案", "编制表", "岗位", "谁管什么", "招聘顺序", "依据"]),
        ("en", ["Plan", "Posts", "Roles", "Who covers what", "Hiring order", "Sources"]),
    ],
)
def test_sheets_are_named_in_the_language_of_the_reader(
    core: Core, language: Language, names: list[str]
) -> None:
    assert read(write(plan(core, "telesales", 12, language), "light")).sheetnames == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_of_a_sheet_have_one_name(core: Core, language: Language) -> None:
    book = read(write(plan(core, "ecommerce", 12, language), "light"))
    for sheet in book.worksheets[POSTS:]:
        headers = [cell.value for cell in sheet[1]]
        assert None not in headers
        assert len(set(headers)) == len(headers)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_every_sum_is_the_size_of_the_team(core: Core, channel: str, size: int) -> None:
    book = read(write(plan(core, channel, size), "light"))
    *rows, total = table(book.worksheets[POSTS])
    assert sum(int(str(row["人数"])) for row in rows) == total["人数"] == size
    *rows, total = table(book.worksheets[ROLES])
    assert sum(int(str(row["人数"])) for row in rows) == total["人数"] == size
    assert sum(float(str(row["占比"])) for row in rows) == pytest.approx(1)


def test_a_post_says_who_is_where_and_reports_to_whom(made: Contents, content: bytes) -> None:
    rows = table(read(content).worksheets[POSTS])[:-1]
    roles = {post.id: post.role for post in made.posts}
    for row, post in zip(rows, made.posts, strict=True):
        assert (row["编号"], row["岗位"], row["部门"]) == (post.id, post.role, post.unit)
        assert (row["上级编号"], row["直接上级"]) == (post.leader, roles.get(post.leader or ""))
        assert row["层级"] == post.depth + 1
        assert row["负责"] == ("、".join(post.functions) or None)
        assert row["兼管"] == ("、".join(post.hats) or None)


def test_direct_reports_are_people_not_boxes(made: Contents, content: bytes) -> None:
    rows = {row["编号"]: row["直接下属"] for row in table(read(content).worksheets[POSTS])}
    assert (rows["p1"], rows["p2"], rows["p3"]) == (6, 11, 0)


def test_a_second_leader_has_a_column_where_there_is_one(made: Contents, content: bytes) -> None:
    last = made.tree.children[-1].id
    rows = table(read(write(with_second_leader(made, last, "p2"), "light")).worksheets[POSTS])
    assert {row["编号"]: row["同时汇报给"] for row in rows}[last] == "p2"
    assert "同时汇报给" not in table(read(content).worksheets[POSTS])[0]


def test_a_role_says_what_its_sheet_says(made: Contents, content: bytes) -> None:
    rows = table(read(content).worksheets[ROLES])[:-1]
    for row, role in zip(rows, made.roles, strict=True):
        assert row["使命"] == role.mission
        assert str(row["做什么"]).replace("• ", "").split("\n") == list(role.duties)
        assert [f"{name}（{unit}）" in str(row["看哪些指标"]) for name, unit in role.kpis]
        assert row["人数怎么来的"] == role.number
        assert all(source in str(row["依据"]) for source in role.sources)


def test_every_function_has_one_mark_in_the_column_of_its_role(
    made: Contents, content: bytes
) -> None:
    rows = table(read(content).worksheets[COVERAGE])[:-2]
    for row, cover in zip(rows, made.coverage, strict=True):
        marks = {head: cell for head, cell in row.items() if cell in {"●", "○"}}
        assert row["工作"] == cover.function
        assert marks == {cover.role: "○" if cover.is_hat else "●"}


def test_hires_are_those_of_the_plan_and_then_the_next(made: Contents, content: bytes) -> None:
    rows = table(read(content).worksheets[HIRES])
    assert [row["第几人"] for row in rows] == list(range(1, 61))
    assert [row["岗位"] for row in rows] == [hire.role for hire in made.sequence]
    assert [row["时间"] for row in rows] == ["本方案内"] * 55 + ["接下来"] * 5
    assert rows[-1]["该岗累计"] == [hire.role for hire in made.sequence].count("电销专员")


def test_a_source_can_be_opened(made: Contents, content: bytes) -> None:
    sheet = read(content).worksheets[SOURCES]
    links = [cell.hyperlink.target if cell.hyperlink else None for cell in sheet["C"][1:]]
    assert links == [source.url for source in made.sources]


def test_the_first_sheet_says_the_plan_in_short(made: Contents, content: bytes) -> None:
    sheet = read(content).worksheets[PLAN]
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    lines = (*made.notes, made.company, made.rule, *made.strengths, *made.weaknesses)
    more = (*made.changes, *made.signals, *made.hires, *made.advice, *made.warnings)
    assert said[:2] == [made.title, made.shape]
    assert [line for line in (*lines, *more) if line not in said] == []
    labels = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}
    assert (labels["核对"], labels["带队的人"], labels["层级数"]) == ("一致", 7, 3)


@pytest.mark.parametrize("sheet", range(6))
def test_a_sheet_is_set_up_to_be_printed(content: bytes, made: Contents, sheet: int) -> None:
    page = read(content).worksheets[sheet]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0
    assert page.oddHeader is not None
    assert page.oddHeader.left.text == made.title
    assert page.oddFooter is not None
    assert page.oddFooter.right.text == "第 &P/&N 页"


@pytest.mark.parametrize("sheet", range(POSTS, SOURCES + 1))
def test_headers_stay_in_sight_and_can_be_filtered(content: bytes, sheet: int) -> None:
    page = read(content).worksheets[sheet]
    assert str(page.freeze_panes).endswith("2")
    assert page.print_title_rows == "$1:$1"
    assert str(page.auto_filter.ref).startswith("A1:")


def test_what_is_below_a_leader_can_be_folded(content: bytes, made: Contents) -> None:
    page = read(content).worksheets[POSTS]
    levels = [page.row_dimensions[row].outlineLevel for row in range(2, len(made.posts) + 2)]
    assert levels == [post.depth for post in made.posts]


def test_the_file_says_what_it_is_and_knows_no_clock(content: bytes, made: Contents) -> None:
    properties = read(content).properties
    assert (properties.title, properties.creator) == (made.title, "Orgwright")
    assert properties.created == properties.modified == datetime(1980, 1, 1)  # noqa: DTZ001


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_column_is_as_wide_as_its_longest_word(core: Core, language: Language) -> None:
    page = read(write(plan(core, "ecommerce", 12, language), "light")).worksheets[POSTS]
    assert 5 <= page.column_dimensions["A"].width <= 12
    assert page.column_dimensions["B"].width >= 12


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_text_becomes_a_formula_or_a_link(core: Core, channel: str) -> None:
    made = plan(core, channel, 55, "en")
    assert formulas(write(hostile(made), "light")).keys() == formulas(write(made, "light")).keys()


def test_a_text_stands_in_its_cell_as_it_is(made: Contents) -> None:
    post = replace(made.posts[2], functions=(), hats=())
    named = tuple(
        replace(post, id=f"n{i}", role=name, unit=name, functions=(name,))
        for i, name in enumerate(BAD)
    )
    bad = replace(made, posts=(*made.posts, *named), coverage=(), notes=BAD)
    book = read(write(bad, "light"))
    rows = {row["编号"]: row for row in table(book.worksheets[POSTS])}
    for new in named:
        line, row = one_line(new.role), rows[new.id]
        assert (row["岗位"], row["部门"], row["负责"]) == (line, line, line)
    notes = [cell.value for cell in book.worksheets[PLAN]["B"][2 : 2 + len(BAD)]]
    assert notes == [one_line(name) for name in BAD]


def test_a_text_longer_than_a_cell_is_cut(made: Contents) -> None:
    long = replace(made, notes=("🙂" * MOST_UNITS,))
    text = str(read(write(long, "light")).worksheets[PLAN]["B3"].value)
    assert len(text.encode("utf-16-le")) // 2 <= MOST_UNITS
    assert text.endswith("🙂…")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://x/" * 300])
def test_what_is_no_address_of_a_page_is_no_link(made: Contents, url: str) -> None:
    bad = replace(made, sources=(SourceRow("title", "kind", url),))
    cell = read(write(bad, "light")).worksheets[SOURCES]["C2"]
    assert cell.hyperlink is None
    assert cell.value == url


@pytest.mark.parametrize("name", ["a[b]:*?/\\c", "'quoted'", "x" * 40, "", "ordinary"])
def test_any_text_gives_a_name_that_a_sheet_may_have(name: str) -> None:
    found = sheet_name(name)
    assert 1 <= len(found) <= 31
    assert not set(found) & set("[]:*?/\\")
    assert found.strip("'") == found


def test_the_largest_team_has_a_row_for_every_post_and_hire(core: Core) -> None:
    made = plan(core, "telesales", 5000)
    with zipfile.ZipFile(io.BytesIO(write(made, "light"))) as file:
        sizes = [file.read(f"xl/worksheets/sheet{n}.xml").count(b"<row ") for n in (2, 5)]
    assert sizes == [len(made.posts) + 2, 5001]
