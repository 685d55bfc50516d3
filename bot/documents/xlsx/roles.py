"""The sheet of roles: what each is for, does, is measured by, and why there are so many."""

from __future__ import annotations

from bot.documents.boxes import one_line, short_names
from bot.documents.contents import Contents, RoleSheet
from bot.documents.xlsx import posts
from bot.documents.xlsx.book import NUMBER, TEXT, TOTAL, Book, Column, Look, total
from bot.documents.xlsx.cells import Cell, Formula, listed, place, span, sum_where
from bot.render import plain

ROLE, _FULL, PEOPLE, SHARE = range(4)
FIRST = 1  # row


def last(made: Contents) -> int:
    """Tell the row of the last role."""
    return FIRST + len(made.roles) - 1


def roles(book: Book, made: Contents) -> None:
    """Write a row a role, its people added up from the posts."""
    sheet, end = book.sheet("roles", _columns(book)), last(made)
    sheet.head(fixed=1)
    names = short_names(made)
    for row, role in enumerate(made.roles, FIRST):
        figures = _figures(book, made, row, role, names[role.id])
        sheet.row(row, [names[role.id], *figures, *_texts(book, role)])
    cells: list[Cell] = [None] * len(sheet.columns)
    people = sum(role.people for role in made.roles)
    cells[ROLE] = plain(book.speak.say("sheet.total"))
    cells[PEOPLE] = total(FIRST, end, PEOPLE, people)
    cells[SHARE] = Formula(f"=SUM({place(FIRST, SHARE)}:{place(end, SHARE)})", 1)
    sheet.row(end + 1, cells, TOTAL)
    sheet.finish(end)


def _columns(book: Book) -> list[Column]:
    say = book.speak.say
    text: Look = {**TEXT, "valign": "top"}
    number: Look = {**NUMBER, "valign": "top"}
    return [
        Column(say("sheet.role"), 16, {**text, "bold": True}),
        Column(say("sheet.full_title"), 16, text),
        Column(say("sheet.people"), 9, number),
        Column(say("sheet.share"), 10, {**number, "num_format": "0.0%__"}),
        Column(say("sheet.mission"), 18, text),
        Column(say("role.duties"), 32, text),
        Column(say("role.kpi"), 22, text),
        Column(say("role.skills"), 16, text),
        Column(say("sheet.usual_leader"), 13, text),
        Column(say("sheet.ratio"), 20, text),
        Column(say("why.numbers"), 20, text),
        Column(say("why.sources"), 24, text),
    ]


def _figures(book: Book, made: Contents, row: int, role: RoleSheet, name: str) -> list[Cell]:
    end = posts.last(made)
    keys = book.where("posts", span(posts.ROLE, posts.FIRST, end))
    numbers = book.where("posts", span(posts.PEOPLE, posts.FIRST, end))
    own = place(row, PEOPLE)
    whole = span(PEOPLE, last(made) + 1, last(made) + 1).split(":")[0]
    return [
        one_line(role.name),
        Formula(sum_where(keys, place(row, ROLE), name, numbers), role.people),
        Formula(f"={own}/{whole}", role.people / made.people),
    ]


def _texts(book: Book, role: RoleSheet) -> list[Cell]:
    say = book.speak.say
    kpis = (plain(say("role.kpi_line", name=name, unit=unit)) for name, unit in role.kpis)
    return [
        one_line(role.mission),
        listed(role.duties),
        listed(kpis),
        listed(role.skills),
        one_line(role.reports_to or ""),
        one_line(role.ratio),
        one_line(role.number),
        listed(role.sources),
    ]
