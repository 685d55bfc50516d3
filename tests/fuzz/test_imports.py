"""Any file with people is read as rows within the limits, or refused with a reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.imports import Refused, read_rows
from bot.imports.listed import listed
from bot.imports.rows import MOST_COLUMNS, MOST_ROWS, Code
from flows.teams.roster_rows import headings
from tests.bot.imports.test_files import workbook
from tests.fuzz.acting import CORE
from tests.fuzz.life import Life

ROWS: list[list[object]] = [
    ["姓名", "岗位", "上级", "人数"],
    ["张三", "客服", "李四", 2.5],
    ["李四", "店长", "", "=1+1"],
]
BOOK = workbook(ROWS)
TEXT = "\n".join(",".join(map(str, row)) for row in ROWS)
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "gb18030",
    "big5",
    "latin-1",
    "cp437",
)
_CELLS = st.text(max_size=8) | st.sampled_from(
    (
        "客服",
        "店长",
        "title",
        "name",
        "=1+1",
        '=cmd|"/c calc"!A1',
        "@SUM(A1)",
        "-1",
        "1e999",
        '"',
        "\0",
        "\r",
    )
)
_sheets = st.lists(st.lists(_CELLS, max_size=5), max_size=8)


def is_heading(row: Sequence[str]) -> bool:
    """Tell whether a row is one of headings, as the bot does."""
    return bool(headings(CORE.lexicon, row))


def check(name: str, content: bytes) -> list[list[str]] | None:
    """Read a file; what it gives must be within the limits. None if it was refused."""
    code = ""
    rows: list[list[str]] = []
    try:
        rows = read_rows(name, content, is_heading)
    except Refused as refused:
        code = refused.code
    if code:
        assert code in get_args(Code)
        return None
    assert len(rows) <= MOST_ROWS
    assert all(isinstance(cell, str) for row in rows for cell in row)
    assert all(len(row) <= MOST_COLUMNS for row in rows)
    return rows


@given(content=st.binary(max_size=300), name=st.sampled_from(("a.csv", "a.xlsx", "a.tsv", "a", "")))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    check(name, content)


@given(
    rows=_sheets,
    separator=st.sampled_from((",", "\t", ";", "|", "，", "\n", "\v")),
    encoding=st.sampled_from(ENCODINGS),
    damage=st.binary(max_size=3),
)
def test_any_table_in_any_encoding_is_read_or_refused(
    rows: list[list[str]], separator: str, encoding: str, damage: bytes
) -> None:
    text = "\n".join([separator.join(("姓名", "岗位")), *map(separator.join, rows)])
    check("a.csv", text.encode(encoding, "replace") + damage)


@given(place=st.integers(0, len(BOOK)), length=st.integers(0, 200), other=st.binary(max_size=20))
def test_a_damaged_workbook_is_read_or_refused(place: int, length: int, other: bytes) -> None:
    check("a.xlsx", BOOK[:place] + other + BOOK[place + length :])


@st.composite
def rewritten(draw: st.DrawFn) -> bytes:
    """Make a workbook of which one part was changed before it was packed."""
    with zipfile.ZipFile(io.BytesIO(BOOK)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    whole = parts[name]
    place = draw(st.integers(0, len(whole)))
    other = draw(st.binary(max_size=12) | st.sampled_from(_PIECES))
    parts[name] = whole[:place] + other + whole[place + draw(st.integers(0, 60)) :]
    for gone in draw(st.sets(st.sampled_from(sorted(parts)), max_size=1)):
        del parts[gone]
    return packed(parts)


_PIECES = (
    *(
        b"<row r='999999999'>",
        b"<c r='ZZZZZ1'><v>1</v></c>",
        b"<c r='A0'/>",
        b"<v>1e999</v>",
        b"&x;",
    ),
    *(
        b"<c t='s'><v>99999</v></c>",
        b"<c t='d'><v>x</v></c>",
        b"<f>1+1</f>",
        b"<!--",
        b"]]>",
        b"\0",
    ),
    *(
        b"r='-1'",
        b"s='99999'",
        b"<v>nan</v>",
        b"t='b'",
        b"t='e'",
        b"</sheetData>",
        b"<dimension ref='A1:XFD1048576'/>",
    ),
)


def packed(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in parts.items():
            book.writestr(name, part)
    return content.getvalue()


@given(content=rewritten())
def test_a_workbook_with_a_damaged_part_is_read_or_refused(content: bytes) -> None:
    check("a.xlsx", content)


def test_entities_that_grow_without_end_are_never_unfolded() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    sheet = "<worksheet><sheetData>&e11;</sheetData></worksheet>"
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>{sheet}'
    with zipfile.ZipFile(io.BytesIO(BOOK)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    for name in (
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "xl/styles.xml",
    ):
        rows = check("a.xlsx", packed({**parts, name: bomb.encode()})) or []
        assert not any("haha" in cell for row in rows for cell in row)


@settings(max_examples=40)
@example(rows=[["姓名", "岗位"], ["张三", "=1+1"]])
@given(rows=_sheets)
def test_any_list_is_answered(life: Life, rows: list[list[str]]) -> None:
    content = "\n".join(["姓名,岗位,上级", *map(",".join, rows)])
    life.people[0].sends_file("a.csv", content.encode())
    life.settle()


@given(rows=_sheets)
def test_what_is_read_is_a_list_or_says_why_not(rows: list[list[str]]) -> None:
    content = "\n".join(["姓名,岗位,上级", *map(",".join, rows)]).encode()
    found = listed(CORE.lexicon, "a.csv", content, "zh")
    assert (found.rows == ()) == (found.refused is not None)


@pytest.mark.parametrize("length", [0, 1, 100, 1000, -1])
def test_a_workbook_that_was_cut_short_is_refused(length: int) -> None:
    assert check("a.xlsx", BOOK[:length]) is None
