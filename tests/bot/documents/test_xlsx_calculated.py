"""LibreOffice calculates what stands in the cells of a workbook, and follows changes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from bot.core import Core
from bot.documents.contents import Contents
from bot.documents.xlsx import write
from tests.bot.documents.hostile import hostile
from tests.bot.documents.plans import plan
from tests.bot.documents.workbooks import PLAN, POSTS, ROLES, cells, formulas, read, table

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def plans(core: Core) -> dict[str, Contents]:
    return {
        "usual": plan(core, "telesales", 55),
        "hostile": hostile(plan(core, "ecommerce", 55, "en")),
    }


@pytest.fixture(scope="module")
def calculated(
    plans: dict[str, Contents], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Workbook]:
    """Let LibreOffice calculate workbooks that have lost the values of their formulas."""
    folder = tmp_path_factory.mktemp("calculated")
    books = {name: read(write(made, "light"), values=False) for name, made in plans.items()}
    books["grown"] = read(write(plans["usual"], "light"), values=False)
    books["grown"].worksheets[POSTS]["D4"] = 14
    books["renamed"] = read(write(plans["usual"], "light"), values=False)
    books["renamed"].worksheets[POSTS]["B2"] = "总监"
    for name, book in books.items():
        book.save(folder / f"{name}.xlsx")
    _convert(folder)
    return {file.stem: openpyxl.load_workbook(file, data_only=True) for file in folder.glob("to/*")}


def _convert(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.xlsx")))
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run([*command, str(folder / "to"), *files], check=True, capture_output=True)


def values(book: Workbook) -> dict[str, object]:
    """Give what stands in every cell, by place."""
    return {place: cell.value for place, cell in cells(book)}


@pytest.mark.parametrize("name", ["usual", "hostile"])
def test_every_formula_gives_the_value_that_stands_in_its_cell(
    plans: dict[str, Contents], calculated: dict[str, Workbook], name: str
) -> None:
    content = write(plans[name], "light")
    written, computed = values(read(content)), values(calculated[name])
    places = formulas(content)
    assert len(places) > 100
    pairs = {place: (written.get(place), computed.get(place)) for place in places}
    assert {place: pair for place, pair in pairs.items() if not _is_same(*pair)} == {}


def _is_same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == pytest.approx(other)
    return (one or "") == (other or "")


@pytest.mark.parametrize("name", ["usual", "hostile"])
def test_every_text_comes_out_of_another_program_as_it_went_in(
    plans: dict[str, Contents], calculated: dict[str, Workbook], name: str
) -> None:
    written = values(read(write(plans[name], "light")))
    computed = values(calculated[name])
    texts = {place: value for place, value in written.items() if isinstance(value, str) and value}
    assert {p: (v, computed.get(p)) for p, v in texts.items() if computed.get(p) != v} == {}


def test_three_more_people_change_every_sum_and_fail_the_check(
    calculated: dict[str, Workbook],
) -> None:
    book = calculated["grown"]
    posts, roles = table(book.worksheets[POSTS]), table(book.worksheets[ROLES])
    assert (posts[-1]["人数"], roles[-1]["人数"]) == (58, 58)
    assert {row["岗位"]: row["人数"] for row in roles}["电销专员"] == 47
    assert {row["编号"]: row["直接下属"] for row in posts}["p2"] == 14
    labels = {row[0]: row[1] for row in book.worksheets[PLAN].iter_rows(values_only=True)}
    assert labels["核对"] == "不一致"


def test_a_leader_who_is_renamed_is_renamed_where_people_report_to_him(
    calculated: dict[str, Workbook],
) -> None:
    rows = table(calculated["renamed"].worksheets[POSTS])
    assert {row["直接上级"] for row in rows if row["上级编号"] == "p1"} == {"总监"}
