"""The knowledge of the package, loaded once for all tests of the core."""

import pytest

from knowledge.knowledge import Knowledge
from knowledge.loader import load


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()
