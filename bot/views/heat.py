"""What stands around a heat map of service by agents and amount, and its cells as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from markupsafe import Markup

from bot.render import plain
from bot.views.amounts import number, share
from bot.words import Voice
from knowledge.workload.erlang import SLACK, Service
from knowledge.workload.heat import Heat, heat
from knowledge.workload.result import Sizing

Judged: TypeAlias = Literal["fits", "busy", "missed"]
_HOUR = 60  # minutes


class Cell(NamedTuple):
    """One cell: its figure, how it is judged, and how far it is from the goal, 0 to 1."""

    text: str
    judged: Judged
    distance: float


class HeatRow(NamedTuple):
    """A number of agents with its cells; `is_answer` is the row of the answer."""

    label: str
    cells: tuple[Cell, ...]
    is_answer: bool


class HeatView:
    """A heat map of one kind of work in one voice."""

    def __init__(self, sizing: Sizing, found: Heat, voice: Voice) -> None:
        self.sizing, self.heat, self.voice = sizing, found, voice

    def title(self) -> str:
        """Say the answer in one line."""
        found = self.sizing.together
        figures = {"agents": found.agents.count, "staff": found.staff.count}
        return self._say(f"sizing.{self.sizing.work}", **figures)

    def lead(self) -> tuple[str, ...]:
        """Say what the cells show and where the goal is met."""
        goal = self.heat.goal
        seconds = number(goal.answer_seconds, self.voice)
        return (
            self._say("heat.cells", seconds=seconds),
            self._say("heat.goal", target=share(goal.target)),
        )

    def about_table(self) -> str:
        """Say what the cells of the table show, what the goal is, and where the answer is."""
        goal = self.heat.goal
        seconds = number(goal.answer_seconds, self.voice)
        return self._say("heat.table", seconds=seconds, target=share(goal.target))

    def over_columns(self) -> str:
        """Say what the columns are."""
        work, minutes = self.sizing.work, self.heat.minutes
        if minutes == _HOUR:
            return self._say(f"heat.{work}_hour")
        return self._say(f"heat.{work}", minutes=number(minutes, self.voice))

    def over_rows(self) -> str:
        """Say what the rows are."""
        return self._say("heat.agents")

    def columns(self) -> tuple[str, ...]:
        """Write the amounts."""
        return tuple(number(amount, self.voice) for amount in self.heat.amounts)

    @property
    def answer_column(self) -> int:
        """The column of what was told."""
        return self.heat.amounts.index(self.heat.amount)

    def rows(self) -> tuple[HeatRow, ...]:
        """Write and judge all cells, the fewest agents first."""
        return tuple(
            HeatRow(
                number(row[0].agents, self.voice),
                tuple(map(self._cell, row)),
                row[0].agents == self.heat.agents,
            )
            for row in self.heat.rows
        )

    def line(self) -> tuple[int, ...]:
        """Give for every column the first row in which the goal is met, or the number of rows."""
        columns = zip(*self.heat.rows, strict=True)
        return tuple(
            next((i for i, served in enumerate(column) if self.heat.is_met(served)), len(column))
            for column in columns
        )

    def legend(self) -> tuple[tuple[Judged, str], ...]:
        """Say what the colours mean, those that are there."""
        there = {cell.judged for row in self.rows() for cell in row.cells}
        occupancy = share(self.heat.goal.max_occupancy)
        said: tuple[Judged, ...] = ("fits", "busy", "missed")
        return tuple(
            (judged, self._say(f"heat.{judged}", occupancy=occupancy))
            for judged in said
            if judged in there
        )

    def table(self) -> str:
        """Write the cells as lines of text, where no picture can be shown."""
        head = ("", *self.columns())
        rows = [(row.label, *(cell.text for cell in row.cells)) for row in self.rows()]
        widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
        marks = [" ", *("→" if row.is_answer else " " for row in self.rows())]
        return "\n".join(
            f"{mark}{'  '.join(map(str.rjust, row, widths))}"
            for mark, row in zip(marks, [head, *rows], strict=True)
        )

    def _cell(self, served: Service) -> Cell:
        level, target = served.service_level, self.heat.goal.target
        text = f"{int(level * 100 + SLACK)}%"  # rounded down, so that no missed goal looks met
        if self.heat.is_met(served):
            judged: Judged = "fits" if self.heat.fits(served) else "busy"
            return Cell(text, judged, (level - target) / (1 - target))
        return Cell(text, "missed", 1 - level / target if target else 1.0)

    def _say(self, key: str, **values: object) -> str:
        return plain(self.voice.say(key, **values))


def heat_text(view: HeatView) -> Markup:
    """Write a heat map as a message, in Telegram's HTML."""
    head = f"{view.over_rows()} ↓ {view.over_columns()} →"
    return Markup("<b>{}</b>\n{}\n{}\n<pre>{}</pre>").format(
        view.title(), view.about_table(), head, view.table()
    )


def views(parts: Sequence[Sizing], voice: Voice) -> tuple[HeatView, ...]:
    """Make the heat maps of all queues among kinds of work."""
    pairs = ((part, heat(part)) for part in parts)
    return tuple(HeatView(part, found, voice) for part, found in pairs if found)
