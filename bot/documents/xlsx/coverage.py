"""The coverage matrix: functions down, roles across; every row has exactly one owner."""

from __future__ import annotations

from bot.documents.boxes import one_line, short_names
from bot.documents.contents import Contents, CoverRow
from bot.documents.xlsx.book import TEXT, TOTAL, Book, Column, Look
from bot.documents.xlsx.cells import Cell, Formula, place, width
from bot.render import plain

OWNER, HAT = "●", "○"
_BEFORE = 2  # columns before the roles
_FIRST = 1  # row
_UPWARDS, _ROUND, _TALLEST = 7, 16, 300  # points; a digit, the room around, a header at most
_ACROSS: Look = {"rotation": 90, "valign": "bottom", "font_size": 10, "text_wrap": False}
_MARK: Look = {"align": "center", "font_size": 12}
_ROLE_WIDTH = 5  # digits


def coverage(book: Book, made: Contents) -> None:
    """Write the matrix and how much each role carries."""
    names = short_names(made)
    roles = [names[role.id] for role in made.roles]
    sheet, end = book.sheet("coverage", _columns(book, roles)), len(made.coverage)
    sheet.head(fixed=_BEFORE)
    sheet.heighten(0, min(_TALLEST, _UPWARDS * max(map(width, roles)) + _ROUND))
    owners = {post.id: one_line(post.label) for post in made.posts}
    for row, cover in enumerate(made.coverage, _FIRST):
        answers = f"{owners[cover.post]} ({cover.post})"
        sheet.row(row, [one_line(cover.function), answers, *_marks(cover, roles)])
    for row, mark in enumerate((OWNER, HAT), end + 1):
        key = "sheet.functions" if mark == OWNER else "sheet.hats"
        label = f"{mark} {plain(book.speak.say(key))}"
        sheet.row(row, [label, None, *_counts(made, roles, mark)], TOTAL)
    sheet.finish(end)


def _columns(book: Book, roles: list[str]) -> list[Column]:
    say = book.speak.say
    return [
        Column(say("sheet.function"), 40, TEXT),
        Column(say("sheet.answers"), 34, TEXT),
        *(Column(role, _ROLE_WIDTH, _MARK, _ACROSS) for role in roles),
    ]


def _marks(cover: CoverRow, roles: list[str]) -> list[Cell]:
    own = roles.index(one_line(cover.role))
    mark = HAT if cover.is_hat else OWNER
    return [mark if col == own else None for col in range(len(roles))]


def _counts(made: Contents, roles: list[str], mark: str) -> list[Cell]:
    carried = [c.role for c in made.coverage if c.is_hat == (mark == HAT)]
    counts = [sum(one_line(role) == name for role in carried) for name in roles]
    return [
        Formula(f'=COUNTIF({place(_FIRST, col)}:{place(len(made.coverage), col)},"{mark}")', count)
        for col, count in enumerate(counts, _BEFORE)
    ]
