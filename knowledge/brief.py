"""The brief: what a plan is made for, complete and checked."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.edits.edit import Edit
from knowledge.model import MAX_SIZE, MIN_SIZE, Stage


@dataclass(frozen=True, slots=True)
class Brief:
    """What the user told us, without holes.

    `size` is everybody in the team, the leader included [people]. `size_low` is the lower end
    where the user gave a range (the plan is for the upper end), else equal to `size`.
    `stage_assumed` says that the stage was proposed from the size. `variants` are sorted ids.
    `edits` are what the user changed in the plan afterwards, oldest first. `spans` are leading
    roles with the people [people] one of them leads where the user wants another number than the
    usual one, sorted by role.
    """

    channel: str
    stage: Stage
    stage_assumed: bool
    size: int
    size_low: int
    variants: tuple[str, ...]
    edits: tuple[Edit, ...] = ()
    spans: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no plan can be made for.

        Raises:
            ValueError: If the sizes are not ordered within 1 to 5000, or variants or spans not
                sorted.
        """
        if not MIN_SIZE <= self.size_low <= self.size <= MAX_SIZE:
            msg = f"sizes {self.size_low} to {self.size} are not within {MIN_SIZE} to {MAX_SIZE}"
            raise ValueError(msg)
        if list(self.spans) != sorted(dict(self.spans).items()):
            msg = f"spans {self.spans} are not sorted by role without doubles"
            raise ValueError(msg)
        if list(self.variants) != sorted(set(self.variants)):
            msg = f"variants {self.variants} are not a sorted list without doubles"
            raise ValueError(msg)
