"""Reading a workload in a sentence: kinds of work, how much of each comes in what time, figures.

Texts are marked (`SizingWords.marked`). Nothing is answered here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from flows.cues import Cues
from flows.sizing_words import Figure, SizingWords
from flows.workloads import Part, part
from knowledge.knowledge import Knowledge
from knowledge.workload.mix import MIXED
from knowledge.workload.quantity import Quantity, Told

HANDLING = ("aht_seconds", "chat_minutes", "mail_minutes", "talk_seconds")
QUEUES = ("calls", "chats")
_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600}
_MINUTES = {"half_hour": 30.0, "hour": 60.0}
_LEAST_LEVEL, _MOST_LEVEL = 50, 100  # percent; 90/30 may be a goal, 11/26 is a date
Named: TypeAlias = tuple[Mapping[str, str], Figure]  # a figure, and what it is of each kind of work


@dataclass(slots=True)
class ReadWork:
    """One kind of work as it was read, with its figures by quantity.

    `every` is in what time the amount comes, a word of `[every]` or nothing; `minutes` how long
    that is if it is less than a day, else 0. `start` is where the amount stands.
    """

    work: str
    told: dict[str, Told]
    start: int
    every: str = ""
    minutes: float = 0.0


class _Time(NamedTuple):
    """In what time an amount comes, and whether that stands behind the amount."""

    every: str
    minutes: float
    is_behind: bool


def read_works(
    knowledge: Knowledge, words: SizingWords, marked: str
) -> tuple[tuple[ReadWork, ...], str]:
    """Read a workload; several kinds of work only where one service team does them all.

    Returns:
        The kinds of work in their order, and what the text says beside them.
    """
    return _Reader(knowledge, words, marked).works()


class FigureText:
    """A text of which what was read is blanked, so that nothing is read twice."""

    def __init__(self, words: SizingWords, marked: str) -> None:
        self.words, self.left = words, marked

    def take(self, figure: Figure) -> Figure:
        """Blank a figure, without moving what stands behind it."""
        blank = "," + " " * (figure.end - figure.start - 1)
        self.left = self.left[: figure.start] + blank + self.left[figure.end :]
        return figure

    def first(self, cues: Cues) -> Figure | None:
        """Find the first figure of some patterns that is more than nothing, and take it."""
        found = (figure for figure in self.words.find(cues, self.left) if figure.high > 0)
        figure = next(found, None)
        return self.take(figure) if figure else None

    def before_amounts(self) -> Iterator[Named]:
        """Take the figures that hold an amount of their own."""
        yield from self._figures(self.words.first)

    def figures(self) -> Iterator[Named]:
        """Take all other figures, those that are told in pairs first."""
        for first, second, cues in self.words.pairs:
            for level, wait in self.words.find_pairs(cues, self.left):
                if level.low >= _LEAST_LEVEL and level.high < _MOST_LEVEL:
                    self.take(level)
                    yield first, level
                    yield second, wait
                    break
        yield from self._figures(self.words.figures)

    def _figures(self, rows: tuple[tuple[Mapping[str, str], Cues], ...]) -> Iterator[Named]:
        for names, cues in rows:
            for figure in self.words.find(cues, self.left):
                yield names, self.take(figure)
                break


class _Reader:
    def __init__(self, knowledge: Knowledge, words: SizingWords, marked: str) -> None:
        self.known, self.words, self.whole = knowledge.workload.quantities, words, marked
        self.text = FigureText(words, marked)
        self.starts = words.clauses(marked)

    def works(self) -> tuple[tuple[ReadWork, ...], str]:
        if not self._may_be_work():
            return (), self.whole
        before = [*self.text.before_amounts()]
        peak, quiet = (self._peek(cues) for cues in (self.words.peak, self.words.quiet))
        found = [*self._amounts()] or [*self._unnamed(peak, quiet)]
        self._divide(found, peak, quiet)
        found.sort(key=lambda one: one.start)
        self._time(found)
        for one, (start, end) in zip(found, self._segments(found), strict=True):
            own, rest = self.text.left[start:end], self.text.left
            self._tell(one, before)
            self._tell(one, FigureText(self.words, own).figures())
            self._tell(one, FigureText(self.words, rest).figures(), leaves_out=HANDLING)
        return tuple(found), self._beside()

    def _may_be_work(self) -> bool:
        """Tell most other messages without reading them closely."""
        is_said = any(cues.search(self.whole) for _, _, cues in self.words.amounts)
        return is_said or bool(self.words.peak.search(self.whole))

    def _beside(self) -> str:
        """Give what is said beside amounts, figures and times."""
        text = FigureText(self.words, self.text.left)
        list(text.figures())
        left = text.left
        for cues in self.words.every.values():
            left = cues.blank(left)
        return left

    def _peek(self, cues: Cues) -> Figure | None:
        found = self.words.find(cues, self.text.left)
        return next((figure for figure in found if figure.high > 0), None)

    def _amounts(self) -> Iterator[ReadWork]:
        """Find the amounts; the first kind of work decides which go together with it."""
        first = ""
        for work, quantity, cues in self.words.amounts:
            if first and not {first, work} <= set(MIXED):
                continue
            for figure in self.words.find(cues, self.text.left):
                if figure.high <= 0 or self.words.each.search(self.text.left[: figure.start]):
                    continue
                self.text.take(figure)
                first = work
                if work == "calls" and self.words.outbound.search(self.whole):
                    yield ReadWork("telesales", {"dials": _told(figure)}, figure.start)
                else:
                    yield ReadWork(work, {quantity: _told(figure)}, figure.start)
                break

    def _unnamed(self, peak: Figure | None, quiet: Figure | None) -> Iterator[ReadWork]:
        """Read a peak and a quiet time without saying of what beside them."""
        if peak and quiet:
            named = [work for work in QUEUES if self.words.works[work].search(self.whole)]
            work = named[0] if named else QUEUES[0]
            yield ReadWork(work, {work: _told(peak)}, peak.start)

    def _divide(self, found: list[ReadWork], peak: Figure | None, quiet: Figure | None) -> None:
        """Tell the busiest time from all others, for the queue they are said of."""
        queues = [one for one in found if one.work in QUEUES]
        said = peak or quiet
        if not queues or said is None:
            return
        one = min(queues, key=lambda one: abs(one.start - said.start))
        divide(one.work, one.told, peak, quiet)
        one.start = peak.start if peak else one.start
        for figure in filter(None, (peak, quiet)):
            self.text.take(figure)

    def _segments(self, found: list[ReadWork]) -> list[tuple[int, int]]:
        """Divide a text among the kinds of work: each from its clause to that of the next."""
        begins = [self._clause(one)[0] for one in found]
        return [*pairwise([0, *begins[1:], len(self.whole)])] if found else []

    def _clause(self, one: ReadWork) -> tuple[int, int]:
        """Give where the clause of an amount begins and ends."""
        begin = max(start for start in self.starts if start <= one.start)
        after = (start for start in self.starts if start > one.start)
        return begin, min(after, default=len(self.whole))

    def _time(self, found: list[ReadWork]) -> None:
        """Say in what time amounts come: in their clause, else as beside it, else anywhere.

        300 chats and 200 mails a day are both of a day, 每天300个咨询，200封邮件 too.
        """
        own: list[_Time | None] = []
        for one in found:
            begin, end = self._clause(one)
            own.append(self._every(self.whole[begin:end], one.start - begin))
        filled: list[_Time | None] = []
        for n, time in enumerate(own):
            later = next(filter(None, own[n + 1 :]), None)
            before = next(filter(None, filled[::-1]), None)
            beside = later if later and later.is_behind else before or later
            filled.append(time or beside or self._every(self.whole, 0))
        for one, time in zip(found, filled, strict=True):
            if time:
                one.every, one.minutes = time.every, time.minutes

    def _every(self, text: str, amount: int) -> _Time | None:
        """Find in what time something comes, and whether that is said behind the amount."""
        for name, cues in self.words.every.items():
            if name == "time":
                for figure in self.words.find(cues, text):
                    return _Time(name, figure.seconds()[0] / 60, figure.start > amount)
            elif match := cues.search(text):
                return _Time(name, _MINUTES.get(name, 0.0), match.start() > amount)
        return None

    def _tell(
        self,
        one: ReadWork,
        figures: Iterator[Named] | list[Named],
        leaves_out: tuple[str, ...] = (),
    ) -> None:
        for names, figure in figures:
            name = names.get(one.work)
            if name and name not in one.told and name not in leaves_out:
                one.told[name] = told_of(self.known[name], figure)


def divide(work: str, told: dict[str, Told], peak: Figure | None, quiet: Figure | None) -> None:
    """Put the amounts of a queue at its peak and at all other times into what was told."""
    amount = told.get(work)
    if peak:
        told[work] = _told(peak)
        if amount and not quiet and amount.high < peak.low:
            told[f"off_peak_{work}"] = amount
    if quiet:
        told[f"off_peak_{work}"] = _told(quiet)


def spread(known: Mapping[str, Quantity], one: ReadWork) -> Part:
    """Make a part of what was read; what comes to a queue in a day is spread over its hours."""
    told, minutes = dict(one.told), one.minutes
    is_even = one.every == "day" and one.work in QUEUES
    if is_even:
        hours = hours_of(known, told)
        told[one.work], minutes = _times(told[one.work], 1 / hours), 60.0
    if minutes and one.work in QUEUES:
        told["interval_minutes"] = Told(minutes, minutes)
    return part(one.work, told, is_even=is_even)


def spread_again(known: Mapping[str, Quantity], one: Part, before: Part) -> Part:
    """Spread what came for a day over other hours than before."""
    told, old, new = one.figures, *(hours_of(known, p.figures) for p in (before, one))
    told[one.work] = _times(told[one.work], old / new)
    return part(one.work, told, is_even=True)


def hours_of(known: Mapping[str, Quantity], told: Mapping[str, Told]) -> float:
    """Give the opening hours a day, as told or as usual; a day has one at least."""
    usual = known["open_hours"].default or 0.0
    return max(1.0, told["open_hours"].value if "open_hours" in told else usual)


def _times(told: Told, factor: float) -> Told:
    return Told(round(told.low * factor, 4), round(told.high * factor, 4))


def told_of(quantity: Quantity, figure: Figure) -> Told:
    """Bring a figure to the unit of its quantity; a share may be said without its sign."""
    if quantity.unit == "share":
        is_percent = figure.unit == "%" or figure.high > 1
        return Told(figure.low / 100, figure.high / 100) if is_percent else _told(figure)
    if quantity.unit in _SECONDS and figure.unit in _SECONDS:
        factor = _SECONDS[quantity.unit]
        low, high = figure.seconds()
        return Told(low / factor, high / factor)
    return _told(figure)


def _told(figure: Figure) -> Told:
    return Told(figure.low, figure.high)
