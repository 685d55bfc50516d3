"""Charts name posts with the words of the text tree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core import Core
from bot.pictures.tree import tree
from bot.words import LANGUAGES, Language
from bot.words.voice import voice
from knowledge.chart import Node
from knowledge.model import CHANNELS
from tests.bot.pictures.conftest import brief


def _tree(core: Core, channel: str, size: int, language: Language = "zh-Hans") -> Node:
    return tree(core.knowledge, core.plan(brief(core, channel, size)), voice(language))


def _find(root: Node, title: str) -> Node:
    return next(node for node in root.walk() if node.title == title)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("size", [1, 12, 55, 1000])
def test_every_post_is_one_node_with_its_people(
    core: Core, channel: str, size: int, language: Language
) -> None:
    plan, root = core.plan(brief(core, channel, size)), _tree(core, channel, size, language)
    assert [node.id for node in root.walk()] == [post.id for post in plan.posts]
    assert [node.count for node in root.walk()] == [post.headcount for post in plan.posts]
    assert root.people == size
    assert all(node.title for node in root.walk())


def test_a_leader_with_a_unit_of_its_own_stands_under_the_name_of_the_unit(core: Core) -> None:
    squad = _find(_tree(core, "telesales", 55), "电销1组")
    assert (squad.note, squad.department, squad.people) == ("电销组长", "电销1组", 12)


def test_leaders_who_share_a_unit_are_numbered_and_share_an_area(core: Core) -> None:
    root = _tree(core, "ecommerce", 55)
    stores = [child for child in root.children if child.department == "运营部"]
    assert [store.title for store in stores] == ["店长 1", "店长 2"]


def test_people_of_the_heads_own_unit_have_an_area_beside_the_others(core: Core) -> None:
    root = _tree(core, "ecommerce", 12)
    assert {child.title: child.department for child in root.children}["推广专员"] == "运营部"


def test_a_team_of_one_unit_has_no_areas(core: Core) -> None:
    root = _tree(core, "telesales", 12)
    assert [child.department for child in root.children] == [""]


def test_a_unit_that_most_people_of_a_leader_stand_in_is_said_once(core: Core) -> None:
    manager = _find(_tree(core, "marketing", 55), "市场经理 6")
    assert manager.note == "增长与渠道"
    notes = {child.title: child.note for child in manager.children}
    assert notes["市场调研专员"] == "品牌与产品营销"
    assert notes["KOL专员"] == ""


def test_a_division_is_not_repeated_below_its_head(core: Core) -> None:
    division = _find(_tree(core, "ecommerce", 200), "事业部1")
    assert division.note == "电商总监"
    assert {child.department for child in division.children} >= {"运营部", "仓储物流部"}


def test_functional_reporting_becomes_a_dotted_line(core: Core) -> None:
    plan = core.plan(brief(core, "telesales", 55))
    *others, last = plan.posts
    matrix = replace(plan, posts=(*others, last._replace(also_reports_to=("p2",))))
    root = tree(core.knowledge, matrix, voice("en"))
    assert [node.dotted_to for node in root.walk()][-1] == ("p2",)
