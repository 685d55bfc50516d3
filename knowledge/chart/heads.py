"""The lines around a chart: title, second line, number of the page, small print below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.chart.measure import text_width, wrap
from knowledge.chart.model import Heading, Text

TITLE, SUBTITLE, SMALL = 20, 14, 13  # px
_LEADING = 1.3
_BELOW = 16
_LEAST = 120


@dataclass(frozen=True, slots=True)
class Header:
    """The lines above a chart, broken for its width [px]."""

    titles: tuple[str, ...]
    subtitles: tuple[str, ...]
    number: str
    width: float

    @property
    def height(self) -> float:
        """How much room the lines need [px]."""
        return _LEADING * (TITLE * len(self.titles) + SUBTITLE * len(self.subtitles)) + _BELOW

    def texts(self, x: float, y: float, width: float) -> Iterator[Text]:
        """Place the lines from a corner on; the page's number stands at the right."""
        if self.number:
            at = x + width - text_width(self.number, SUBTITLE)
            yield Text(at, y + TITLE, self.number, SUBTITLE, False, "note")
        for text in self.titles:
            yield Text(x, y + TITLE, text, TITLE, True, "ink")
            y += _LEADING * TITLE
        for text in self.subtitles:
            yield Text(x, y + SUBTITLE, text, SUBTITLE, False, "note")
            y += _LEADING * SUBTITLE


def header(heading: Heading, number: str, width: float) -> Header:
    """Break the lines above a chart for a width [px]."""
    room = max(width - (text_width(number, SUBTITLE) + 10 if number else 0), _LEAST)
    titles = wrap(heading.title, TITLE, room, 3, bold=True)
    subtitles = wrap(heading.subtitle, SUBTITLE, width, 3) if heading.subtitle else ()
    return Header(titles, subtitles, number, width)


def footer_text(heading: Heading, x: float, bottom: float) -> Text:
    """Place the small print at the bottom of a page."""
    return Text(x, bottom - 14, heading.footer, SMALL, False, "note")
