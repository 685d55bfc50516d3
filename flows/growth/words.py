"""The words of `growth.toml`: ways to another size, the n-th post of a job, hiring kits."""

from __future__ import annotations

from dataclasses import dataclass

from flows.growth.pace_words import PaceWords
from flows.text.cues import Cues
from flows.text.listed import lists_of
from flows.text.numbers import numbers
from flows.text.numerals import Numerals
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
class GrowthWords:
    """Cues of growth and hiring, matched on folded text."""

    way: Cues
    to: Cues
    both: Cues
    number: Cues
    another: Cues
    when: Cues
    ordinal: Cues
    monthly: Cues
    by_month: Cues
    kit: Cues
    around: Cues
    nth: dict[int, Cues]
    pace: PaceWords

    @classmethod
    def of(cls, table: Table, numerals: Numerals) -> GrowthWords:
        """Read `growth.toml`."""
        nth = table.table("nth")
        lists = lists_of(cls, table, ("ordinal", "nth", "pace"))
        return cls(
            **lists,
            ordinal=_ordinals(table),
            nth={int(name): nth.cues(name) for name in nth.names},
            pace=PaceWords(table.table("pace"), numerals),
        )

    def asks_way(self, text: str) -> bool:
        """Tell whether a folded message asks for the way to another size."""
        if self.way.search(text):
            return True
        found = self.to.match(text)
        return found is not None and len(text) - found.end() <= _LITTLE_ELSE

    def number_of(self, numerals: Numerals, text: str) -> int | None:
        """Give which post of a job a folded message asks for; 0 for one more than there are."""
        for number, cues in self.nth.items():
            if cues.search(text):
                return number
        if self.another.search(text):
            return 0
        if found := self.number.search(text):
            counted = found.group().strip("第个名位任ndrth ")
            read = numbers(numerals, counted)
            return read[0].high if len(read) == 1 else None
        return None


def _ordinals(table: Table) -> Cues:
    """Give the words of all numbers of a post together."""
    nth = table.table("nth")
    words = (word for name in nth.names for word in nth.words(name))
    return Cues((*table.words("number"), *table.words("another"), *words))


_LITTLE_ELSE = 16  # characters behind "grow to"
