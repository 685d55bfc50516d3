"""The words that tell numbers of people by what they do (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.cues import Cues, EndCues
from flows.table import Table


@dataclass(frozen=True, slots=True, eq=False)
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

    @classmethod
    def of(cls, table: Table) -> WorkWords:
        """Read the table."""
        return cls(
            who=table.cues("who"),
            work=table.cues("work"),
            works=table.cues("works"),
            doing=table.cues("doing"),
            some=table.cues("some"),
            in_front=table.end_cues("in_front"),
            joined=table.end_cues("joined"),
            kinds=table.cues("kinds"),
            referred=table.cues("referred"),
            team=table.end_cues("team"),
            team_too=table.end_cues("team_too"),
            ours=table.end_cues("ours"),
            ours_behind=table.cues("ours_behind"),
            tasks=table.cues("tasks"),
            task_front=table.end_cues("task_front"),
            task_label=table.end_cues("task_label"),
            rate=table.cues("rate"),
            task_some=table.cues("task_some"),
            lines=table.cues("lines"),
            statuses=table.end_cues("statuses"),
            group_gap=table.cues("group_gap"),
            busy=table.cues("busy"),
            first_told=table.end_cues("first_told"),
            then_told=table.cues("then_told"),
            in_turn=table.end_cues("in_turn"),
            one_each=table.cues("one_each"),
            one_kind=table.cues("one_kind"),
        )

    def is_verb(self, text: str, place: int, people: int) -> bool:
        """Tell whether it follows on a number what so many do (four pack, one does refunds)."""
        return (self.work if people > 1 else self.works).match(text, place) is not None

    def is_said(self, text: str, place: int, people: int) -> bool:
        """Tell the same, also of those who do something (nine who call, 7 selling)."""
        is_said = self.is_verb(text, place, people) or self.who.match(text, place) is not None
        return is_said or self.doing.match(text, place) is not None
