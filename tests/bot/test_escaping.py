"""What holds the signs of HTML is escaped once: readers see it as it was written."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.core import Core
from bot.screens import screen_of
from bot.views.comparison import Comparison
from bot.views.role import FACETS, RoleView
from bot.words.voice import voice
from flows.advice.replies import ShowTaskForce
from flows.codes import decode
from flows.growth.replies import ShowGrowth, Way
from flows.replies import Reply, ShowPlan
from knowledge.edits import Edit, Title

_TWICE = re.compile(r"&amp;(?:#\d+|amp|lt|gt|quot);")
OWN = "R&D <lead> \"A\" 'B'"


@pytest.mark.parametrize("facet", FACETS)
def test_nothing_on_the_card_of_a_role_is_escaped_twice(core: Core, facet: str) -> None:
    for role in core.knowledge.roles.values():
        assert not _TWICE.search(RoleView(core.knowledge, role, voice("en")).card(facet))


def test_nothing_is_escaped_twice_where_two_roles_are_compared(core: Core) -> None:
    roles = list(core.knowledge.roles.values())
    for one, other in pairwise(roles):
        text = Comparison(core.knowledge, one, other, voice("en")).text()
        assert not _TWICE.search(text)
        assert ("&" in voice("en").role(one)) <= ("&amp;" in text)


def test_a_title_with_signs_of_html_is_shown_as_it_was_written(core: Core) -> None:
    brief = decode(core.knowledge, "ts-g-55")
    assert brief
    edits: tuple[Edit, ...] = tuple(Title(post.id, OWN) for post in core.plan(brief).posts)
    named = replace(brief, edits=edits)
    parts = ("card", "tree", "covers")
    replies: list[Reply] = [ShowPlan(named, "p1", p, 1, None, None, None) for p in parts]
    for reply in (*replies, ShowTaskForce(named, "p1", "complaints")):
        html = screen_of(core, "en", reply).html
        assert "R&amp;D &lt;lead&gt; " in html
        assert not _TWICE.search(html)


@pytest.mark.parametrize("part", ["tree", "roles", "covers", "why", "changes", "next", "run"])
def test_every_page_of_a_long_part_keeps_its_tags(core: Core, part: str) -> None:
    brief = decode(core.knowledge, "ec-m-300")
    assert brief
    pages = [
        screen_of(core, "en", ShowPlan(brief, "ec-m-300", part, page, None, None, None)).html
        for page in (1, 2)
    ]
    assert pages[0].startswith("<b>")
    assert not any("&lt;" in html for html in pages)


@pytest.mark.parametrize("page", [1, 2])
def test_every_page_of_a_long_way_keeps_its_tags(core: Core, page: int) -> None:
    brief = decode(core.knowledge, "ec-m-300")
    assert brief
    html = screen_of(core, "en", ShowGrowth(Way(brief, "ec-m-300", 1, is_edited=False), page)).html
    assert html.endswith(f"Page {page} of 4")
    assert "<b>" in html
    assert "&lt;" not in html


def test_what_an_edit_changed_is_escaped_once_also_where_other_edits_were_dropped(
    core: Core,
) -> None:
    brief = decode(core.knowledge, "ts-g-55")
    assert brief
    edited = replace(brief, edits=(Title("p2", OWN),))
    shown = ShowPlan(edited, "p1", "card", 1, None, brief, None, dropped=2)
    html = screen_of(core, "en", shown).html
    assert "2 of your changes" in html
    assert not _TWICE.search(html)
