"""Equal boxes become one, and no post is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from knowledge.chart import Node
from knowledge.chart.fold import fold_branches, fold_leaves
from tests.knowledge.chart.trees import node, trees


def _posts(tree: Node) -> list[str]:
    return sorted(post for each in tree.walk() for post in each.posts)


def _squad(number: int, agents: int = 11) -> Node:
    name = f"电销{number}组"
    agent = node("电销专员", count=agents)
    return replace(node(name, agent, note="电销组长", department=name), role="lead")


@given(trees())
def test_folding_keeps_every_post_and_the_number_of_people(tree: Node) -> None:
    for folded in (fold_leaves(tree), fold_branches(tree), fold_branches(fold_leaves(tree))):
        assert _posts(folded) == _posts(tree)
        assert folded.people == tree.people


def test_people_of_one_role_under_one_leader_are_one_box() -> None:
    folded = fold_leaves(node("店长", node("客服", count=2), node("美工"), node("客服", count=3)))
    assert [(child.title, child.count) for child in folded.children] == [("客服", 5), ("美工", 1)]


def test_people_who_also_report_elsewhere_keep_their_own_box() -> None:
    special = node("客服", dotted_to=("x",))
    folded = fold_leaves(node("店长", node("客服"), special, node("客服")))
    assert [child.count for child in folded.children] == [2, 1]


def test_equal_squads_become_one_from_the_first_to_the_last() -> None:
    (folded,) = fold_branches(node("电销经理", *map(_squad, (1, 2, 3)))).children
    assert (folded.title, folded.count, folded.people) == ("电销1组–电销3组", 3, 36)
    assert folded.children[0].count == 11


def test_a_squad_of_another_size_stays_apart() -> None:
    folded = fold_branches(node("电销经理", _squad(1), _squad(2), _squad(3, agents=10)))
    assert [child.title for child in folded.children] == ["电销1组–电销2组", "电销3组"]
