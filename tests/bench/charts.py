"""Charts as pictures, against Graphviz drawing the same tree where it is installed.

`dot` draws every person as a box, as it would be told to, and then the boxes that our picture
shows. The event loop runs meanwhile; its longest pause is what other chats notice.
"""

from __future__ import annotations

import asyncio
import gc
import shutil
import subprocess
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

from bot.cli.telegram import GARBAGE
from bot.core import Core
from bot.pictures import Format, draw, pages
from bot.pictures.drawing import forget
from bot.pictures.tree import tree
from bot.words.voice import voice
from knowledge.brief import Brief
from knowledge.chart import Node
from tests.bench.rows import Row, timed

TEAMS = (
    ("telesales", 12),
    ("telesales", 55),
    ("ecommerce", 55),
    ("customer_service", 55),
    ("marketing", 55),
    ("telesales", 200),
    ("telesales", 1000),
    ("ecommerce", 1000),
)
PEOPLE, BOXES = "dot, its people", "dot, its boxes"
ROUNDS = 5
FORMATS: tuple[Format, ...] = ("png", "svg")
FONT = "Noto Sans CJK SC"
_BEAT = 0.001  # seconds


def rows() -> Iterator[Row]:
    """Measure every team; the works of one take turns, so that all meet the same machine."""
    core = Core.load()
    gc.collect()
    gc.freeze()  # as the running bot does
    gc.set_threshold(GARBAGE)
    for channel, size in TEAMS:
        brief = Brief(channel, "growth", False, size, size, ())
        works = {f: _cold(core, brief, f) for f in FORMATS} | _graphviz(core, brief)
        times: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(1 + ROUNDS):  # at first, what is opened once is opened
            for name, work in works.items():
                times[name].append(timed(work, 1))
        team = f"{channel} {size}"
        yield from _compared(team, {name: median(found[1:]) for name, found in times.items()})
        yield Row(f"{team}: png again", _again(core, brief))
        yield Row(f"{team}: longest pause", asyncio.run(_pause(core, brief)))


def _compared(team: str, times: dict[str, float]) -> Iterator[Row]:
    for name in FORMATS:
        yardsticks = [yardstick for yardstick in (PEOPLE, BOXES) if yardstick in times]
        for yardstick in yardsticks:
            ratio = times[name] / times[yardstick]
            yield Row(f"{team}: {name}", times[name], "ms", ratio, yardstick)
        if not yardsticks:
            yield Row(f"{team}: {name}", times[name])


def _again(core: Core, brief: Brief) -> float:
    return timed(lambda: draw(core, "zh-Hans", brief), 50)


def _cold(core: Core, brief: Brief, format: Format) -> Callable[[], object]:
    def work() -> None:
        forget()
        draw(core, "zh-Hans", brief, format=format)

    return work


def _graphviz(core: Core, brief: Brief) -> dict[str, Callable[[], object]]:
    """Let `dot` draw the people of a plan, and the boxes of our picture; empty without it."""
    if shutil.which("dot") is None:
        return {}
    root = tree(core.knowledge, core.plan(brief), voice("zh-Hans"))
    shown = pages(core, "zh-Hans", brief)
    drawn = [card.node for page in shown for card in page.cards]
    people, boxes = list(_people(root)), list(_boxes(root, drawn))
    return {PEOPLE: lambda: _dot(people), BOXES: lambda: _dot(boxes)}


def _people(node: Node, above: str = "") -> Iterator[str]:
    """List a statement for every person and for every line between two."""
    for number in range(node.count):
        name = f"{node.id}.{number}"
        yield f'"{name}" [label="{node.title}"]'
        if above:
            yield f'"{above}" -> "{name}"'
    for child in node.children:
        yield from _people(child, f"{node.id}.0")


def _boxes(root: Node, drawn: list[Node]) -> Iterator[str]:
    """List a statement for every box of the picture, and lines between them as in the tree."""
    above = {child.id: node.id for node in root.walk() for child in node.children}
    for number, node in enumerate(drawn):
        yield f'"{number}" [label="{node.title}"]'
        first = next((i for i, n in enumerate(drawn) if n.id == above.get(node.id)), None)
        if first is not None:
            yield f'"{first}" -> "{number}"'


def _dot(statements: list[str]) -> None:
    head = f'node [shape=box, fontname="{FONT}"]'
    graph = f"digraph {{{'; '.join([head, *statements])}}}"
    command, nowhere = ["dot", "-Tpng"], subprocess.DEVNULL
    subprocess.run(command, input=graph.encode(), stdout=nowhere, stderr=nowhere, check=True)


async def _pause(core: Core, brief: Brief) -> float:
    """Give the longest time that the event loop was held up while a chart was drawn [ms]."""
    forget()
    drawing = asyncio.create_task(asyncio.to_thread(draw, core, "zh-Hans", brief))
    longest, last = 0.0, perf_counter()
    while not drawing.done():
        await asyncio.sleep(_BEAT)
        now = perf_counter()
        longest, last = max(longest, now - last - _BEAT), now
    await drawing
    return longest * 1000
