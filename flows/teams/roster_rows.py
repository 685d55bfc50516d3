"""Reading the rows of a list of people: the headings, one person a row, what is wrong with rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flows.lexicon import Lexicon
from flows.text.numbers import numbers
from knowledge.diagnosis.team import may_be_planned
from knowledge.edits.edit import clean
from knowledge.model import MAX_SIZE

Code: TypeAlias = Literal[
    "no_headings",
    "no_rows",
    "no_title",
    "bad_people",
    "too_many",
    "two_of_name",
    "circle",
    "manager_of_many",
]
_DEEP = 10  # rows in which the headings are looked for
_LONGEST = 60  # characters of a cell that are read
_MOST_PROBLEMS = 5
_DUTIES = "、,，;；/|\n"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a table cannot be used: in which row, counted from 1 as in the file, 0 for none."""

    code: Code
    row: int
    value: str


@dataclass(frozen=True, slots=True)
class Person:
    """A row: people [people] with a title, perhaps with a name, a manager and duties."""

    row: int
    name: str
    title: str
    manager: str
    duties: tuple[str, ...]
    people: int


def headings(lexicon: Lexicon, row: Sequence[str]) -> Mapping[str, int]:
    """Tell which column of a row of headings is which; empty unless there are titles in it."""
    known = lexicon.teams.columns
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        column = known.get(lexicon.fold(cell[:_LONGEST]).strip(" *:："))
        if column:
            found.setdefault(column, place)
    return found if "title" in found else {}


def bare_rows(lexicon: Lexicon, rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Keep what is read of a table: the rows from its headings on, the columns that are known.

    One without headings stays as it is.
    """
    for number, row in enumerate(rows[:_DEEP]):
        if columns := headings(lexicon, row):
            places = columns.values()
            read = (tuple(_cell(each, place) for place in places) for each in rows[number:])
            return tuple(cells for cells in read if any(cells))
    return tuple(map(tuple, rows))


def read_people(
    lexicon: Lexicon, rows: Sequence[Sequence[str]]
) -> list[Person] | tuple[Problem, ...]:
    """Read the people of a table, or what is wrong with it, the first few problems."""
    found = _people(lexicon, rows)
    if isinstance(found, tuple):
        return found
    return tuple(_problems(found))[:_MOST_PROBLEMS] or found


def _people(lexicon: Lexicon, rows: Sequence[Sequence[str]]) -> list[Person] | tuple[Problem, ...]:
    for number, row in enumerate(rows[:_DEEP], 1):
        if columns := headings(lexicon, row):
            return _read_rows(lexicon, columns, rows, number)
    return (Problem("no_headings", 0, ""),)


def _read_rows(
    lexicon: Lexicon, columns: Mapping[str, int], rows: Sequence[Sequence[str]], start: int
) -> list[Person] | tuple[Problem, ...]:
    found: list[Person] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows[start:], start + 1):
        cells = {key: _cell(row, place) for key, place in columns.items()}
        if not any(cells.get(key) for key in ("name", "title")):
            continue
        person = _person(lexicon, number, cells)
        (problems if isinstance(person, Problem) else found).append(person)  # type: ignore[arg-type]
    if problems:
        return tuple(problems[:_MOST_PROBLEMS])
    return found or (Problem("no_rows", 0, ""),)


def _cell(row: Sequence[str], place: int) -> str:
    return clean(row[place])[:_LONGEST] if place < len(row) else ""


def _person(lexicon: Lexicon, row: int, cells: Mapping[str, str]) -> Person | Problem:
    title, name = cells.get("title", ""), cells.get("name", "")
    if not title:
        return Problem("no_title", row, name)
    written = cells.get("people", "")
    people = _count(lexicon, written) if written else 1
    if people is None:
        return Problem("bad_people", row, written)
    told = cells.get("duties", "")
    for sign in _DUTIES:
        told = told.replace(sign, "\n")
    duties = tuple(filter(None, map(str.strip, told.split("\n"))))
    return Person(row, name, title, cells.get("manager", ""), duties, people)


def _count(lexicon: Lexicon, written: str) -> int | None:
    """Read a number of people; None if it is none. Spreadsheets write 3 as 3.0."""
    folded = lexicon.fold(written).removesuffix(".0")
    if folded.isascii() and folded.isdigit():
        return int(folded) if 1 <= int(folded) <= MAX_SIZE else None
    read = numbers(lexicon.people.numerals, folded)
    is_one = len(read) == 1 and read[0].is_count and read[0].low == read[0].high
    return read[0].high if is_one and 1 <= read[0].high <= MAX_SIZE else None


def _problems(people: Sequence[Person]) -> Iterator[Problem]:
    """Find what makes reporting lines impossible: doubled names of managers, circles, crowds."""
    total = sum(person.people for person in people)
    if not may_be_planned(total + 1):
        yield Problem("too_many", 0, str(total))
        return
    by_name = _by_name(people)
    named = {person.manager for person in people if person.manager}
    for name in named & by_name.keys():
        first, *others = by_name[name]
        if others:
            yield Problem("two_of_name", others[0].row, name)
        elif first.people > 1:
            yield Problem("manager_of_many", first.row, name)
    if not any(len(same) > 1 for name, same in by_name.items() if name in named):
        yield from _circles(people, {name: same[0] for name, same in by_name.items()})


def _circles(people: Sequence[Person], by_name: Mapping[str, Person]) -> Iterator[Problem]:
    done: set[str] = set()
    for person in people:
        path: dict[str, Person] = {}
        at: Person | None = person
        while at and at.name and at.name not in done:
            if at.name in path:
                yield Problem("circle", at.row, at.name)
                return
            path[at.name] = at
            above = at.manager if at.manager != at.name else ""
            at = by_name.get(above)
        done.update(path)


def _by_name(people: Iterable[Person]) -> dict[str, list[Person]]:
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        if person.name:
            found[person.name].append(person)
    return dict(found)
