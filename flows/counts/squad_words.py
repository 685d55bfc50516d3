"""The words for groups that are all alike, and for those who lead them (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
class SquadWords:
    """The table [squads] of `sizes.toml`."""

    one_unit: Cues
    one_of_units: EndCues
    leads: Cues
    each_leads: EndCues
    units: Cues
    such_units: EndCues
    lead_apart: Cues
    places: Cues
    each_person: EndCues
    lead_with: EndCues
    respectively: EndCues
    shifts: EndCues
    each_shift: EndCues
    apart_too: EndCues
    shared: EndCues
    held_by_me: Cues
    each_one: EndCues
    leader: Cues
    not_counted: Cues
    for_every: EndCues
    every_has: Cues
    lead_inside: Cues
    unit_of_any: Cues
    every_unit: EndCues
    leader_at_end: EndCues
    of_small: EndCues
    every_leads: Cues
    composed: Cues
    shops_each: Cues
    shared_behind: Cues
    with_lead: Cues
    lead_not_in: EndCues
    chain: EndCues
    over_all: Cues
    over_ahead: EndCues
    row_of_units: EndCues

    @classmethod
    def of(cls, table: Table) -> SquadWords:
        """Read the table."""
        return cls(**lists_of(cls, table))
