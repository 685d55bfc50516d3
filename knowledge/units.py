"""Units: which named part of the chart each box belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from knowledge.arrange import TOP_RANKS
from knowledge.boxes import Box
from knowledge.model import Text
from knowledge.programme import Channel, Unit

_Division: TypeAlias = tuple[Text, int]  # what it is called, and its number


class Named(NamedTuple):
    """A unit of a plan: its id, and the pieces of its name with the number each is filled with.

    A piece such as "Squad {n}" is filled only when it is said, in the reader's language.
    """

    id: str
    pieces: tuple[tuple[Text, int], ...]


def name_units(
    channel: Channel, units: Sequence[Unit], boxes: Sequence[Box], below: Sequence[Channel] = ()
) -> dict[Box, Named]:
    """Name the unit of every box of a tree, top down; numbered units count their leaders.

    A role that belongs to no unit of the channel stands in the unit of its superior. `below` are
    the channels of a company.
    """
    of_role = {role: unit for unit in reversed(units) for role in unit.roles}
    part_of = _parts_of_roles(channel, below)
    leaders = (b.role for b in boxes if (b.children or b.parent is None) and b.role in of_role)
    teams = Counter(of_role[role].id for role in leaders)
    named: dict[Box, Named] = {}
    plain: dict[tuple[str, int], Named] = {}
    divisions = _divisions(below or (channel,), boxes, is_company=bool(below))
    division: dict[Box | None, _Division | None] = {}
    numbers: Counter[str] = Counter()
    for box in boxes:
        above = box.parent
        division[box] = inside = divisions.get(box) or division.get(above)
        if above and box.role not in of_role:
            named[box] = named[above]
            continue
        unit = of_role[box.role]
        part = _part(part_of, box)
        if part and above and not inside and _part(part_of, above) is not part:
            named[box] = Named(f"{part.id}-{part.units[0].id}", ((part.name, 0),))
        elif above and unit.each and of_role.get(above.role) is unit and box.role != above.role:
            named[box] = named[above]
        elif unit.each and box.children and teams[unit.id] > 1:
            numbers[unit.id] += 1
            named[box] = _numbered(unit, numbers[unit.id])
        else:
            key = unit.id, inside[1] if inside else 0
            if key not in plain:
                plain[key] = _in_division(unit, inside, part)
            named[box] = plain[key]
    return named


def _parts_of_roles(company: Channel, parts: Sequence[Channel]) -> dict[str, Channel]:
    """Map the roles of a company's parts to their channels, without those that all share."""
    shared = {role for unit in company.units if "-" not in unit.id for role in unit.roles}
    roles = ((r, part) for part in parts for unit in part.units for r in unit.roles)
    return {role: part for role, part in roles if role not in shared}


def _part(part_of: Mapping[str, Channel], box: Box) -> Channel | None:
    """Name the part of a company that a box belongs to; an officer's own is the one it heads."""
    if box.role in part_of or not box.unit_lead:
        return part_of.get(box.role)
    found = (part_of[child.role] for child in box.children if child.role in part_of)
    part = next(found, None)
    return part if part and box.role in part.ranks else None


def _divisions(
    channels: Sequence[Channel], boxes: Sequence[Box], *, is_company: bool
) -> dict[Box, _Division]:
    """Number the heads of divisions: those of a channel who stand below a top.

    In a company everybody's head stands there; divisions are only where a channel has several.
    """
    tops = {role for channel in channels for role in channel.ranks[:TOP_RANKS]}
    of_role = {role: channel for channel in channels for role in channel.ranks[TOP_RANKS:]}
    heads: dict[str, list[Box]] = {}
    for box in boxes:
        if box.parent and box.parent.role in tops and box.role in of_role:
            heads.setdefault(of_role[box.role].id, []).append(box)
    found: dict[Box, _Division] = {}
    for channel in channels:
        alike = heads.get(channel.id, [])
        if len(alike) > is_company:
            name = _together(channel) if is_company else channel.division
            found |= {box: (name, number) for number, box in enumerate(alike, 1)}
    return found


def _together(channel: Channel) -> Text:
    """Call a division by its channel, for a company that has other channels beside it."""
    name, division = channel.name, channel.division
    return Text(f"{name.en} · {division.en}", f"{name.zh}{division.zh}")


def _numbered(unit: Unit, number: int) -> Named:
    return Named(f"{unit.id}-{number}", ((unit.each or unit.name, number),))


def _in_division(unit: Unit, division: _Division | None, part: Channel | None) -> Named:
    """Name a unit; in a division of a company's part its management is no longer the part."""
    if division is None:
        return Named(unit.id, ((unit.name, 0),))
    name = part.units[0].name if part and unit.name == part.name else unit.name
    return Named(f"d{division[1]}-{unit.id}", (division, (name, 0)))
