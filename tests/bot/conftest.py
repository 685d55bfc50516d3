"""The core of the program, loaded once for all tests of the shell."""

import pytest

from bot.core import Core


@pytest.fixture(scope="session")
def core() -> Core:
    return Core.load()


@pytest.fixture
def loaded(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands use the core that is loaded already."""
    monkeypatch.setattr(Core, "load", lambda: core)
