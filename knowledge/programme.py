"""What a channel's own file says: its decision table and its staffing programme.

A programme spends head-count (who is hired when); a decision table names the form.
Nothing here decides anything: see `sequence`, `tables` and `plan`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge.model import STAGES, Stage, Text

EVERYONE = "everyone"
FRONT_LINE = "front_line"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a decision table: for a stage and sizes `low..high` [people], this form."""

    id: str
    stage: Stage
    low: int
    high: int
    form: str
    because: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One staffing line: how posts of a role become due.

    Exactly one of `share`, `one_per`, `fixed` is set. `of` names what `one_per` counts: role ids,
    `front_line` or `everyone`. `low..high` is the range sources give for `one_per`;
    `reports` the range of direct reports a leader of this role should have.
    """

    id: str
    role: str
    kind: Literal["front", "lead", "support"]
    share: float | None
    one_per: int | None
    fixed: int | None
    of: tuple[str, ...]
    low: int | None
    high: int | None
    reports: tuple[int, int] | None
    from_stage: Stage
    from_size: int
    from_base: int
    second_from_size: int
    only_with: tuple[str, ...]
    not_with: tuple[str, ...]
    because: Text
    sources: tuple[str, ...]

    def applies(self, stage: Stage, variants: tuple[str, ...]) -> bool:
        """Tell whether the line counts at this stage with these variants."""
        return STAGES.index(self.from_stage) <= STAGES.index(stage) and applies(
            self.only_with, self.not_with, variants
        )


@dataclass(frozen=True, slots=True)
class Unit:
    """A named part of the chart; `roles` are those that belong to it.

    A unit with `each` exists once per leader and `each` names the n-th ("Squad {n}").
    A `support` unit gathers support people under its first member once there are more of them
    than one head should lead.
    """

    id: str
    name: Text
    each: Text | None
    roles: tuple[str, ...]
    support: bool
    only_with: tuple[str, ...]
    not_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Channel:
    """Everything one channel's file says.

    `ranks` are the leading roles from the top down; the lowest is the first hire's.
    `ask_variants` are the variants the conversation asks about, because they change the posts.
    `normal` are the usual sizes (low, high) [people] of each stage, in the order of `STAGES`.
    """

    id: str
    name: Text
    first_role: str
    ranks: tuple[str, ...]
    normal: tuple[tuple[int, int], ...]
    normal_sources: tuple[str, ...]
    divisional_above: int
    head_reports: tuple[int, int]
    support_alone: int
    hands_on: Text
    hands_on_until: int
    division: Text
    ask_variants: tuple[str, ...]
    rules: tuple[Rule, ...]
    lines: tuple[Line, ...]
    units: tuple[Unit, ...]

    def normal_sizes(self, stage: Stage) -> tuple[int, int]:
        """Give the usual sizes (low, high) [people] of a stage."""
        return self.normal[STAGES.index(stage)]

    def stage_for(self, size: int) -> Stage:
        """Propose the stage whose usual sizes hold `size` [people]; the last one above them all."""
        fits = (s for s in STAGES if size <= self.normal_sizes(s)[1])
        return next(fits, STAGES[-1])


def applies(
    only_with: tuple[str, ...], not_with: tuple[str, ...], variants: tuple[str, ...]
) -> bool:
    """Tell whether something restricted to some variants counts with these."""
    wanted = not only_with or any(v in variants for v in only_with)
    return wanted and not any(v in variants for v in not_with)
