"""Dotted lines: whom somebody also reports to."""

from __future__ import annotations

from knowledge.chart import Node, Page, lay_out
from knowledge.chart.layout import arranged
from tests.knowledge.chart.pages import card_of, is_on_edge, problems
from tests.knowledge.chart.trees import HEADING, node


def _tree(*, to: str) -> Node:
    quality = node("质检", id="from", dotted_to=(to,))
    sales = node("电销部", node("专员", count=9), quality, department="电销部")
    service = node("客服部", node("客服", count=9), department="客服部", id="head")
    return node("总监", sales, service)


def _dotted(page: Page) -> list[tuple[str, str]]:
    return [(link.source, link.target) for link in page.links if link.is_dotted]


def test_a_dotted_line_leads_from_side_to_side() -> None:
    page = lay_out(_tree(to="head"), HEADING)
    assert _dotted(page) == [("from", "head")]
    (line,) = [link for link in page.links if link.is_dotted]
    assert is_on_edge(line.points[0], card_of(page, "from").box)
    assert is_on_edge(line.points[-1], card_of(page, "head").box)
    assert problems(page) == []


def test_two_dotted_lines_do_not_run_along_each_other() -> None:
    helpers = [node("质检", id=f"q{i}", dotted_to=("head",)) for i in range(2)]
    sales = node("电销部", *helpers, department="电销部")
    page = lay_out(node("总监", sales, node("客服部", node("客服"), id="head")), HEADING)
    first, second = [link.points for link in page.links if link.is_dotted]
    assert first[0] != second[0]
    assert problems(page) == []


def test_whoever_is_on_another_page_is_named_instead() -> None:
    page = arranged(_tree(to="away"), HEADING, names={"away": "市场总监"})
    assert _dotted(page) == []
    assert [text.text for text in card_of(page, "from").texts] == ["质检", "→ 市场总监"]


def test_a_line_to_nobody_known_is_left_out() -> None:
    assert _dotted(lay_out(_tree(to="nobody"), HEADING)) == []


def test_where_lines_would_be_too_many_names_say_it_all() -> None:
    helpers = [node("质检", id=f"q{i}", dotted_to=("head",)) for i in range(20)]
    head = node("客服部", node("客服"), department="客服部", id="head")
    page = lay_out(node("总监", *helpers, head), HEADING)
    assert _dotted(page) == []
    assert card_of(page, "q0").texts[-1].text == "→ 客服部"
