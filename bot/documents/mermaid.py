"""Mermaid: the chart as a flowchart that GitHub, Notion, Obsidian and others draw.

Mermaid refuses more than 500 lines between boxes or 50 000 characters, and a file cannot raise
that; of a team too large for it equal branches are folded, then the lowest levels are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from bot.documents.boxes import Area, Boxes, one_line, shorter
from bot.documents.contents import Contents
from bot.pictures.themes import Theme
from knowledge.chart import Node

MOST_LINKS, MOST_CHARACTERS = 500, 50_000
_WIDE = 5  # boxes side by side; of more the text becomes too small on a page of usual width
# Every ASCII sign that Mermaid, its Markdown or HTML might read as its own, and lists' first signs.
_SIGNS = re.compile(r"""["#$&*:;<=>?@\[\\\]^_`{|}~!]|^[-+](?= )|(?<=\d)[.)](?= )""")
_INDENT = "    "


def write(made: Contents, _theme: Theme) -> bytes:
    """Write the chart; colours are left to the page it is shown on, which may be dark."""
    texts = (_Flowchart(made, tree).text() for tree in shorter(made.tree))
    return next(text for text in texts if text is not None).encode()


class _Flowchart:
    def __init__(self, made: Contents, root: Node) -> None:
        self.title = one_line(f"{made.title} · {made.form}")
        self.root, self.boxes = root, Boxes(made, root)

    def text(self) -> str | None:
        """Write the flowchart; None if Mermaid would refuse it and there is more to leave out."""
        links = sum(1 for _ in self.root.walk()) - 1 + sum(1 for _ in self.boxes.dotted())
        text = "".join(f"{line}\n" for line in self._lines())
        is_refused = links > MOST_LINKS or len(text) > MOST_CHARACTERS
        has_more = any(child.children for child in self.root.children)
        return None if is_refused and has_more else text

    def _lines(self) -> Iterator[str]:
        across = sum(map(_across, self.boxes.areas()))
        yield from ("---", f"title: {json.dumps(self.title, ensure_ascii=False)}", "---")
        yield f"flowchart {'TD' if across <= _WIDE else 'LR'}"
        yield from (f"{_INDENT}{line}" for line in self._statements())

    def _statements(self) -> Iterator[str]:
        yield self._box(self.root)
        for number, area in enumerate(self.boxes.areas(), 1):
            yield from self._framed(f"area{number}", area) if area.title else self._below(area)
        yield from (f"{box} -.-> {leader}" for box, leader in self.boxes.dotted())
        yield "classDef leader font-weight:bold,stroke-width:2px"

    def _framed(self, name: str, area: Area) -> Iterator[str]:
        """Write a department as a frame, with one line from the head to it."""
        yield f'subgraph {name}["{_escaped(area.title)}"]'
        yield f"{_INDENT}direction LR"
        for member in area.members:
            yield f"{_INDENT}{self._box(member)}"
            yield from (f"{_INDENT}{line}" for line in self._branch(member))
        yield "end"
        yield f"{self.root.id} --- {name}"

    def _below(self, area: Area) -> Iterator[str]:
        for member in area.members:
            yield f"{self.root.id} --- {self._box(member)}"
            yield from self._branch(member)

    def _branch(self, node: Node) -> Iterator[str]:
        for child in node.children:
            yield f"{node.id} --- {self._box(child)}"
            yield from self._branch(child)

    def _box(self, node: Node) -> str:
        label = "<br/>".join(map(_escaped, self.boxes.lines(node)))
        return f'{node.id}["{label}"]{":::leader" if node.is_leader else ""}'


def _across(area: Area) -> int:
    """Count the boxes of an area that stand side by side; those in a frame stand in a column."""
    if area.title:
        return 1 + any(member.children for member in area.members)
    return sum(1 for member in area.members for node in member.walk() if not node.children)


def _escaped(text: str) -> str:
    """Write signs as Mermaid's character codes."""
    return _SIGNS.sub(lambda sign: f"#{ord(sign[0])};", text)
