"""The words by which people ask for a task force, and by which they name its goal."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
class TaskForceWords:
    """The patterns of `taskforces.toml`; texts are folded."""

    name: Cues
    set_up: Cues
    goals: tuple[tuple[str, Cues], ...]

    @classmethod
    def of(cls, table: Table) -> TaskForceWords:
        """Read the file."""
        goals = table.table("goals")
        return cls(
            table.cues("name"),
            table.cues("set_up"),
            tuple((name, goals.cues(name)) for name in goals.names),
        )

    def goal_in(self, text: str) -> str | None:
        """Find the goal that a text names, the more special one first."""
        return next((goal for goal, cues in self.goals if cues.search(text)), None)

    def is_asked(self, text: str) -> bool:
        """Tell whether a text asks for a task force."""
        if not self.name.search(text):
            return False
        is_name = not self.name.blank(text).strip(" ?!.。，？！吧呢啊")
        return bool(is_name or self.set_up.search(text) or self.goal_in(text))
