"""The sheets of the way to the plan: one person after another with the milestones, and months."""

from __future__ import annotations

from bot.documents.boxes import one_line
from bot.documents.contents import Contents
from bot.documents.growth import GrowthPart, HireRow
from bot.documents.xlsx.book import NUMBER, TEXT, Book, Column, Look
from bot.documents.xlsx.cells import Cell, Formula, listed, place
from bot.pictures.themes import HUES
from bot.render import plain

_MILESTONE: Look = {"bg_color": "#eef2ff", "bold": True}
_START: Look = {"bg_color": "#f1f5f9"}
_LEFT, _JOINED, _PEOPLE = 1, 2, 3  # columns of the months


def growth(book: Book, made: Contents) -> None:
    """Write who comes or goes as the team changes, and what changes with it; then the months."""
    part = made.growth
    if part is None:
        return
    _sequence(book, part)
    if part.months:
        _months(book, part)


def _sequence(book: Book, part: GrowthPart) -> None:
    say, has_months = book.speak.say, bool(part.months)
    columns = [
        Column(say("growth.size"), 11, NUMBER),
        Column(say("sheet.role"), 30, TEXT),
        Column(part.heads.held, 12, NUMBER),
        *([Column(say("growth.month"), 9, NUMBER)] if has_months else []),
        Column(say("growth.milestone"), 70, TEXT),
        Column(say("sheet.why"), 60, TEXT),
    ]
    sheet = book.sheet("way", columns)
    sheet.head(fixed=2)
    today = plain(say("growth.today"))
    sheet.row(1, [part.start, today, *([""] * (len(columns) - 2))], _START)
    for row, hire in enumerate(part.hires, 2):
        sheet.row(row, _cells(hire, has_months=has_months), _MILESTONE if hire.milestones else {})
    sheet.finish(len(part.hires) + 1)


def _cells(hire: HireRow, *, has_months: bool) -> list[Cell]:
    month: list[Cell] = [hire.month] if has_months else []
    because = one_line(hire.because)
    reason = because[:1].upper() + because[1:]
    happens = listed(hire.milestones)
    return [hire.size, one_line(hire.role), hire.held, *month, happens, reason]


def _months(book: Book, part: GrowthPart) -> None:
    """Write the months; how large the team is follows from who leaves and joins."""
    keys = ("month", "leave", "join", "team", "learning")
    columns = [Column(book.speak.say(f"growth.{key}"), 14, NUMBER) for key in keys]
    columns.append(
        Column(book.speak.say("growth_months.title"), 90, {**TEXT, "font_color": HUES[0]})
    )
    sheet = book.sheet("months", columns)
    sheet.head(fixed=1)
    notes = [*part.pace, *part.figures]
    rows: list[list[Cell]] = [[0, None, None, part.start, None]]
    for row, month in enumerate(part.months, 2):
        before, left, joined = (place(r, c) for r, c in _sum(row))
        people = Formula(f"={before}-{left}+{joined}", month.people)
        rows.append([month.number, month.left, month.joined, people, month.learning])
    while len(rows) < len(notes):
        rows.append([None] * len(keys))
    for row, cells in enumerate(rows, 1):
        note = one_line(notes[row - 1]) if row <= len(notes) else None
        sheet.row(row, [*cells, note], _START if row == 1 else {})
    sheet.finish(len(rows))


def _sum(row: int) -> tuple[tuple[int, int], ...]:
    """Name the cells that the size of the team follows from: the size before, who left, joined."""
    return (row - 1, _PEOPLE), (row, _LEFT), (row, _JOINED)
