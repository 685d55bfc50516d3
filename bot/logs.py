"""Structured logging on the standard library: set up once, then `log(__name__).info("sent", …)`.

What people write is never logged, so callers give kinds, counts and hashed ids (`who`), never a
text, a name or a button's label. The same holds for the messages of exceptions: a traceback shows
no variables, but what an exception says is kept, apart from secrets.
"""

from __future__ import annotations

import hashlib
import logging
import secrets as dice
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import Literal, TextIO, TypeAlias

from bot.log_lines import JsonLines, TextLines, scrubber

Level: TypeAlias = Literal["debug", "info", "warning", "error"]
Format: TypeAlias = Literal["text", "json"]

# Below these levels the libraries print addresses with the token in them, or what people wrote.
LEAST = {
    **dict.fromkeys(("telegram", "aiohttp", "asyncio", "tornado"), logging.INFO),
    **dict.fromkeys(("httpx", "httpcore"), logging.WARNING),
    # It calls every page of a server in trouble an error; what that means is said where it is met.
    "telegram.request.BaseRequest": logging.CRITICAL,
}
_SALT = dice.token_bytes(16)  # of this run; it is written nowhere
_HASH_BYTES = 4


class Log:
    """Writes events with their values; see the module for what a value may be."""

    def __init__(self, logger: logging.Logger) -> None:
        self._logger = logger

    def debug(self, event: str, /, **values: object) -> None:
        """Write what only a developer wants to know."""
        self._write(logging.DEBUG, event, values)

    def info(self, event: str, /, **values: object) -> None:
        """Write what happened as it should."""
        self._write(logging.INFO, event, values)

    def warning(self, event: str, /, **values: object) -> None:
        """Write what went wrong and mends itself."""
        self._write(logging.WARNING, event, values)

    def error(self, event: str, /, **values: object) -> None:
        """Write what went wrong and needs somebody."""
        self._write(logging.ERROR, event, values)

    def bug(self, event: str, error: BaseException, /, **values: object) -> None:
        """Write an exception nobody expected, with its traceback."""
        self._write(logging.ERROR, event, values, error)

    def _write(
        self, level: int, event: str, values: object, error: BaseException | None = None
    ) -> None:
        if self._logger.isEnabledFor(level):
            self._logger.log(level, event, exc_info=error, extra={"values": values})


def log(name: str) -> Log:
    """Give the log of a module: `log(__name__)`."""
    return Log(logging.getLogger(name))


def who(id: int | str) -> str:
    """Hash the id of a chat or person: the same within a run, of no use outside it."""
    return hashlib.blake2b(str(id).encode(), key=_SALT, digest_size=_HASH_BYTES).hexdigest()


class _Handler(logging.StreamHandler[TextIO]):
    """Writes to the stream; a record that cannot be written is dropped in silence.

    The standard library would print its raw arguments instead, secrets included.
    """

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - its name in logging
        del record


def set_up(
    level: Level,
    format: Format,
    secrets: Iterable[str | None],
    stream: TextIO | None = None,
) -> None:
    """Log to a stream from now on, also the exception that ends the program.

    Args:
        level: The least level to write.
        format: One line of text, or one JSON object, for each record.
        secrets: What must never show: the token and the webhook's secret, as far as they are set.
        stream: Where to write; standard error if not given.
    """
    handler = _Handler(sys.stderr if stream is None else stream)
    handler.setFormatter((JsonLines if format == "json" else TextLines)(scrubber(secrets)))
    root, number = logging.getLogger(), logging.getLevelNamesMapping()[level.upper()]
    for earlier in [known for known in root.handlers if isinstance(known, _Handler)]:
        root.removeHandler(earlier)
    root.addHandler(handler)
    root.setLevel(number)
    for name, least in LEAST.items():
        logging.getLogger(name).setLevel(max(least, number))
    sys.excepthook = _log_the_end


def _log_the_end(
    kind: type[BaseException], error: BaseException, where: TracebackType | None
) -> None:
    """Log the exception that ends the program, which Python would print with what it says."""
    del kind, where
    log("bot").bug("ended by a bug", error)
