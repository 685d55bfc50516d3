"""Replies about how many people a workload needs; see `flows.replies`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from knowledge.workload.quantity import Told


@dataclass(frozen=True, slots=True)
class ShowSizing:
    """Show the people a workload needs; `told` are its figures by quantity.

    `written` is the workload in a button, `code` that of the plan to go back to, if there is one.
    `unused` are quantities that were told and have no effect beside the others. What `is_even` came
    for a whole day and was spread over its hours.
    """

    work: str
    told: tuple[tuple[str, Told], ...]
    written: str
    code: str | None
    page: int = 1
    unused: tuple[str, ...] = ()
    is_even: bool = False


@dataclass(frozen=True, slots=True)
class RefuseSizing:
    """Say why a workload cannot be reckoned; `why` and the others as in `Refusal`."""

    why: str
    names: tuple[str, ...]
    low: float
    high: float


SizingReply: TypeAlias = ShowSizing | RefuseSizing
