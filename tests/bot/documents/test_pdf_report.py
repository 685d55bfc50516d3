"""The report as a file: everything said, on the right page, in characters that can be copied."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from bot.core import Core
from bot.documents import pdf
from bot.documents.contents import Contents, RoleSheet, contents
from bot.documents.pdf.charts import pages
from bot.documents.pdf.values import values
from bot.pictures.fonts import printable
from bot.pictures.typesetting import typeset
from bot.words.voice import Language, voice
from knowledge.brief import Brief
from tests.bot.documents.hostile import hostile
from tests.bot.documents.reports import made, missing, read, report, sheets, squeezed, texts

BIG: tuple[tuple[Language, str, int], ...] = (
    ("zh-Hans", "ecommerce", 55),
    ("zh-Hant-TW", "marketing", 100),
    ("en", "marketing", 200),
)
SMALL: tuple[tuple[Language, str, int], ...] = (
    ("zh-Hans", "telesales", 1),
    ("zh-Hans", "ecommerce", 5),
    ("zh-Hans", "customer_service", 12),
    ("zh-Hant-TW", "marketing", 15),
    ("en", "telesales", 12),
    ("en", "ecommerce", 15),
)
FACES: dict[Language, str] = {
    "zh-Hans": "NotoSansCJKsc",
    "zh-Hant-TW": "NotoSansCJKtc",
    "zh-Hant-HK": "NotoSansCJKhk",
    "en": "NotoSansCJKjp",
}
TYPST = (
    "#panic()",
    "\\",
    "*b*",
    "_i_",
    "<b>",
    "@ref",
    "$x$",
    "// no",
    "/* no */",
    "`raw`",
    "]}",
    "~",
)
IN_ANOTHER_PROCESS = """
import sys
from hashlib import sha256
from bot.core import Core
from bot.documents import make
from knowledge.brief import Brief
(file,) = make(Core.load(), "zh-Hans", Brief("telesales", "startup", False, 12, 12, ()), "pdf")
print(sha256(file.content).hexdigest())
"""


def chart_in(found: str, plan: Contents) -> str:
    """Give what stands on page one between the head and the roles."""
    before, _, _ = found.partition(squeezed(voice(plan.language).say("part.roles")))
    return before.removeprefix(squeezed(printable(plan.title)))


def said_in(role: RoleSheet) -> Iterator[str]:
    yield from (role.name, role.mission, role.number, role.ratio)
    yield from (*role.duties, *role.skills, *role.sources, *(name for name, _ in role.kpis))


@pytest.mark.parametrize(("language", "channel", "size"), [*BIG, ("en", "telesales", 12)])
def test_a_report_says_everything_of_its_plan(
    core: Core, language: Language, channel: str, size: int
) -> None:
    plan = made(core, language, channel, size)
    found = "".join(sheets(core, language, channel, size))
    lists = [getattr(plan, field.name) for field in fields(plan)]
    told = [
        said for many in lists if isinstance(many, tuple) for said in many if isinstance(said, str)
    ]
    assert missing((plan.title, plan.company, plan.because, plan.rule, *told), found) == []
    assert [missing(said_in(role), found) for role in plan.roles] == [[] for _ in plan.roles]
    assert missing(tuple(row.function for row in plan.coverage), found) == []
    assert missing(tuple(source.title for source in plan.sources), found) == []


@pytest.mark.parametrize(("language", "channel", "size"), SMALL)
def test_page_one_of_a_small_plan_has_chart_roles_covers_why_and_sources(
    core: Core, language: Language, channel: str, size: int
) -> None:
    plan = made(core, language, channel, size)
    found, second, *_ = sheets(core, language, channel, size)
    say = voice(language).say
    assert squeezed(plan.tree.title) in chart_in(found, plan)
    wanted = [plan.title, plan.because, plan.rule, *plan.warnings]
    wanted += [each for role in plan.roles for each in (role.name, role.mission)]
    wanted += [row.function for row in plan.coverage]
    wanted += [source.title for source in plan.sources]
    assert missing(tuple(wanted), found) == []
    assert squeezed(say("report_page.sheets")) not in found
    assert squeezed(say("report_page.sheets")) in second


def test_what_page_one_has_no_room_for_stands_behind_the_sheets(core: Core) -> None:
    plan, (first, *others) = made(core, *SMALL[-1]), sheets(core, *SMALL[-1])
    late = (*plan.hires, *(role.number for role in plan.roles))
    assert missing(late, first) == list(late)
    assert missing(late, "".join(others)) == []


def test_a_larger_plan_begins_with_its_chart_and_repeats_the_headers_of_tables(core: Core) -> None:
    plan, found = made(core, *BIG[0]), sheets(core, *BIG[0])
    assert squeezed(plan.tree.title) in chart_in(found[0], plan)
    say = voice("zh-Hans").say
    header = squeezed(
        say("report_page.role") + say("report_page.people") + say("report_page.mission")
    )
    assert [header in sheet for sheet in found[:2]] == [True, True]


@pytest.mark.parametrize("language", FACES)
def test_glyphs_have_the_forms_of_the_region(core: Core, language: Language) -> None:
    sheet: Any = report(core, language, "telesales", 12).pages[0]
    named = [font.get_object()["/BaseFont"] for font in sheet["/Resources"]["/Font"].values()]
    assert {name.split("+")[1].split("-")[0] for name in named} == {FACES[language]}


def test_properties_are_set_and_hold_no_time(core: Core) -> None:
    plan, found = made(core, *BIG[1]), report(core, *BIG[1])
    info = found.metadata
    assert info is not None
    assert info.title == printable(plan.title).replace(" · ", "·")
    assert info.author == "Orgwright"
    assert str(info["/Keywords"]).split(", ") == [role.name for role in plan.roles]
    assert "/CreationDate" not in info
    root: Any = found.trailer["/Root"]
    assert root["/Lang"] == "zh-TW"
    assert root["/MarkInfo"]["/Marked"]
    assert {tuple(map(round, sheet.mediabox[2:])) for sheet in found.pages} == {(595, 842)}


@pytest.mark.parametrize(("language", "channel", "size"), [*BIG[1:], ("zh-Hans", "ecommerce", 12)])
def test_a_screen_reader_finds_what_it_needs(
    core: Core, language: Language, channel: str, size: int
) -> None:
    said = {"report": values(made(core, language, channel, size))}
    assert typeset("documents/report.typ", said, format="pdf", pdf_standards="ua-1")


def test_the_outline_lists_parts_units_and_roles(core: Core) -> None:
    plan, found = made(core, *BIG[2]), report(core, *BIG[2])
    outline: list[Any] = found.outline
    parts = [entry.title for entry in outline if not isinstance(entry, list)]
    say = voice("en").say
    keys = ("part.chart", "part.roles", "part.covers", "part.why", "why.sources", "part.run")
    assert [str(say(key)) for key in keys if say(key) not in parts] == []
    units, roles = (
        [entry.title for entry in entries] for entries in outline if isinstance(entries, list)
    )
    assert units == [page.title for page in pages(plan)[1:]]
    assert roles == [role.name for role in plan.roles]


def test_sources_that_have_an_address_can_be_clicked(core: Core) -> None:
    plan, found = made(core, "zh-Hans", "ecommerce", 12), report(core, "zh-Hans", "ecommerce", 12)
    sheet: Any = found.pages[0]
    notes = [note.get_object() for note in sheet["/Annots"]]
    assert {note["/A"]["/URI"] for note in notes} == {row.url for row in plan.sources if row.url}


def test_an_address_that_is_none_of_the_web_is_no_link(core: Core) -> None:
    plan = made(core, "en", "telesales", 1)
    bad = replace(plan, sources=(replace(plan.sources[0], url="javascript:pwned()"),))
    assert "/Annots" not in read(bad).pages[0]


def test_notes_about_the_brief_are_in_the_report(core: Core) -> None:
    plan = contents(core, "en", Brief("ecommerce", "growth", True, 30, 25, ("live_selling",)))
    assert len(plan.notes) >= 2
    assert missing(plan.notes, "".join(texts(read(plan)))) == []


def test_the_same_plan_gives_the_same_bytes(core: Core) -> None:
    plan = contents(core, "zh-Hans", Brief("telesales", "startup", False, 12, 12, ()))
    first = pdf.write(plan, "light")
    assert pdf.write(plan, "light") == first
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS]
    other = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert other.stdout.strip() == sha256(first).hexdigest()


def test_paper_is_white_in_the_dark_theme_too(core: Core) -> None:
    plan = made(core, "en", "telesales", 5)
    assert pdf.write(plan, "dark") == pdf.write(plan, "light")


def test_names_are_never_read_as_typst(core: Core) -> None:
    plan = made(core, "en", "marketing", 12)
    names = (f"{bad} {role.name}" for bad, role in zip(TYPST, plan.roles, strict=False))
    roles = tuple(
        replace(role, name=name, mission=name, duties=(name,))
        for role, name in zip(plan.roles, names, strict=False)
    )
    found = "".join(texts(read(replace(plan, title=TYPST[0], roles=roles))))
    assert [found.count(squeezed(role.name)) >= 4 for role in roles] == [True] * len(roles)


@pytest.mark.parametrize("size", [12, 55])
def test_any_text_gives_a_report(core: Core, size: int) -> None:
    assert len(read(hostile(made(core, "zh-Hans", "telesales", size))).pages) >= 3


def test_characters_the_font_does_not_have_become_plainer_ones(core: Core) -> None:
    plan = made(core, "zh-Hans", "telesales", 1)
    (found, *_) = texts(read(replace(plan, title="𠮷野家🎉\ue000ﬃ")))
    assert found.startswith("𠮷野家")
    assert not set(found) & {"🎉", "\ue000", "\ufffd", "\0"}


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_a_report(core: Core, tmp_path: Path) -> None:
    plan = made(core, "zh-Hans", "telesales", 12)
    (tmp_path / "report.pdf").write_bytes(pdf.write(plan, "light"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    how = ("--headless", "--infilter=draw_pdf_import", "--convert-to", "odg", "--outdir", ".")
    command = ["soffice", home, *how, "report.pdf"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    drawing = ZipFile(tmp_path / "report.odg").read("content.xml").decode()
    found = squeezed(unescape(re.sub("<[^>]+>", "", drawing)))
    assert missing((plan.title, *(role.name for role in plan.roles), plan.because), found) == []
