"""The flowchart is one that Mermaid draws, and says what the plan says.

The grammar here is narrower than Mermaid's: a line that fits it cannot be read in another way.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace

import pytest

from bot.core import Core
from bot.documents.boxes import one_line
from bot.documents.contents import Contents
from bot.documents.mermaid import MOST_CHARACTERS, MOST_LINKS, write
from bot.words import LANGUAGES, Language
from knowledge.model import CHANNELS
from tests.bot.documents.hostile import BAD, hostile
from tests.bot.documents.plans import plan, with_second_leader

SIZES = (1, 2, 5, 12, 55, 200)
_TEXT = r"(?:[^\x00-\x7f]|[A-Za-z0-9 ,./()+%'-]|#\d+;|<br/>)*"
_ID = r"p\d+|e\d+[a-z]*"
_BOX = rf'({_ID})\["({_TEXT})"\](:::leader)?'
_STATEMENTS = {
    "box": re.compile(_BOX),
    "link": re.compile(rf"({_ID}) --- {_BOX}"),
    "to_area": re.compile(rf"({_ID}) --- (area\d+)"),
    "area": re.compile(rf'subgraph (area\d+)\["({_TEXT})"\]'),
    "flow": re.compile(r"direction LR"),
    "end": re.compile(r"end"),
    "dotted": re.compile(rf"({_ID}) -\.-> ({_ID})"),
    "look": re.compile(r"classDef leader [a-z0-9:,-]+"),
}


@dataclass(slots=True)
class Chart:
    """A flowchart as it was read: labels by box, leaders by box, boxes by area."""

    title: str = ""
    flow: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    dotted: list[tuple[str, str]] = field(default_factory=list)
    links: int = 0


def read(content: bytes) -> Chart:
    """Read a flowchart; a line outside the grammar fails the test."""
    dashes, title, more_dashes, flow, *lines = content.decode().splitlines()
    assert (dashes, more_dashes) == ("---", "---")
    chart = Chart(json.loads(title.removeprefix("title: ")), flow.removeprefix("flowchart "))
    area = ""
    for line in lines:
        area = _statement(chart, line.strip(), area)
    assert not area
    return chart


def _statement(chart: Chart, line: str, area: str) -> str:
    kind, found = next(
        (kind, found) for kind, rule in _STATEMENTS.items() if (found := rule.fullmatch(line))
    )
    groups = found.groups()
    if kind == "link":
        chart.above[groups[1]] = groups[0]
        chart.labels[groups[1]] = _decoded(groups[2])
    elif kind == "box":
        chart.labels[groups[0]] = _decoded(groups[1])
        chart.above |= {groups[0]: area} if area else {}
    elif kind == "to_area":
        chart.above[groups[1]] = groups[0]
    elif kind == "dotted":
        chart.dotted.append((groups[0], groups[1]))
    elif kind == "area":
        assert not area
        chart.areas[groups[0]] = _decoded(groups[1])
        return str(groups[0])
    chart.links += kind in {"link", "to_area", "dotted"}
    return "" if kind == "end" else area


def _decoded(label: str) -> str:
    lines = label.replace("<br/>", "\n")
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), lines)


def leader(chart: Chart, box: str) -> str:
    """Find who a box reports to; what stands in a frame reports to whom the frame is linked."""
    above = chart.above.get(box, "")
    return chart.above[above] if above in chart.areas else above


@pytest.fixture
def made(core: Core) -> Contents:
    return plan(core, "ecommerce", 55)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_every_post_is_a_box_below_its_leader(core: Core, channel: str, size: int) -> None:
    made = plan(core, channel, size)
    chart = read(write(made, "light"))
    assert {box: leader(chart, box) for box in chart.labels} == {
        post.id: post.leader or "" for post in made.posts
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_box_names_the_role_and_the_number_of_its_people(core: Core, language: Language) -> None:
    made = plan(core, "telesales", 55, language)
    labels = read(write(made, "light")).labels
    for post in made.posts:
        assert post.role in labels[post.id]
        assert (f"× {post.people}" in labels[post.id]) == (post.people > 1)


def test_the_title_is_that_of_the_plan(made: Contents) -> None:
    assert read(write(made, "light")).title == f"{made.title} · {made.form}"


def test_a_department_of_several_boxes_is_a_frame(core: Core) -> None:
    chart = read(write(plan(core, "ecommerce", 12), "light"))
    assert sorted(chart.areas.values()) == ["仓储物流部", "运营部"]


def test_a_department_of_one_box_is_named_in_it(core: Core) -> None:
    assert "美工\n设计部" in read(write(plan(core, "ecommerce", 12), "light")).labels.values()


def test_few_boxes_stand_side_by_side_and_many_below_each_other(core: Core) -> None:
    flows = [read(write(plan(core, "telesales", size), "light")).flow for size in (5, 200)]
    assert flows == ["TD", "LR"]


def test_a_second_leader_is_a_dotted_line(made: Contents) -> None:
    last = made.tree.children[-1].id
    chart = read(write(with_second_leader(made, last, "p2"), "light"))
    assert chart.dotted == [(last, "p2")]


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_largest_team_is_within_what_mermaid_draws(core: Core, channel: str) -> None:
    content = write(plan(core, channel, 5000), "light")
    assert read(content).links <= MOST_LINKS
    assert len(content.decode()) <= MOST_CHARACTERS


def test_a_leader_whose_people_are_left_out_is_said_to_have_them(core: Core) -> None:
    made = plan(core, "ecommerce", 5000, "en")
    posts = {post.id: post for post in made.posts}
    alone = re.compile(r"[^×]* · (\d+) people in all(\n.*)?")
    labels = read(write(made, "light")).labels
    cut = {box: found for box, label in labels.items() if (found := alone.fullmatch(label))}
    assert cut
    assert {box: int(found[1]) for box, found in cut.items()} == {
        box: posts[box].people + posts[box].people_below for box in cut
    }


def test_equal_branches_of_a_very_large_team_are_one_box_with_their_number(core: Core) -> None:
    labels = read(write(plan(core, "telesales", 5000, "en"), "light")).labels.values()
    assert any(re.search(r"\d+ × Telesales Team Leader, each with:", label) for label in labels)


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_name_is_read_as_anything_but_a_name(core: Core, channel: str) -> None:
    made = hostile(plan(core, channel, 55))
    chart = read(write(made, "light"))
    titles = {node.id: one_line(node.title) for node in made.tree.walk()}
    assert [box for box, label in chart.labels.items() if titles[box] not in label] == []


@pytest.mark.parametrize("name", BAD)
def test_a_name_is_shown_as_it_is(made: Contents, name: str) -> None:
    root = replace(made.tree, title=name, children=())
    chart = read(write(replace(made, tree=root, title=name), "light"))
    assert chart.labels == {"p1": one_line(name)}
    assert chart.title == one_line(f"{name} · {made.form}")


def test_each_area_and_box_is_named_once(made: Contents) -> None:
    text = write(made, "light").decode()
    named = Counter(re.findall(r'(\w+)\["', text))
    assert set(named.values()) == {1}
