"""One page: its boxes, lines and texts stand where they belong, whatever the tree."""

from __future__ import annotations

from hypothesis import given, settings

from knowledge.chart import Node, lay_out
from knowledge.chart.dotted import with_dotted
from knowledge.chart.faces import DENSE, DENSEST
from knowledge.chart.layout import arranged, smallest_text
from tests.knowledge.chart.pages import card_of, posts, problems
from tests.knowledge.chart.trees import HEADING, node, trees


@given(trees())
def test_nothing_on_a_page_overlaps_sticks_out_or_is_cut_off(tree: Node) -> None:
    assert problems(lay_out(tree, HEADING)) == []


@given(trees(dotted=True))
@settings(max_examples=60)
def test_dotted_lines_go_around_every_box(tree: Node) -> None:
    assert problems(lay_out(tree, HEADING)) == []


@given(trees(dotted=True))
@settings(max_examples=40)
def test_a_dense_page_is_as_sound_as_a_roomy_one(tree: Node) -> None:
    for density in (DENSE, DENSEST[-1]):
        page = with_dotted(arranged(tree, HEADING, density=density, number="2/10"))
        assert problems(page) == []
        assert posts((page,)) == {post for each in tree.walk() for post in each.posts}


@given(trees())
def test_every_node_has_a_card_and_every_card_a_line_or_an_area(tree: Node) -> None:
    page = lay_out(tree, HEADING)
    assert [card.node.id for card in page.cards].count(tree.id) == 1
    assert posts((page,)) == {each.id for each in tree.walk()}
    reached = {link.target for link in page.links}
    in_bands = {group.label for group in page.groups if group.band}
    for child in tree.children:
        assert child.id in reached or child.department in reached & in_bands


@given(trees())
@settings(max_examples=20)
def test_the_same_tree_is_laid_out_the_same(tree: Node) -> None:
    assert lay_out(tree, HEADING) == lay_out(tree, HEADING)


def test_people_stand_one_below_the_other_under_their_leader() -> None:
    agents = [node("专员"), node("助理"), node("培训师")]
    page = lay_out(node("经理", *agents), HEADING)
    boxes = [card_of(page, agent.id).box for agent in agents]
    assert len({box.x for box in boxes}) == 1
    assert len({box.width for box in boxes}) == 1
    assert boxes == sorted(boxes, key=lambda box: box.y)


def test_departments_become_areas_with_a_header_each() -> None:
    leader = node("客服部", node("售前客服"), note="客服主管", department="客服部")
    designers = [node(name, department="设计部") for name in ("美工", "剪辑")]
    page = lay_out(node("店长", leader, *designers), HEADING)
    assert [group.label for group in page.groups] == ["客服部", "设计部"]
    assert [bool(group.band) for group in page.groups] == [False, True]
    assert card_of(page, leader.id).kind == "header"
    assert {card_of(page, each.id).hue for each in designers} == {2}


def test_a_wide_team_is_wrapped_into_rows_that_fit_a_phone() -> None:
    units = [
        node(f"电销{i}组", node("电销专员", count=12), department=f"电销{i}组") for i in range(12)
    ]
    page = lay_out(node("电销总监", *units), HEADING)
    assert page.width < 1.3 * page.height
    assert smallest_text(page) >= 11


def test_a_page_that_is_larger_than_shown_has_smaller_text() -> None:
    many = [node("专员", department=f"第{i}部") for i in range(200)]
    page = lay_out(node("总监", *many), HEADING)
    assert smallest_text(page) < 13 * 1280 / max(page.width, page.height) + 0.01
