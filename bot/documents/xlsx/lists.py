"""The sheets of hires in their order, and of sources."""

from __future__ import annotations

from collections import Counter

from bot.documents.boxes import one_line
from bot.documents.contents import Contents
from bot.documents.xlsx.book import NUMBER, TEXT, Book, Column, Look
from bot.documents.xlsx.cells import Cell, Formula, Link, count_where, place
from bot.pictures.themes import HUES
from bot.render import plain

_NEXT: Look = {"bg_color": "#fff7ed"}
_FIRST_NEXT: Look = {**_NEXT, "top": 2, "top_color": HUES[0]}
_ROLE = 1  # column
_FIRST_ROLE = "$B$2"


def hires(book: Book, made: Contents) -> None:
    """Write who joined as which number and why; a line parts the plan from who comes next."""
    say = book.speak.say
    columns = [
        Column(say("sheet.number"), 11, NUMBER),
        Column(say("sheet.role"), 34, TEXT),
        Column(say("sheet.so_far"), 12, NUMBER),
        Column(say("sheet.when"), 14, {}),
        Column(say("sheet.why"), 90, TEXT),
    ]
    sheet = book.sheet("hires", columns)
    sheet.head(fixed=2)
    so_far: Counter[str] = Counter()
    for row, hire in enumerate(made.sequence, 1):
        role, size = one_line(hire.role), made.people
        so_far[role] += 1
        own = place(row, _ROLE)
        counted = count_where(f"{_FIRST_ROLE}:{own}", own, role)
        when = plain(say("sheet.next" if hire.size > size else "sheet.planned"))
        look = _FIRST_NEXT if hire.size == size + 1 else _NEXT if hire.size > size else {}
        joined = Formula(counted, so_far[role])
        cells: list[Cell] = [hire.size, role, joined, when, _sentence(hire.because)]
        sheet.row(row, cells, look)
    sheet.finish(len(made.sequence))


def sources(book: Book, made: Contents) -> None:
    """Write where it all comes from."""
    say = book.speak.say
    columns = [
        Column(say("sheet.source"), 70, TEXT),
        Column(say("sheet.kind"), 20, {}),
        Column(say("sheet.link"), 90, {"font_color": HUES[5], "underline": 1}),
    ]
    sheet = book.sheet("sources", columns)
    sheet.head(fixed=1)
    for row, source in enumerate(made.sources, 1):
        link = Link(source.url) if source.url else None
        sheet.row(row, [one_line(source.title), one_line(source.kind), link])
    sheet.finish(len(made.sources))


def _sentence(clause: str) -> str:
    """Begin a reason that follows "because" elsewhere as a sentence."""
    line = one_line(clause)
    return line[:1].upper() + line[1:]
