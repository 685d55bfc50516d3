"""Units: which named part of the chart each box belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.arrange import TOP_RANKS
from knowledge.boxes import Box
from knowledge.model import Text
from knowledge.programme import Channel, Unit


class Named(NamedTuple):
    """A unit of a plan: its id, and the pieces of its name with the number each is filled with.

    A piece such as "Squad {n}" is filled only when it is said, in the reader's language.
    """

    id: str
    pieces: tuple[tuple[Text, int], ...]


def name_units(channel: Channel, units: Sequence[Unit], boxes: Sequence[Box]) -> dict[Box, Named]:
    """Name the unit of every box of a tree, top down; numbered units count their leaders.

    A role that belongs to no unit of the channel stands in the unit of its superior.
    """
    of_role = {role: unit for unit in reversed(units) for role in unit.roles}
    leaders = (b.role for b in boxes if (b.children or b.parent is None) and b.role in of_role)
    teams = Counter(of_role[role].id for role in leaders)
    named: dict[Box, Named] = {}
    plain: dict[tuple[str, int], Named] = {}
    division: dict[Box, int] = {}
    numbers: Counter[str] = Counter()
    for box in boxes:
        number, above = _division(channel, box, division), box.parent
        if above and box.role not in of_role:
            named[box] = named[above]
            continue
        unit = of_role[box.role]
        if above and unit.each and of_role.get(above.role) is unit and box.role != above.role:
            named[box] = named[above]
        elif unit.each and box.children and teams[unit.id] > 1:
            numbers[unit.id] += 1
            named[box] = _numbered(unit, numbers[unit.id])
        else:
            if (unit.id, number) not in plain:
                plain[unit.id, number] = _in_division(channel, unit, number)
            named[box] = plain[unit.id, number]
    return named


def _division(channel: Channel, box: Box, division: dict[Box, int]) -> int:
    """Number the division a box stands in, 0 where there are none."""
    if box.parent is None:
        division[box] = 0
    elif _is_top(channel, box.parent) and box.role in channel.ranks[TOP_RANKS:]:
        division[box] = max(division.values()) + 1
    else:
        division[box] = division[box.parent]
    return division[box]


def _is_top(channel: Channel, box: Box) -> bool:
    return box.role in channel.ranks[:TOP_RANKS]


def _numbered(unit: Unit, number: int) -> Named:
    return Named(f"{unit.id}-{number}", ((unit.each or unit.name, number),))


def _in_division(channel: Channel, unit: Unit, number: int) -> Named:
    if not number:
        return Named(unit.id, ((unit.name, 0),))
    return Named(f"d{number}-{unit.id}", ((channel.division, number), (unit.name, 0)))
