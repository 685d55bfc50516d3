"""The first sheet: the plan in short, with figures that follow the other sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.documents.boxes import one_line
from bot.documents.contents import Contents
from bot.documents.xlsx import posts, roles
from bot.documents.xlsx.book import TEXT, Book, Column, Look, Sheet
from bot.documents.xlsx.cells import Cell, Formula, place, span
from bot.pictures.themes import HUES, THEMES
from bot.render import plain

_LABEL, _VALUE = 0, 1  # columns
_TOP: Look = {"valign": "top", "border": 0}
_TITLE: Look = {"bold": True, "font_size": 16, "text_wrap": False}
_SHAPE: Look = {"font_size": 12, "font_color": THEMES["light"].note, "text_wrap": False}
_NUMBER: Look = {"align": "left", "bold": True}
_SECTION: Look = {"bold": True, "font_color": HUES[1]}


def overview(book: Book, made: Contents) -> None:
    """Write title, notes, figures and the reasons."""
    columns = [Column("", 26, {**TEXT, **_TOP}), Column("", 106, {**TEXT, **_TOP})]
    sheet = book.sheet("plan", columns)
    sheet.put(0, _LABEL, book.title, _TITLE)
    sheet.put(1, _LABEL, one_line(made.shape), _SHAPE)
    row = _lines(sheet, 2, "", (*made.notes, made.company))
    row = _figures(sheet, row + 1, book, made)
    for title, lines in _sections(book, made):
        row = _lines(sheet, row + 1, title, lines)
    sheet.put(row + 1, _LABEL, plain(book.speak.say("document.made_with")), _SHAPE)
    sheet.heighten(0, 26)
    sheet.heighten(1, 22)
    sheet.finish()


def _lines(sheet: Sheet, row: int, title: str, lines: Iterable[str]) -> int:
    """Write lines beside their title; gives the row after them."""
    for line in lines:
        sheet.put(row, _LABEL, title, _SECTION)
        sheet.put(row, _VALUE, one_line(line), {})
        row, title = row + 1, ""
    return row


def _figures(sheet: Sheet, row: int, book: Book, made: Contents) -> int:
    for number, (key, cell) in enumerate(_cells(row, book, made), row):
        sheet.put(number, _LABEL, plain(book.speak.say(key)), _SECTION)
        sheet.put(number, _VALUE, cell, _NUMBER)
        row = number
    return row + 1


def _cells(row: int, book: Book, made: Contents) -> Iterator[tuple[str, Cell]]:
    """Give the figures; `row` is that of the first, the number of people planned."""
    size, direct = made.people, posts.direct(made)
    end = posts.last(made)
    reports = book.where("posts", span(posts.DIRECT, posts.FIRST, end))
    people = book.where("posts", span(posts.PEOPLE, posts.FIRST, end))
    levels = book.where("posts", span(posts.LEVEL, posts.FIRST, end))
    leaders = sum(post.people for post in made.posts if direct[post.id])
    yield "sheet.planned_people", size
    in_posts = book.where("posts", place(end + 1, posts.PEOPLE))
    in_roles = book.where("roles", place(roles.last(made) + 1, roles.PEOPLE))
    yield "sheet.in_posts", Formula(f"={in_posts}", size)
    yield "sheet.in_roles", Formula(f"={in_roles}", size)
    yield "sheet.check", _check(row, book)
    yield "sheet.leaders", Formula(f'=SUMIF({reports},">0",{people})', leaders)
    most = max(direct.values(), default=0)
    yield "sheet.most_direct", Formula(f"=MAX({reports})", most)
    yield "sheet.levels", Formula(f"=MAX({levels})", max(p.depth for p in made.posts) + 1)


def _check(row: int, book: Book) -> Formula:
    planned, in_posts, in_roles = (place(row + i, _VALUE) for i in range(3))
    say = book.speak.say
    fits, differs = (plain(say(key)).replace('"', '""') for key in ("sheet.fits", "sheet.differs"))
    is_equal = f"AND({planned}={in_posts},{planned}={in_roles})"
    return Formula(f'=IF({is_equal},"{fits}","{differs}")', plain(say("sheet.fits")))


def _sections(book: Book, made: Contents) -> Iterator[tuple[str, tuple[str, ...]]]:
    say = book.speak.say

    def or_say(lines: tuple[str, ...], key: str) -> tuple[str, ...]:
        return lines or (plain(say(key)),)

    because = plain(say("why.rule", because=made.because))
    yield plain(say("part.why")), (because, made.rule)
    yield plain(say("why.strengths")), made.strengths
    yield plain(say("why.weaknesses")), made.weaknesses
    yield plain(say("part.changes")), or_say(made.changes, "changes.none")
    yield plain(say("changes.signals")), made.signals
    yield plain(say("part.next")), or_say(made.hires, "next.full")
    yield plain(say("part.run")), made.advice
    yield plain(say("part.warnings")), or_say(made.warnings, "warning.none")
