"""Charts show titles and names, and a plan that was edited is another picture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core import Core
from bot.pictures.drawing import draw, pages
from bot.pictures.tree import tree
from bot.words import LANGUAGES, Language
from bot.words.voice import voice
from knowledge.chart import Node
from knowledge.edits import Add, Edit, Resize, Split, Staff, Title
from tests.knowledge.chart.pages import problems
from tests.knowledge.edits.teams import BRIEF, SQUADS


def _nodes(core: Core, *edits: Edit, language: Language = "zh-Hans") -> dict[str, Node]:
    plan = core.plan(replace(BRIEF, edits=edits))
    return {node.id: node for node in tree(core.knowledge, plan, voice(language)).walk()}


def test_a_title_is_on_the_card_with_role_and_unit_below(core: Core) -> None:
    card = _nodes(core, Title("p2", "Lily & Co"))["p2"]
    assert (card.title, card.note, card.is_own) == ("Lily & Co", "电商客服主管·客服部", True)


def test_names_are_on_the_card_below_the_role(core: Core) -> None:
    card = _nodes(core, Staff("p3", ("Lily", "Tom")))["p3"]
    assert (card.title, card.count, card.note) == ("售前客服", 3, "Lily、Tom")


def test_the_head_has_its_title(core: Core) -> None:
    card = _nodes(core, Title("p1", "<老板>"), Staff("p1", ("A&B",)))["p1"]
    assert (card.title, card.note) == ("<老板>", "店长·A&B")


def test_a_title_that_no_font_can_draw_leaves_the_role(core: Core) -> None:
    card = _nodes(core, Title("p2", "🌟"))["p2"]
    assert card.title == "电商客服主管"


def test_a_post_the_user_named_keeps_its_note_when_its_peers_share_theirs(core: Core) -> None:
    nodes = _nodes(core, Split("p6", 3), Staff("p6", ("Lily",)))
    assert nodes["p6"].note == "Lily"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_with_the_longest_titles_and_names_is_sound(core: Core, language: Language) -> None:
    long = "名" * 20 + "W" * 20
    edits: list[Edit] = [Resize("p3", 5), Staff("p3", (long,) * 5), Add("hr_manager", "p1", 1)]
    edits += [Title(f"p{i}", long) for i in range(1, 14)]
    for page in pages(core, language, replace(BRIEF, edits=tuple(edits))):
        assert problems(page) == []


def test_a_squad_with_a_title_is_drawn_beside_the_others(core: Core) -> None:
    (page,) = pages(core, "zh-Hans", replace(SQUADS, edits=(Title("p4", "王牌组"),)))
    assert "王牌组" in [text.text for card in page.cards for text in card.texts]
    assert problems(page) == []


def test_an_edited_plan_is_another_picture_that_is_escaped(core: Core) -> None:
    edited = replace(BRIEF, edits=(Title("p2", '<b>"&'),))
    (before,) = draw(core, "en", BRIEF, format="svg")
    (after,) = draw(core, "en", edited, format="svg")
    assert before.content != after.content
    assert b"<b>" not in after.content
    assert b"&lt;b&gt;" in after.content


def test_a_card_does_not_repeat_the_area_it_stands_in(core: Core) -> None:
    nodes = _nodes(core, Title("p12", "王芳"), Staff("p8", ("Tom",)))
    assert (nodes["p12"].note, nodes["p12"].department) == ("选品专员", "商品与供应链部")
    assert nodes["p8"].note == "Tom"
