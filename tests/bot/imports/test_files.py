"""Files with people: every encoding and separator, and every file that is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import openpyxl
import pytest

from bot.core import Core
from bot.imports import Refused, read_rows
from bot.imports.listed import listed, studied
from bot.imports.rows import MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from bot.screens import _screen_of, screen_of
from flows.conversation import step
from flows.draft import EMPTY
from flows.teams.replies import ShowCheck
from flows.teams.roster_rows import headings

Read: TypeAlias = Callable[..., list[list[str]]]
ROWS = [["姓名", "岗位", "上级"], ["張三", "客服", "李四"], ["李四", "店长", ""]]
TRADITIONAL = [["姓名", "職位", "上級"], ["張三", "客服", "李四"], ["李四", "店長", ""]]


@pytest.fixture
def read(core: Core) -> Read:
    def one(content: bytes, name: str = "team.csv") -> list[list[str]]:
        return read_rows(name, content, lambda row: bool(headings(core.lexicon, row)))

    return one


def text(rows: list[list[str]], separator: str = ",") -> str:
    return "\r\n".join(separator.join(row) for row in rows) + "\r\n"


def workbook(rows: Iterable[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def refused(read: Read, content: bytes, name: str = "team.csv") -> str:
    with pytest.raises(Refused) as error:
        read(content, name)
    return error.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "|", "，"])
def test_any_encoding_and_separator_is_read(read: Read, encoding: str, separator: str) -> None:
    assert read(text(ROWS, separator).encode(encoding)) == ROWS


def test_big5_is_read(read: Read) -> None:
    assert read(text(TRADITIONAL).encode("big5")) == TRADITIONAL


def test_quotes_hold_separators_and_line_ends(read: Read) -> None:
    assert read(b'title,duties\nAgent,"ads, and\nfinance"\n')[1] == ["Agent", "ads, and\nfinance"]


def test_a_title_line_above_the_headings_does_no_harm(read: Read) -> None:
    assert read(text([["花名册", "", ""], *ROWS]).encode())[1:] == ROWS


def test_a_workbook_gives_the_values_of_formulas_only(read: Read) -> None:
    rows = read(workbook([["title", "headcount"], ["Agent", "=1+2"], ["QA", 2.0]]), "t.xlsx")
    assert rows == [["title", "headcount"], ["Agent"], ["QA", "2"]]


def test_the_sheet_with_headings_is_chosen(read: Read) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["notes"])
    book.create_sheet("people").append(["title"])
    content = io.BytesIO()
    book.save(content)
    assert read(content.getvalue(), "t.xlsx") == [["title"]]


def test_a_file_that_is_too_large_is_refused(read: Read) -> None:
    assert refused(read, b"title\n" + b"Agent\n" * (MOST_BYTES // 6)) == "large"


def test_a_hundred_thousand_rows_are_refused(read: Read) -> None:
    assert refused(read, b"title\n" + b"QA\n" * 100_000) == "rows"
    assert refused(read, b"title\n" + b"QA\n" * MOST_ROWS) == "rows"
    many = workbook([["title"], *([["QA"]] * (MOST_ROWS + 1))])
    assert refused(read, many, "t.xlsx") == "rows"


def test_too_many_columns_are_refused(read: Read) -> None:
    assert refused(read, ",".join(["title"] * (MOST_COLUMNS + 1)).encode()) == "columns"


def test_macros_are_refused_by_name_and_by_content(read: Read) -> None:
    book = workbook([["title"], ["QA"]])
    assert refused(read, book, "t.xlsm") == "macros"
    content = io.BytesIO(book)
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\0")
    assert refused(read, content.getvalue(), "t.xlsx") == "macros"


def test_a_zip_bomb_is_refused_unopened(read: Read) -> None:
    content = io.BytesIO(workbook([["title"]]))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b"\0" * (9 * 1024 * 1024))
    assert len(content.getvalue()) < MOST_BYTES
    assert refused(read, content.getvalue(), "t.xlsx") == "packed"


def test_a_workbook_that_would_take_long_to_read_is_refused_unopened(read: Read) -> None:
    content = io.BytesIO(workbook([["title"]]))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b"<c><v>1</v></c>" * 600_000)
    assert refused(read, content.getvalue(), "t.xlsx") == "packed"


def test_styles_that_would_take_long_to_read_are_refused_unopened(read: Read) -> None:
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["title"]]))) as whole,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in whole.namelist():
            more = b"<xf/>" * 500_000 if name == "xl/styles.xml" else b""
            archive.writestr(name, whole.read(name) + more)
    assert refused(read, content.getvalue(), "t.xlsx") == "packed"


def test_a_zip_with_very_many_parts_is_refused(read: Read) -> None:
    content = io.BytesIO(workbook([["title"]]))
    with zipfile.ZipFile(content, "a") as archive:
        for number in range(600):
            archive.writestr(f"a{number}", b"")
    assert refused(read, content.getvalue(), "t.xlsx") == "packed"


def sheet(inside: bytes) -> bytes:
    """Give a workbook with something of one's own in its sheet."""
    content, found = io.BytesIO(), zipfile.ZipFile(io.BytesIO(workbook([["title"]])))
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in found.namelist():
            is_sheet = name.startswith("xl/worksheets/sheet")
            archive.writestr(name, inside if is_sheet else found.read(name))
    return content.getvalue()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b"<row>" + b"<c><v>1</v></c>" * 500_000 + b"</row>", "packed"),
        (b"<x:row>" + b"<a>" * 400_000 + b"</a>" * 400_000 + b"</x:row>", "packed"),
        (b"<row/>" * 200_000, "rows"),
    ],
    ids=["wide", "deep", "long"],
)
def test_a_sheet_that_would_take_all_memory_is_refused(read: Read, row: bytes, code: str) -> None:
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    assert (
        refused(read, sheet(head + b"<sheetData>" + row + b"</sheetData></worksheet>"), "t.xlsx")
        == code
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_sheet_that_grows_when_it_is_read_is_refused(read: Read, encoding: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><worksheet>&c;</worksheet>'
    assert refused(read, sheet(bomb.encode(encoding)), "t.xlsx") == "broken"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "t.xls", "old_excel"),
        (b"PK\x03\x04broken", "t.xlsx", "broken"),
        (b"%PDF-1.7", "t.pdf", "kind"),
        (b"\x89PNG", "t.png", "kind"),
        (b"", "t.csv", "empty"),
        (b" \n \n", "t.csv", "empty"),
        (b"\xff\xfea", "t.csv", "encoding"),
        (b"title\n\xff\xff\xff", "t.csv", "encoding"),
        (b"title\n\0\0", "t.csv", "encoding"),
        (b'title\n"' + b"a" * 140_000 + b'"', "t.csv", "broken"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    read: Read, content: bytes, name: str, code: str
) -> None:
    assert refused(read, content, name) == code


def test_another_zip_is_no_workbook(read: Read) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert refused(read, content.getvalue(), "t.xlsx") == "kind"


def test_a_damaged_workbook_is_refused(read: Read) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("xl/workbook.xml", "<not xml")
    assert refused(read, content.getvalue(), "t.xlsx") == "broken"


@pytest.mark.parametrize("rows", [ROWS, [["title"], ["?!"]], [["name"], ["Anna"]], [["a"]]])
def test_a_file_read_beside_the_conversation_is_answered_as_one_read_in_it(
    core: Core, rows: list[list[str]]
) -> None:
    content = text(rows).encode()
    beside = studied(core, "team.csv", content, "en")
    inside = listed(core.lexicon, "team.csv", content, "en")
    found = [step(core.knowledge, core.lexicon, EMPTY, file) for file in (beside, inside)]
    assert found[0] == found[1]


def test_screens_of_whole_teams_are_not_remembered(core: Core) -> None:
    before = _screen_of.cache_info().currsize
    rows = [["name", "title"], ["Anna", "telesales team leader"], ["Bob", "telesales agent"]]
    file = studied(core, "team.csv", text(rows).encode(), "en")
    _, (shown,) = step(core.knowledge, core.lexicon, EMPTY, file)
    assert isinstance(shown, ShowCheck)
    assert screen_of(core, "en", shown).html
    assert _screen_of.cache_info().currsize == before
