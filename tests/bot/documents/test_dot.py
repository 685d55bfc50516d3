"""Graphviz reads the graph and draws what the plan says."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from bot.core import Core
from bot.documents.boxes import Boxes, one_line
from bot.documents.contents import Contents
from bot.documents.dot import write
from bot.words import LANGUAGES, Language
from knowledge.chart.fold import fold_leaves
from knowledge.model import CHANNELS
from tests.bot.documents.hostile import BAD, hostile
from tests.bot.documents.plans import plan, with_second_leader

SIZES = (1, 2, 5, 12, 55, 200, 1000)
_LINK = re.compile(r'^  "(p\d+)" -> "(p\d+)"$', re.MULTILINE)
_SVG = "{http://www.w3.org/2000/svg}"
graphviz = pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")


def drawn(content: bytes) -> ET.Element:
    """Draw a graph; a warning of Graphviz fails the test, but for fonts that are not installed."""
    run = subprocess.run(["dot", "-Tsvg"], input=content, capture_output=True, check=True)
    said = run.stderr.decode().splitlines()
    assert [line for line in said if "font" not in line.casefold()] == []
    return ET.fromstring(run.stdout)  # noqa: S314 - Graphviz has just written it


def named(picture: ET.Element, kind: str) -> dict[str, list[str]]:
    """Give the lines written on each box or frame of a picture, by its name in the graph."""
    groups = [g for g in picture.iter(f"{_SVG}g") if g.get("class") == kind]
    return {
        g.findtext(f"{_SVG}title", ""): [one_line(t.text or "") for t in g.iter(f"{_SVG}text")]
        for g in groups
    }


@pytest.fixture
def made(core: Core) -> Contents:
    return plan(core, "ecommerce", 55)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_every_post_is_linked_to_its_leader(core: Core, channel: str, size: int) -> None:
    made = plan(core, channel, size)
    links = _LINK.findall(write(made, "light").decode())
    assert sorted(links) == sorted((p.leader, p.id) for p in made.posts if p.leader)


def test_few_boxes_stand_side_by_side_and_many_below_each_other(core: Core) -> None:
    texts = [write(plan(core, "telesales", size), "light").decode() for size in (5, 200)]
    assert ['rankdir="TB"' in texts[0], 'rankdir="LR"' in texts[1]] == [True, True]


def test_a_second_leader_is_a_dashed_line_that_moves_no_box(made: Contents) -> None:
    last = made.tree.children[-1].id
    text = write(with_second_leader(made, last, "p2"), "light").decode()
    (line,) = [line for line in text.splitlines() if f'"{last}" -> "p2"' in line]
    assert 'style="dashed"' in line
    assert 'constraint="false"' in line


def test_dark_and_light_differ_in_colours_alone(made: Contents) -> None:
    light, dark = (re.sub("#[0-9a-f]{6}", "", write(made, t).decode()) for t in ("light", "dark"))
    assert light == dark
    assert write(made, "light") != write(made, "dark")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_font_with_the_characters_of_the_language_is_asked_for(
    core: Core, language: Language
) -> None:
    regions = {"zh-Hant-TW": "TC", "zh-Hant-HK": "HK"}
    text = write(plan(core, "telesales", 5, language), "light").decode()
    assert f'fontname="Noto Sans CJK {regions.get(language, "SC")},' in text


@graphviz
@pytest.mark.parametrize("size", [1, 12, 55])
@pytest.mark.parametrize("channel", CHANNELS)
def test_graphviz_draws_every_box_with_its_names(core: Core, channel: str, size: int) -> None:
    made = plan(core, channel, size)
    boxes = Boxes(made, fold_leaves(made.tree))
    found = named(drawn(write(made, "light")), "node")
    assert set(found) == {post.id for post in made.posts}
    assert {box: lines[0] for box, lines in found.items()} == {
        node.id: boxes.lines(node)[0] for node in boxes.root.walk()
    }


@graphviz
def test_graphviz_draws_the_line_to_a_second_leader_once(made: Contents) -> None:
    last = made.tree.children[-1].id
    picture = drawn(write(with_second_leader(made, last, "p2"), "light"))
    lines = [g for g in picture.iter(f"{_SVG}g") if g.findtext(f"{_SVG}title") == f"{last}->p2"]
    assert [len(list(line.iter(f"{_SVG}path"))) for line in lines] == [1]


@graphviz
def test_graphviz_frames_the_departments(core: Core) -> None:
    frames = named(drawn(write(plan(core, "ecommerce", 12), "light")), "cluster")
    titles = [title for lines in frames.values() for title in lines]
    assert titles == ["仓储物流部", "运营部"]


@graphviz
def test_graphviz_draws_the_boxes_in_the_order_of_the_plan(core: Core) -> None:
    made = plan(core, "ecommerce", 200)
    picture = drawn(write(made, "light"))
    nodes = [g for g in picture.iter(f"{_SVG}g") if g.get("class") == "node"]
    height = {
        g.findtext(f"{_SVG}title"): float(text.get("y", 0))
        for g in nodes
        for text in list(g.iter(f"{_SVG}text"))[:1]
    }
    leads = [post.id for post in made.posts if post.leader == "p2"]
    assert leads == sorted(leads, key=lambda post: height[post])


@graphviz
def test_graphviz_shows_every_name_as_it_is(made: Contents) -> None:
    people = tuple(
        replace(made.tree, id=f"p{i}", posts=(f"p{i}",), title=name, children=(), is_leader=False)
        for i, name in enumerate(BAD, 2)
    )
    root = replace(made.tree, children=tuple(replace(node, count=1) for node in people))
    found = named(drawn(write(replace(made, tree=root), "light")), "node")
    assert {box: lines for box, lines in found.items() if box != "p1"} == {
        node.id: [one_line(node.title)] for node in people
    }


@graphviz
@pytest.mark.parametrize("channel", CHANNELS)
def test_graphviz_reads_a_plan_of_hostile_names(core: Core, channel: str) -> None:
    made = hostile(plan(core, channel, 55))
    found = named(drawn(write(made, "light")), "node")
    assert set(found) == {post.id for post in made.posts}
