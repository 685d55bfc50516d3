"""The words that tell numbers of people by what they do (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
class WorkWords:
    """The table [at_work] of `sizes.toml`."""

    who: Cues
    work: Cues
    works: Cues
    doing: Cues
    some: Cues
    in_front: EndCues
    joined: EndCues
    ours: EndCues
    kinds: Cues
    referred: Cues
    team: EndCues
    team_too: EndCues
    ours_behind: Cues
    tasks: Cues
    task_front: EndCues
    task_label: EndCues
    rate: Cues
    task_some: Cues
    lines: Cues
    statuses: EndCues
    group_gap: Cues
    busy: Cues
    first_told: EndCues
    then_told: Cues
    in_turn: EndCues
    one_each: Cues
    one_kind: Cues
    one_side: Cues
    lines_of: EndCues
    answering: Cues
    in_order: Cues
    shift_times: Cues
    shift_has: Cues
    open_times: Cues
    added_up: Cues
    group_told: Cues
    own_side: EndCues
    other_side: EndCues
    merging: Cues
    results: Cues

    @classmethod
    def of(cls, table: Table) -> WorkWords:
        """Read the table."""
        return cls(**lists_of(cls, table))

    def is_verb(self, text: str, place: int, people: int) -> bool:
        """Tell whether it follows on a number what so many do (four pack, one does refunds)."""
        return (self.work if people > 1 else self.works).match(text, place) is not None

    def is_said(self, text: str, place: int, people: int) -> bool:
        """Tell the same, also of those who do something (nine who call, 7 selling)."""
        is_said = self.is_verb(text, place, people) or self.who.match(text, place) is not None
        return is_said or self.doing.match(text, place) is not None
