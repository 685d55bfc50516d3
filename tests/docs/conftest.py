"""The core, loaded once for what runs in this process."""

from tests.bot.conftest import core, loaded

__all__ = ["core", "loaded"]
