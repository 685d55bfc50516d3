"""What ships with the program to start faster is what its texts and words would give."""

from __future__ import annotations

import pytest

from bot.core import Core
from bot.words.index import FILES, derive
from flows.lexicon import DATA
from flows.search.search import Search


@pytest.fixture(scope="module")
def search() -> Search:
    return Core.load().lexicon.search


@pytest.mark.parametrize("name", FILES)
def test_shipped_indexes_are_up_to_date(search: Search, name: str) -> None:
    shipped = (DATA / "derived" / f"{name}.json").read_text("utf-8")
    assert shipped == derive(search, name), "run `python -m bot.words.index`"
