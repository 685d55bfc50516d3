"""Plans to draw: every channel in sizes from one person to a company, in every language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.core import Core
from bot.pictures.drawing import forget
from knowledge.brief import Brief
from knowledge.model import STAGES


def brief(core: Core, channel: str, size: int) -> Brief:
    """Make the brief of a team whose stage is usual for its size."""
    usual = [
        stage
        for stage in STAGES
        for low, high in [core.knowledge.channels[channel].normal_sizes(stage)]
        if low <= size <= high
    ]
    return Brief(channel, usual[0] if usual else "mature", False, size, size, ())


@pytest.fixture(autouse=True)
def _nothing_drawn_before() -> Iterator[None]:
    forget()
    yield
    forget()
