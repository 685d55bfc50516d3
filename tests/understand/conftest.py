"""The lexicon of the project's own data, loaded once."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.roles.index import RoleIndex
from knowledge.loader import load


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    knowledge = load()
    return Lexicon.load(knowledge.roles.values(), knowledge.titles, knowledge.functions.values())


@pytest.fixture(scope="session")
def role_index(lexicon: Lexicon) -> RoleIndex:
    return RoleIndex(lexicon)
