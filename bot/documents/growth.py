"""What a document says of the way to a plan: hires in order, milestones, and the months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.render import plain
from bot.views.growth import GrowthView
from bot.views.growth_steps import Step
from knowledge.growth.events import Milestone
from knowledge.sequence import Hire

MOST_HIRES = 300  # told one by one on pages


class StepRow(NamedTuple):
    """A milestone or a row of them: who comes or goes before it, where it is, what happens."""

    between: str
    title: str
    lines: tuple[str, ...]


class HireRow(NamedTuple):
    """One person who comes or goes: the team after it [people], and who of the role is there then.

    `month` is None where there are no months or the team never gets there. `milestones` is what
    happens with it.
    """

    size: int
    role: str
    held: int
    month: int | None
    because: str
    milestones: tuple[str, ...]


class MonthRow(NamedTuple):
    """One month: who leaves and joins [people], the team at its end, and who still learns."""

    number: int
    left: int
    joined: int
    people: int
    learning: int


class Heads(NamedTuple):
    """What a way, its persons one by one, and how many of a role there are then is called."""

    way: str
    sequence: str
    held: str


@dataclass(frozen=True, slots=True)
class GrowthPart:
    """A way as plain text: `lines` say the sum, `pace` how it goes month by month.

    `figures` are those that were told and assumed; `sources` names them by id.
    """

    title: str
    heads: Heads
    start: int
    target: int
    lines: tuple[str, ...]
    steps: tuple[StepRow, ...]
    hires: tuple[HireRow, ...]
    pace: tuple[str, ...]
    months: tuple[MonthRow, ...]
    figures: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def shown_hires(self) -> tuple[HireRow, ...]:
        """The persons one by one where that can be read; of a long way only a workbook has them."""
        return self.hires if len(self.hires) <= MOST_HIRES else ()


def growth_part(view: GrowthView) -> GrowthPart:
    """Say a way for documents."""
    path, months = view.path, view.months
    return GrowthPart(
        title=plain(view.title()),
        heads=Heads(*(plain(view.voice.say(key)) for key in _heads(path.is_growing))),
        start=path.start,
        target=path.target,
        lines=tuple(map(plain, view.lines(is_file=True))),
        steps=tuple(_step(step) for step in view.shown()),
        hires=tuple(_hires(view)),
        pace=tuple(map(plain, months.lines())) if months else (),
        months=tuple(MonthRow(*cells) for cells in months.cells()) if months else (),
        figures=tuple(map(plain, (*months.told(), *months.assumed()))) if months else (),
        sources=tuple(view.source_ids()),
    )


def _heads(is_growing: bool) -> tuple[str, str, str]:
    if is_growing:
        return "growth.part", "growth.sequence", "growth.held"
    return "growth.part_down", "growth.sequence_down", "growth.held_down"


def _step(step: Step) -> StepRow:
    return StepRow(plain(step.between), plain(step.title), tuple(map(plain, step.lines)))


def _hires(view: GrowthView) -> Iterator[HireRow]:
    path, steps = view.path, view.steps
    happening: Mapping[int, Milestone] = {m.size: m for m in path.milestones}
    held = _before(path.steps, is_growing=path.is_growing)
    for hire in path.steps:
        held[hire.role] += 1 if path.is_growing else -1
        milestone = happening.get(hire.size)
        schedule = view.timed.schedule if view.timed else None
        yield HireRow(
            size=hire.size if path.is_growing else hire.size - 1,
            role=view.voice.role(view.knowledge.roles[hire.role]),
            held=held[hire.role],
            month=schedule.month_of(hire.size) if schedule else None,
            because=view.voice.text(hire.line.because),
            milestones=tuple(steps.sentences(milestone)) if milestone else (),
        )


def _before(hires: tuple[Hire, ...], *, is_growing: bool) -> Counter[str]:
    """Count who of each role is there before the first step [people]."""
    found: Counter[str] = Counter()
    for hire in reversed(hires):  # the first step of each role decides
        found[hire.role] = hire.held if is_growing else hire.held + 1
    return found
