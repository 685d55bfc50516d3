"""What a log record looks like as text or JSON, with every secret in it replaced by ***.

Nothing here decides what is logged or where it goes. A record is always one line of JSON, or one
line of text and the indented lines of its traceback; no value can add a line of its own.
"""

from __future__ import annotations

import json
import logging
import math
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias
from urllib.parse import quote

Scrub: TypeAlias = Callable[[str], str]

STARS = "***"
_LIKE_A_TOKEN = r"(?<!\d)\d{6,}(?::|%3[Aa])[A-Za-z0-9_-]{30,}"  # noqa: S105 - a pattern
_BARE = re.compile(r"[^\s\"=\\]+")  # a value that needs no quotes
_PLAIN = re.compile(r"[^\"=\\]+", re.DOTALL)  # an event that needs none
_TALKATIVE = ("telegram", "tornado")  # libraries that log what they were sent when they fail


def scrubber(secrets: Iterable[str | None]) -> Scrub:
    """Make the function that replaces secrets, and whatever looks like a bot token, by ***."""
    found = {form for secret in secrets if secret for form in _forms(secret)}
    known = [re.escape(form) for form in sorted(found, key=len, reverse=True)]
    pattern = re.compile("|".join([*known, _LIKE_A_TOKEN]))
    return lambda text: pattern.sub(STARS, text)


def _forms(secret: str) -> set[str]:
    """List how a secret may be written: as it is, in an address, in a literal."""
    literals = repr(secret)[1:-1], json.dumps(secret)[1:-1]
    return {secret, quote(secret), quote(secret, safe=""), *literals}


class Lines(logging.Formatter):
    """What both formats have in common: the parts of a record, scrubbed."""

    def __init__(self, scrub: Scrub) -> None:
        super().__init__()
        self._scrub = scrub

    def _parts(self, record: logging.LogRecord) -> dict[str, Any]:
        """Give time, level and event, then the values in their order, then the logger."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        head = {
            "time": at.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "event": self._scrub(_message(record)),
        }
        values: Mapping[str, object] = getattr(record, "values", {})
        named = {self._scrub(name): self._value(value) for name, value in values.items()}
        return {**head, **named, **head, "logger": self._scrub(record.name)}

    def _value(self, value: object) -> float | bool | str | None:
        is_plain = value is None or isinstance(value, bool | int)
        if is_plain or (isinstance(value, float) and math.isfinite(value)):
            return value  # type: ignore[return-value]
        return self._scrub(str(value))

    def _traceback(self, record: logging.LogRecord) -> str:
        """Give the traceback without the values of variables; empty if there is none."""
        if not record.exc_info or record.exc_info[0] is None:
            return ""
        return self._scrub("".join(traceback.format_exception(*record.exc_info))).rstrip("\n")


class TextLines(Lines):
    """A record as `time level event key=value`, its traceback indented below."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record as text."""
        time, level, event, *values = self._parts(record).items()
        said = event[1] if _PLAIN.fullmatch(event[1]) else _quoted(event[1])
        line = " ".join([time[1], level[1], said, *(f"{key}={_quoted(v)}" for key, v in values)])
        lines = (f"    {line}" for line in self._traceback(record).split("\n") if line)
        return "\n".join(_printable(line) for line in (line, *lines))


class JsonLines(Lines):
    """A record as one JSON object, its traceback in the field `traceback`."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record as JSON in ASCII."""
        found = self._traceback(record)
        return json.dumps(self._parts(record) | ({"traceback": found} if found else {}))


def _message(record: logging.LogRecord) -> str:
    """Fill in a message; one that does not fit its arguments stays as it was written."""
    args = record.args
    if args and record.name.split(".")[0] in _TALKATIVE:
        known = args if isinstance(args, tuple) else (args,)
        args = tuple(a if isinstance(a, int | float) else f"<{type(a).__name__}>" for a in known)
    try:
        return str(record.msg) % args if args else str(record.msg)
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


def _quoted(value: object) -> str:
    text = str(value)
    return text if _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _printable(line: str) -> str:
    """Escape line breaks, terminal commands and whatever else does not show."""
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in line)
