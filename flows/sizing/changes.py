"""Other figures for the workload that was reckoned last, in words: 服务水平改成90/30.

A sentence changes it only if it says nothing else: what is left beside figures must be filler.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from flows.sizing.read import HANDLING, FigureText, Named
from flows.sizing.told import QUEUES, ReadWork, divide, spread, spread_again, told_of
from flows.sizing.words import Figure, SizingWords
from flows.sizing.workloads import Part, Parts, part
from knowledge.knowledge import Knowledge
from knowledge.workload.quantity import Quantity
from knowledge.workload.sizing import WORKS


def changed(
    knowledge: Knowledge,
    words: SizingWords,
    parts: Parts,
    marked: str,
    works: Sequence[ReadWork],
) -> Parts | None:
    """Give a workload with what a marked text says otherwise; None if it says something else.

    Args:
        knowledge: The knowledge.
        words: The words.
        parts: The workload as it is.
        marked: The text.
        works: The amounts that the text tells, with their kinds of work.
    """
    if words.judges.search(marked):
        return None
    text = FigureText(words, marked)
    said = _Said.read(words, text, marked, works)
    if not said.fits(parts) or _says_more(words, text.left):
        return None
    return said.put_into(knowledge.workload.quantities, parts)


class _Said:
    """What a sentence says: figures, new amounts, a peak and a quiet time, names of work."""

    def __init__(
        self,
        named: list[Named],
        works: Mapping[str, ReadWork],
        peak: Figure | None,
        quiet: Figure | None,
        spoken: Collection[str],
    ) -> None:
        self.named, self.works, self.peak, self.quiet = named, works, peak, quiet
        self.spoken = spoken

    @classmethod
    def read(
        cls, words: SizingWords, text: FigureText, marked: str, works: Sequence[ReadWork]
    ) -> _Said:
        """Read it, and blank it in the text."""
        named = [*text.before_amounts()]
        peak, quiet = text.first(words.peak), text.first(words.quiet)
        is_divided = peak is not None or quiet is not None
        for _, _, cues in words.amounts:
            text.first(cues)
        named += text.figures()
        spoken = [work for work, cues in words.works.items() if cues.search(marked)]
        told = {one.work: one for one in works if not is_divided}
        return cls(named, told, peak, quiet, spoken)

    def fits(self, parts: Parts) -> bool:
        """Tell whether something is said, and only of the work that there is."""
        there = {one.work for one in parts}
        is_divided = self.peak is not None or self.quiet is not None
        if not set(self.works) <= there or (is_divided and not there & set(QUEUES)):
            return False
        is_named = any(set(names) & there for names, _ in self.named)
        return is_named or is_divided or bool(self.works)

    def put_into(self, known: Mapping[str, Quantity], parts: Parts) -> Parts:
        """Give the workload as it is said to be."""
        there = [one.work for one in parts]
        about = [work for work in there if work in self.spoken] or there
        queue = next((work for work in about if work in QUEUES), "")
        return tuple(
            self._one(known, one, is_meant=one.work == about[0], is_queue=one.work == queue)
            for one in parts
        )

    def _one(
        self, known: Mapping[str, Quantity], one: Part, *, is_meant: bool, is_queue: bool
    ) -> Part:
        """Change one kind of work; a time for one piece is meant for one kind only."""
        told = one.figures
        for names, figure in self.named:
            name = names.get(one.work)
            if name and (name not in HANDLING or is_meant):
                told[name] = told_of(known[name], figure)
        if is_queue and (self.peak or self.quiet):
            divide(one.work, told, self.peak, self.quiet)
            return part(one.work, told)
        if new := self.works.get(one.work):
            told |= {name: new.told[name] for name in WORKS[one.work].demand if name in new.told}
            every = new.every or ("day" if one.is_even else "")
            return spread(known, ReadWork(one.work, told, 0, every, new.minutes))
        after = part(one.work, told, is_even=one.is_even)
        return spread_again(known, after, one) if one.is_even else after


def _says_more(words: SizingWords, left: str) -> bool:
    """Tell whether anything but filler, times and questions for people is left."""
    for cues in (*words.every.values(), words.asks, *words.works.values(), words.filler):
        left = cues.blank(left)
    return any(map(str.isalnum, left))
