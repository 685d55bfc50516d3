"""A way month by month: the sum, the table, and the figures that were assumed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor

from markupsafe import Markup

from bot.views.amounts import number, share
from bot.views.cited import source_titles
from bot.views.sizing import option
from bot.words import Voice
from knowledge.growth.figures import Figure, Used
from knowledge.growth.months import Month, Pace, Schedule
from knowledge.knowledge import Knowledge

_MOST_ROWS, _QUARTER = 24, 3  # months


class MonthsView:
    """A schedule in one voice; `with_options` names the options that change a figure."""

    def __init__(
        self,
        knowledge: Knowledge,
        schedule: Schedule,
        used: Sequence[Used],
        voice: Voice,
        *,
        with_options: bool = False,
    ) -> None:
        self.knowledge, self.schedule, self.used = knowledge, schedule, used
        self.voice, self.with_options = voice, with_options

    def lines(self) -> Iterator[str]:
        """Say when the team is complete and how many have to be hired for that."""
        found, say = self.schedule, self.voice.say
        last = found.months[-1]
        figures = {"hires": found.pace.hires, "target": found.target, "months": last.number}
        if found.limit is not None:
            needed = floor((found.target - 1) * found.pace.leaving) + 1
            yield say("growth_months.limit", limit=found.limit, needed=needed, **figures)
        elif not found.is_reached:
            yield say("growth_months.too_slow", people=last.people, months=last.number)
        elif found.target < found.start:
            yield say("growth_months.shrinks", **figures)
        else:
            growth = found.target - found.start
            yield say("growth_months.pace", **figures)
            yield say("growth_months.sum", total=found.hires, growth=growth, left=found.left)
            if last.learning:
                yield say("growth_months.learning", learning=last.learning)

    def cells(self) -> Iterator[tuple[int, int, int, int, int]]:
        """Give every month: number, who leaves, joins, the team, who still learns [people]."""
        return map(_cells, self.schedule.months)

    def rows(self) -> str:
        """Set the months in a table; of a long way three at a time, who came and went added up."""
        found = self.schedule.months
        step = 1 if len(found) <= _MOST_ROWS else _QUARTER
        ends = [i for i, m in enumerate(found, 1) if m.number % step == 0 or m is found[-1]]
        cells = [tuple(map(str, _together(found[a:b]))) for a, b in pairwise((0, *ends))]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        return "\n".join("  ".join(map(str.rjust, row, widths)) for row in cells)

    def told(self) -> Iterator[str]:
        """Say back which figures were told."""
        for used in self.used:
            if used.is_told:
                yield figure_line(self.voice, used.figure, used.value)

    def assumed(self) -> Iterator[str]:
        """Say which figures nobody told, what is usual, and how to change them."""
        for used in self.used:
            if not used.is_told:
                yield self._assumed(used)

    def _assumed(self, used: Used) -> str:
        figure, voice = used.figure, self.voice
        ends = (self._amount(used, value) for value in (used.value, figure.low, figure.high))
        value, low, high = ends
        sources = source_titles(self.knowledge, figure.sources[:2], self.voice)
        said = voice.say(
            "sizing.usual",
            name=voice.text(figure.name),
            value=value,
            low=low,
            high=high,
            sources=sources,
        )
        named = Markup("{} → {}").format(said, option(figure.id))
        return named if self.with_options else said

    def _amount(self, used: Used, value: float) -> str:
        return share(value) if used.figure.id == "turnover" else number(value, self.voice)


def figure_line(voice: Voice, figure: Figure, value: float) -> str:
    """Say a figure with a value; a turnover by the year and by the month."""
    name = voice.text(figure.name)
    if figure.id != "turnover":
        return voice.say("growth_months.figure", name=name, value=number(value, voice))
    monthly = share(round(Pace(0, 0, value).leaving, 3))
    ends = {"yearly": share(round(value, 2)), "monthly": monthly}
    return voice.say("growth_months.leaving", name=name, **ends)


def _together(months: Sequence[Month]) -> tuple[int, int, int, int, int]:
    """Give months in a row as one: the state at their end, and all who came and went."""
    left, joined = sum(m.left for m in months), sum(m.joined for m in months)
    last = months[-1]
    return last.number, left, joined, last.people, last.learning


def _cells(month: Month) -> tuple[int, int, int, int, int]:
    return month.number, month.left, month.joined, month.people, month.learning
