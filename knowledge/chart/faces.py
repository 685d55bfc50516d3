"""What is written on a box, and how large that makes it.

A face knows its least size; the layout may make it wider, never narrower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from knowledge.chart.measure import longest_word, shortened, text_width, wrap, wrap_names
from knowledge.chart.model import Box, Ink, Kind, Node, Pill, Text

WRAP = 166  # px; a title is broken into lines no wider than this
NOTE_SIZE = 13
_PILL_SIZE, _PILL_HEIGHT, _PILL_PAD = 13, 20, 8
TIMES = 0.68  # em; the sign before a number, set closer than the font has it
_LEADING = 1.28  # line height in font sizes
_RISE = 0.36  # em from the middle of a line to its baseline
_GAP = 8  # between text and pill
_MOST_LINES, _OWN_LINES = 4, 2  # of a title or note; of one the user wrote


class Density(NamedTuple):
    """How much is put on little room: `wrap` is the share of the usual length of a line.

    `is_compact` says that people who lead nobody are named on the card of their leader.
    """

    is_compact: bool
    wrap: float


ROOMY = Density(is_compact=False, wrap=1)
DENSE = Density(is_compact=True, wrap=0.8)
DENSEST = tuple(Density(is_compact=True, wrap=share) for share in (0.65, 0.55, 0.48))


class Style(NamedTuple):
    """The measures of one kind of card [px]; titles are broken into lines of at most `wrap`."""

    size: float
    is_bold: bool
    left: float
    right: float
    above: float
    wrap: float
    title: Ink
    note: Ink


_STYLES: dict[Kind, Style] = {
    "head": Style(18, True, 20, 14, 11, 260, "ink", "note"),
    "header": Style(16, True, 14, 12, 8, 210, "on_solid", "on_solid_note"),
    "leader": Style(15, True, 18, 10, 7, WRAP + 24, "ink", "note"),
    "summary": Style(15, True, 18, 10, 7, WRAP + 24, "ink", "note"),
    "leaf": Style(15, False, 18, 10, 7, WRAP, "ink", "note"),
}
_BAND = Style(15, True, 14, 12, 6, 210, "on_solid", "on_solid_note")


class Line(NamedTuple):
    """One line of a face: distance of its baseline from the top [px], text and looks."""

    baseline: float
    text: str
    size: float
    is_bold: bool
    ink: Ink


@dataclass(frozen=True, slots=True)
class Face:
    """The written side of a card or band: least width and height [px], lines and number."""

    kind: Kind
    width: float
    height: float
    left: float
    lines: tuple[Line, ...]
    number: int
    is_times: bool
    nodes: tuple[Node, ...]

    def texts(self, box: Box) -> Iterator[Text]:
        """Give the lines of a face that fills a box."""
        x, y = box.x + self.left, box.y
        for line in self.lines:
            yield Text(x, y + line.baseline, line.text, line.size, line.is_bold, line.ink)


def card_face(
    node: Node, kind: Kind, density: Density, room: float = 0, members: Sequence[Node] = ()
) -> Face:
    """Write a node's title, note and number on a card that may be at least `room` [px] wide.

    `members` are people of its own who are named on the card instead of on cards below it.
    """
    style, is_times = _STYLES[kind], kind == "leaf" or node.count > 1
    style = style._replace(wrap=style.wrap * density.wrap)
    number = node.count if is_times else node.people
    most = _OWN_LINES if node.is_own else _MOST_LINES
    written = _Written(node.title, node.note, tuple(_member(each) for each in members), most)
    return _face(kind, style, written, number, is_times, (node, *members), room)


def _member(node: Node) -> str:
    title, note = node.title, node.note
    if node.is_own:
        title, note = (shortened(text, NOTE_SIZE, WRAP) for text in (title, note))
    named = f"{title}（{note}）" if note else title
    return f"{named}×{node.count}" if node.count > 1 else named


def band_face(label: str, people: int, room: float) -> Face:
    """Write the name of a department and its people on the header of an area."""
    return _face("header", _BAND, _Written(label, "", (), _MOST_LINES), people, False, (), room)


class _Written(NamedTuple):
    title: str
    note: str
    members: tuple[str, ...]
    most_lines: int


def _face(
    kind: Kind,
    style: Style,
    written: _Written,
    number: int,
    is_times: bool,
    nodes: tuple[Node, ...],
    room: float,
) -> Face:
    pill = pill_width(number, is_times=is_times) + _GAP if number > 1 else 0
    limit = max(style.wrap, room - style.left - style.right - pill)
    limit = max(limit, min(WRAP, longest_word(written.title, style.size, bold=style.is_bold)))
    most = written.most_lines
    titles = wrap(written.title, style.size, limit, most, bold=style.is_bold)
    notes = wrap(written.note, NOTE_SIZE, limit + pill, most) if written.note else ()
    names = wrap_names(written.members, NOTE_SIZE, limit + pill)
    lines = tuple(_lines(style, titles, (*notes, *names)))
    wide = max(text_width(t, style.size, bold=style.is_bold) for t in titles) + pill
    wide = max([wide, *(text_width(t, NOTE_SIZE) for t in (*notes, *names))])
    last = lines[-1]
    height = last.baseline - _RISE * last.size + _LEADING * last.size / 2 + style.above
    width = style.left + wide + style.right
    return Face(kind, ceil(width), ceil(height), style.left, lines, number, is_times, nodes)


def _lines(style: Style, titles: Sequence[str], notes: Sequence[str]) -> Iterator[Line]:
    y = style.above
    for text in titles:
        height = _LEADING * style.size
        baseline = y + height / 2 + _RISE * style.size
        yield Line(baseline, text, style.size, style.is_bold, style.title)
        y += height
    for text in notes:
        height = _LEADING * NOTE_SIZE
        yield Line(y + height / 2 + _RISE * NOTE_SIZE, text, NOTE_SIZE, False, style.note)
        y += height


def pill_width(number: int, *, is_times: bool) -> float:
    """Measure a pill with a number [px]."""
    sign = TIMES * _PILL_SIZE if is_times else 0
    return sign + text_width(str(number), _PILL_SIZE, bold=True) + 2 * _PILL_PAD


def pill_at(face: Face, box: Box) -> Pill | None:
    """Place the number of a face in its box, at the right of the first title line."""
    if face.number <= 1:
        return None
    width = pill_width(face.number, is_times=face.is_times)
    first = face.lines[0]
    middle = box.y + first.baseline - _RISE * first.size
    right = _STYLES[face.kind].right
    pill = Box(box.right - right - width, middle - _PILL_HEIGHT / 2, width, _PILL_HEIGHT)
    ink: Ink = "on_solid" if face.kind == "header" else "accent"
    x = pill.x + _PILL_PAD + (TIMES * _PILL_SIZE if face.is_times else 0)
    text = Text(x, middle + _RISE * _PILL_SIZE, str(face.number), _PILL_SIZE, True, ink)
    return Pill(pill, text, face.is_times)
