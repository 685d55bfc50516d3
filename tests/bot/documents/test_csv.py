"""The table of posts opens in spreadsheets and imports into programs that draw charts."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from bot.core import Core
from bot.documents.boxes import one_line
from bot.documents.contents import Contents
from bot.documents.csv import HEADERS, write
from bot.words import LANGUAGES, Language
from knowledge.model import CHANNELS
from tests.bot.documents.hostile import BAD, hostile
from tests.bot.documents.plans import plan, with_second_leader

SIZES = (1, 12, 200)
FORMULAS = tuple("=+-@\t\r＝＋－＠")


def rows(content: bytes) -> list[dict[str, str]]:
    """Read a table by the English half of its headers."""
    header, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    names = [name.split(" ")[0] for name in header]
    return [dict(zip(names, line, strict=True)) for line in lines]


@pytest.fixture
def made(core: Core) -> Contents:
    return plan(core, "ecommerce", 55)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_the_people_of_all_rows_are_the_team(core: Core, channel: str, size: int) -> None:
    found = rows(write(plan(core, channel, size), "light"))
    assert sum(int(row["People"]) for row in found) == size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_everybody_but_the_head_reports_to_a_row_above(core: Core, channel: str, size: int) -> None:
    above: set[str] = set()
    for row in rows(write(plan(core, channel, size), "light")):
        assert row["Reports_To"] in above if above else row["Reports_To"] == ""
        assert row["Unique_ID"] not in above
        above.add(row["Unique_ID"])


def test_a_row_says_what_its_post_says(made: Contents) -> None:
    found = rows(write(made, "light"))
    said = [(r["Title"], r["Department"], int(r["People"]), int(r["Level"])) for r in found]
    assert said == [(p.role, p.unit, p.people, p.depth + 1) for p in made.posts]
    assert found[0]["Responsible_For"] == "、".join(made.posts[0].functions)


def test_a_box_says_how_many_people_it_stands_for(made: Contents) -> None:
    found = rows(write(made, "light"))
    many = next(post for post in made.posts if post.people > 1)
    names = {row["Unique_ID"]: row["Name"] for row in found}
    assert names[many.id] == f"{many.role} × {many.people}"
    assert names[made.posts[0].id] == made.posts[0].role


def test_excel_is_told_that_the_text_is_utf_8(made: Contents) -> None:
    assert write(made, "light").startswith(b"\xef\xbb\xbf")


def test_every_row_ends_as_the_standard_says(made: Contents) -> None:
    content = write(made, "light")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == len(made.posts) + 1


def test_a_header_is_said_in_the_language_of_the_reader(core: Core) -> None:
    header = write(plan(core, "telesales", 5, "zh-Hant-TW"), "light").decode("utf-8-sig")
    assert header.startswith("Name 名稱,Unique_ID 編號,Reports_To 主管編號,")


@pytest.mark.parametrize("language", LANGUAGES)
def test_draw_io_knows_a_header_by_one_name_in_every_language(
    core: Core, language: Language
) -> None:
    text = write(plan(core, "telesales", 5, language), "light").decode("utf-8-sig")
    headers = text.splitlines()[0].split(",")
    kept = [re.sub("[^A-Za-z0-9]+", "_", header).rstrip("_") for header in headers]
    assert kept[:3] == ["Name", "Unique_ID", "Reports_To"]
    assert len(set(kept)) == len(HEADERS)
    assert all(name[:1].isalpha() for name in kept)


def test_a_second_leader_has_a_column(made: Contents) -> None:
    last = made.tree.children[-1].id
    found = rows(write(with_second_leader(made, last, "p2"), "light"))
    assert {row["Unique_ID"]: row["Also_Reports_To"] for row in found}[last] == "p2"


def test_no_text_becomes_a_formula(made: Contents) -> None:
    cells = [cell for row in rows(write(hostile(made), "light")) for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(FORMULAS)] == []
    assert any(cell.startswith("'=1+1 ") for cell in cells)


def test_no_text_breaks_out_of_its_cell(made: Contents) -> None:
    bad = hostile(made)
    found = rows(write(bad, "light"))
    assert [row["Title"].removeprefix("'") for row in found] == [
        one_line(post.role).removeprefix("'") for post in bad.posts
    ]


@pytest.mark.parametrize("name", [bad for bad in BAD if not one_line(bad).startswith(FORMULAS)])
def test_an_ordinary_name_is_left_as_it_is(made: Contents, name: str) -> None:
    post = replace(made.posts[-1], role=name)
    found = rows(write(replace(made, posts=(*made.posts[:-1], post)), "light"))
    assert found[-1]["Title"] == one_line(name)
