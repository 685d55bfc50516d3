"""Replies about how many people a workload needs; see `flows.replies`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from flows.sizing.workloads import Parts


@dataclass(frozen=True, slots=True)
class ShowSizing:
    """Show the people a workload needs.

    `ref` is the workload in a button, `code` that of the plan to go back to, if there is one.
    `unused` are quantities that were told and have no effect beside the others. `before` is the
    workload before it was changed.
    """

    parts: Parts
    ref: str
    code: str | None
    page: int = 1
    unused: tuple[str, ...] = ()
    before: Parts | None = None


@dataclass(frozen=True, slots=True)
class ShowSizingPicture:
    """Show how well more or fewer people would serve, as a picture or, where none can be, a table.

    The others as in `ShowSizing`.
    """

    parts: Parts
    ref: str
    code: str | None
    theme: str


@dataclass(frozen=True, slots=True)
class RefuseSizing:
    """Say why a workload cannot be reckoned; `why` and the others as in `Refusal`."""

    why: str
    names: tuple[str, ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class UsualFigure:
    """Say what is usual for a quantity, and where a figure that was told lies; None for none."""

    quantity: str
    told: float | None


SizingReply: TypeAlias = ShowSizing | ShowSizingPicture | RefuseSizing | UsualFigure
