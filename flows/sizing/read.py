"""Reading a workload in a sentence: kinds of work, how much of each comes in what time, figures.

Texts are marked (`SizingWords.marked`). Nothing is answered here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from flows.sizing.told import QUEUES, ReadWork, divide, told_as_is, told_of
from flows.sizing.words import Figure, SizingWords
from flows.text.cues import Cues
from knowledge.knowledge import Knowledge
from knowledge.workload.mix import MIXED

HANDLING = ("aht_seconds", "chat_minutes", "mail_minutes", "talk_seconds")
_MINUTES = {"half_hour": 30.0, "hour": 60.0}
_LEAST_LEVEL, _MOST_LEVEL = 50, 100  # percent; 90/30 may be a goal, 11/26 is a date
Named: TypeAlias = tuple[Mapping[str, str], Figure]  # a figure, and what it is of each kind of work


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
        found = self._of_shop(found)
        for one, (start, end) in zip(found, self._segments(found), strict=True):
            own, rest = self.text.left[start:end], self.text.left
            others = {other.work for other in found} - {one.work}
            self._tell(one, before)
            self._tell(one, self._meant(own, one, others, is_own=True))
            self._tell(one, self._meant(rest, one, others, is_own=False))
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
        is_outbound = bool(self.words.outbound.search(self.whole))
        first = ""
        for work, quantity, cues in self.words.amounts:
            is_made = work == "calls" and is_outbound
            if first and (is_made or not {first, work} <= set(MIXED)):
                continue
            if (figure := self._amount(cues)) is None:
                continue
            first = work
            if is_made:
                yield ReadWork("telesales", {"dials": told_as_is(figure)}, figure.start)
            else:
                yield ReadWork(work, {quantity: told_as_is(figure)}, figure.start)

    def _amount(self, cues: Cues) -> Figure | None:
        """Take the first amount that is not what one person does."""
        for figure in self.words.find(cues, self.text.left):
            if figure.high > 0 and not self.words.each.search(self.text.left[: figure.start]):
                return self.text.take(figure)
        return None

    def _of_shop(self, found: list[ReadWork]) -> list[ReadWork]:
        """Take chats beside orders for those of the shop, where they are told for a day too."""
        if [one.work for one in found] != ["chats"] or found[0].every != "day":
            return found
        for work, quantity, cues in self.words.amounts:
            if work == "orders" and (figure := self._amount(cues)):
                told = {quantity: told_as_is(figure), "presales_chats": found[0].told["chats"]}
                return [ReadWork(work, told, figure.start, every="day")]
        return found

    def _unnamed(self, peak: Figure | None, quiet: Figure | None) -> Iterator[ReadWork]:
        """Read a peak and a quiet time without saying of what beside them."""
        if peak and quiet:
            named = [work for work in QUEUES if self.words.works[work].search(self.whole)]
            work = named[0] if named else QUEUES[0]
            yield ReadWork(work, {work: told_as_is(peak)}, peak.start)

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

    def _meant(
        self, text: str, one: ReadWork, others: set[str], *, is_own: bool
    ) -> Iterator[Named]:
        """Give the figures of a text that are meant of a kind of work.

        A time for one piece is meant of the work that it names, else of the one it stands with.
        """
        for names, figure in FigureText(self.words, text).figures():
            said = text[figure.start : figure.end]
            if (
                names.get(one.work) not in HANDLING
                or self._is_named(one.work, said)
                or (is_own and not any(self._is_named(other, said) for other in others))
            ):
                yield names, figure

    def _is_named(self, work: str, text: str) -> bool:
        return work in self.words.works and bool(self.words.works[work].search(text))

    def _tell(self, one: ReadWork, figures: Iterable[Named]) -> None:
        for names, figure in figures:
            name = names.get(one.work)
            if name and name not in one.told:
                one.told[name] = told_of(self.known[name], figure)
