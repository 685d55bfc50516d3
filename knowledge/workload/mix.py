"""Several kinds of service work as one team: each with people of its own, added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.model import MAX_SIZE
from knowledge.workload.quantity import Told, Workload
from knowledge.workload.result import Caution, Need, Refusal, Sizing, total
from knowledge.workload.sizing import size

MIXED = ("calls", "chats", "mails")  # work that one service team does


@dataclass(frozen=True, slots=True)
class Mix:
    """Kinds of work that are reckoned each by itself; `together` is the sum of their people.

    People who do several kinds in turn would be fewer, by how much the figures do not tell.
    """

    parts: tuple[Sizing, ...]

    @property
    def channel(self) -> str:
        """The channel of all parts."""
        return self.parts[0].channel

    @property
    def variants(self) -> tuple[str, ...]:
        """The variants of all parts."""
        return self.parts[0].variants

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What to be careful about with any of the parts, once each."""
        every = (caution for part in self.parts for caution in part.cautions)
        return tuple(dict.fromkeys(every))

    @property
    def together(self) -> Need:
        """All people; each part is rounded by itself, for its people do nothing else."""
        needs = [part.together for part in self.parts]
        return Need(
            None,
            total(tuple(need.agents for need in needs)),
            total(tuple(need.scheduled for need in needs)),
            total(tuple(need.staff for need in needs)),
        )

    @property
    def needs(self) -> tuple[Need, ...]:
        """What a team is looked for with: people of any role on the front line."""
        return (self.together,)


def parts_of(found: Sizing | Mix) -> tuple[Sizing, ...]:
    """Give the kinds of work of an answer."""
    return found.parts if isinstance(found, Mix) else (found,)


def mix(
    known: Workload,
    told: Mapping[str, Mapping[str, Told]],
    *,
    variants: tuple[str, ...] = (),
) -> Mix | Refusal:
    """Reckon several kinds of service work.

    Args:
        known: Quantities and formulas of the knowledge.
        told: Figures by quantity, for each kind of work; see `size`.
        variants: Sorted ids of variants of the works' channel.

    Returns:
        The parts in the order told, or why the first that cannot be reckoned cannot.
    """
    parts: list[Sizing] = []
    for work, figures in told.items():
        found = size(known, work, figures, variants=variants)
        if isinstance(found, Refusal):
            return found
        parts.append(found)
    made = Mix(tuple(parts))
    if made.together.staff.count > MAX_SIZE:
        return Refusal("too_many", tuple(told), 0, MAX_SIZE)
    return made


def without_idle(
    known: Workload, told: Mapping[str, Mapping[str, Told]], variants: tuple[str, ...] = ()
) -> tuple[dict[str, dict[str, Told]], tuple[str, ...]]:
    """Leave out figures without effect on a kind of work; name those without effect on any."""
    used: dict[str, dict[str, Told]] = {}
    idle = dict[str, None]()
    for work, figures in told.items():
        found = size(known, work, figures, variants=variants)
        is_idle = isinstance(found, Refusal) and found.code == "unused"
        names = found.names if isinstance(found, Refusal) and is_idle else ()
        used[work] = {name: figure for name, figure in figures.items() if name not in names}
        idle |= dict.fromkeys(names)
    return used, tuple(name for name in idle if not any(name in part for part in used.values()))
