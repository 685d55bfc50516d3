"""One life for all tests of a module; what they do adds up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.acting import CORE
from tests.fuzz.life import Life


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    """Begin a life in which everybody has been welcomed, and one card was shared."""
    life = Life(CORE, Path(tmp_path_factory.mktemp("life")))
    for person in life.people:
        person.says("/start")
    life.settle()
    update = life.people[1].asks_inline("12 people, telesales")
    life.settle()
    life.inline.append(life.people[1].chooses(update, "Telesales team of 12 · Start-up"))
    life.settle()
    yield life
    life.close()
