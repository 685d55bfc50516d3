"""DOT: the whole chart for Graphviz and what reads its files.

Every post is in it; people of one role under one leader are one box, as in the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.documents.boxes import Area, Boxes, one_line
from bot.documents.contents import Contents
from bot.pictures.fonts import CHINESE
from bot.pictures.themes import THEMES, WHITE, Theme, shades
from knowledge.chart import Node
from knowledge.chart.fold import fold_leaves

_WIDE = 8  # boxes side by side; of more the chart grows from left to right
_INDENT = "  "
_SIGNS = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;"})
# Where Noto is not installed: Windows, macOS, and whatever the system takes for it.
_OTHER_FONTS = {
    "zh-Hans": "Microsoft YaHei,PingFang SC",
    "zh-Hant-TW": "Microsoft JhengHei,PingFang TC",
    "zh-Hant-HK": "Microsoft JhengHei,PingFang HK",
    "en": "Arial,Helvetica",
}


def write(made: Contents, theme: Theme) -> bytes:
    """Write the chart as a graph: from leaders to their people, dashed to other leaders."""
    lines = _Graph(made, theme).lines()
    return "".join(f"{line}\n" for line in lines).encode()


class _Graph:
    def __init__(self, made: Contents, theme: Theme) -> None:
        self.theme: Theme = theme
        self.title = one_line(f"{made.title} · {made.form}")
        self.font = f"{CHINESE[made.language]},{_OTHER_FONTS[made.language]},sans-serif"
        self.root = fold_leaves(made.tree)
        self.boxes = Boxes(made, self.root)
        across = sum(1 for node in self.root.walk() if not node.children)
        self.is_wide = across > _WIDE

    def lines(self) -> Iterator[str]:
        """Write the graph: looks, boxes, who reports to whom, who also does."""
        yield f"digraph {_quoted(self.title)} {{"
        for part in (self._defaults(), self._boxes(), self._links(), self._dotted()):
            yield from (f"{_INDENT}{line}" for line in part)
        yield "}"

    def _defaults(self) -> Iterator[str]:
        colours = THEMES[self.theme]
        text = {"fontname": self.font, "fontcolor": colours.ink}
        page = {"bgcolor": colours.ground, "label": self.title, "labelloc": "t", "fontsize": "16"}
        flow = {"rankdir": "LR" if self.is_wide else "TB", "ordering": "out"}
        room = {"nodesep": "0.15", "ranksep": "0.5"}
        box = {"shape": "box", "style": "rounded,filled", "fontsize": "12", "margin": "0.15,0.09"}
        yield f"graph {_attributes({**page, **flow, **room, **text})}"
        yield f"node {_attributes({**box, **text})}"
        yield f"edge {_attributes({'arrowhead': 'none', 'color': colours.line})}"

    def _boxes(self) -> Iterator[str]:
        yield self._box(self.root, 0)
        for number, area in enumerate(self.boxes.areas(), 1):
            yield from self._cluster(number, area) if area.hue else self._members(area)

    def _links(self) -> list[str]:
        """Link boxes in their order; drawn from left to right, the first would stand lowest."""
        links = [_link(node.id, child.id) for node in self.root.walk() for child in node.children]
        return links[::-1] if self.is_wide else links

    def _dotted(self) -> Iterator[str]:
        """Lead a line to every other leader; the other way Graphviz may draw it twice."""
        colour = THEMES[self.theme].dotted
        how = {"style": "dashed", "arrowhead": "normal", "color": colour, "constraint": "false"}
        for box, leader in self.boxes.dotted():
            yield f"{_link(box, leader)} {_attributes(how)}"

    def _cluster(self, number: int, area: Area) -> Iterator[str]:
        tones = shades(self.theme, area.hue)
        look = {"style": "rounded,filled", "fillcolor": tones.area, "color": tones.border}
        yield f"subgraph cluster_{number} {{"
        yield f"{_INDENT}graph {_attributes({'label': area.title, 'fontsize': '12', **look})}"
        yield from (f"{_INDENT}{line}" for line in self._members(area))
        yield "}"

    def _members(self, area: Area) -> Iterator[str]:
        for member in area.members:
            yield from (self._box(node, area.hue) for node in member.walk())

    def _box(self, node: Node, hue: int) -> str:
        tones, colours = shades(self.theme, hue), THEMES[self.theme]
        look = {"fillcolor": colours.card, "color": tones.border}
        if node.is_leader:
            look = {"fillcolor": tones.solid, "color": tones.solid, "fontcolor": WHITE}
        return f"{_quoted(node.id)} {_attributes({'label': self.boxes.lines(node), **look})}"


def _link(leader: str, box: str) -> str:
    return f"{_quoted(leader)} -> {_quoted(box)}"


def _attributes(values: Mapping[str, str | tuple[str, ...]]) -> str:
    """Write attributes; a tuple is the lines of a label."""
    return f"[{', '.join(f'{name}={_quoted(value)}' for name, value in values.items())}]"


def _quoted(value: str | tuple[str, ...]) -> str:
    """Quote a text; Graphviz reads backslashes and HTML's character names in it."""
    lines = (value,) if isinstance(value, str) else value
    return '"' + "\\n".join(line.translate(_SIGNS) for line in lines) + '"'
