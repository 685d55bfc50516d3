"""Long texts are cut into pages at the ends of lines, and nothing of them is lost."""

from __future__ import annotations

import pytest

from bot.render import pages

PARTS = "\n\n".join(f"<b>Part {n}</b>\n{'word ' * n}\n• one\n• two" for n in range(1, 30))


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("limit", range(180, 600, 7))
def test_a_heading_stands_above_what_it_is_the_heading_of(limit: int) -> None:
    found = pages(PARTS, limit)
    assert words("\n".join(found)) == words(PARTS)
    assert not any(page.endswith("</b>") for page in found)


def test_a_text_of_one_page_is_not_cut() -> None:
    assert pages(PARTS, len(PARTS) + 1) == [PARTS]


def test_a_page_that_is_all_headings_is_cut_all_the_same() -> None:
    headings = "\n".join("<b>Heading</b>" for _ in range(20))
    found = pages(headings, 100)
    assert words("\n".join(found)) == words(headings)
    assert max(map(len, found)) < 100
