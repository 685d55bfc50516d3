"""The pages as a whole: links lead somewhere, both languages say the same, all is tried."""

from __future__ import annotations

import re
from importlib.util import find_spec

import pytest

from tests.docs.pages import (
    MODULE,
    PAGES,
    PAIRS,
    PROGRAM,
    ROOT,
    blocks,
    commands,
    headings,
    of_kind,
    prose,
    shell_lines,
    text,
)
from tests.docs.test_hosting import SYSTEM
from tests.test_project import CHAT, TEST

MOST_LINES = 350
TRIED = {"sh", "toml", "text", "ini", "nginx", "caddyfile", "diff"}
SAME_IN_BOTH = ("toml", "ini", "nginx", "caddyfile", "diff")
TELEGRAM = f"{PROGRAM}telegram"
_LINK = re.compile(r'\]\(([^)\s]+)\)|src="([^"]+)"')
_WORDS = re.compile(r'"[^"]*"|[^\x00-\x7f]+')
_PARTS = re.compile(r"[^\w\s-]")


def anchor(title: str) -> str:
    """Make the anchor that GitHub gives a heading."""
    return _PARTS.sub("", title.lower()).replace(" ", "-")


def links(page: str) -> list[str]:
    return [a or b for a, b in _LINK.findall(prose(page))]


@pytest.mark.parametrize("page", PAGES)
def test_a_link_leads_to_a_file_and_a_heading_that_exist(page: str) -> None:
    for link in links(page):
        if link.startswith("https://"):
            continue
        file, _, part = link.partition("#")
        target = (ROOT / page).parent / file if file else ROOT / page
        assert target.exists(), link
        if part:
            name = target.resolve().relative_to(ROOT).as_posix()
            assert part in {anchor(title) for _, title in headings(name)}, link


@pytest.mark.parametrize("page", PAGES)
def test_every_block_is_of_a_kind_that_is_tried(page: str) -> None:
    assert {block.kind for block in blocks(page)} <= TRIED


@pytest.mark.parametrize("page", PAGES)
def test_every_line_to_type_is_one_that_is_tried(page: str) -> None:
    known = {CHAT, TEST, *commands(page)}
    for line in shell_lines(page):
        is_module = line.startswith(MODULE) and find_spec(line.removeprefix(MODULE))
        assert line in known or is_module or line.endswith(TELEGRAM) or SYSTEM.match(line), line


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
def test_both_languages_have_the_same_sections(pair: tuple[str, str]) -> None:
    one, other = ([level for level, _ in headings(page)] for page in pair)
    assert one == other
    assert len(one) > 5


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
def test_both_languages_have_the_same_commands(pair: tuple[str, str]) -> None:
    one, other = ([_shape(line) for line in shell_lines(page)] for page in pair)
    assert one == other


def _shape(line: str) -> str:
    """Take out of a line what people say, which is in the language of the page."""
    return _WORDS.sub("…", line).replace(" --lang zh-Hans", "")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
def test_both_languages_show_the_same_settings_and_data(pair: tuple[str, str]) -> None:
    one, other = (of_kind(page, *SAME_IN_BOTH) for page in pair)
    assert one == other


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
def test_both_languages_have_tables_of_the_same_size(pair: tuple[str, str]) -> None:
    one, other = (
        [line.count("|") for line in prose(p).splitlines() if line[:1] == "|"] for p in pair
    )
    assert one == other


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
def test_each_language_links_to_the_other_at_its_top(pair: tuple[str, str]) -> None:
    for page, other in (pair, pair[::-1]):
        found = [((ROOT / page).parent / link).resolve() for link in links(page)[:1]]
        assert found == [ROOT / other]


@pytest.mark.parametrize("page", [page for pair in PAIRS for page in pair])
def test_a_page_is_short_enough_to_find_things_in(page: str) -> None:
    assert len(text(page).splitlines()) <= MOST_LINES
