"""What may be written for a setting: one `Kind` for each sort of value, and where data goes.

Nothing here knows the settings themselves or where they were read.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TOKEN = re.compile(r"[^\s/?#%]+")  # it becomes part of an address
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Bot API: setWebhook, secret_token
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
_PORTS = range(1, 65_536)
_DAYS = range(1, 3651)
_AMOUNTS, _TIMES = range(100_000), range(1, 1001)


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of value.

    `expected` says what to write; `read` gives the value or None; `from_text` makes of an
    environment variable, which is always text, what TOML would have given.
    """

    expected: str
    read: Callable[[object], Any]
    from_text: Callable[[str], object] = str


def _matching(pattern: re.Pattern[str]) -> Callable[[object], str | None]:
    def read(value: object) -> str | None:
        return value if isinstance(value, str) and pattern.fullmatch(value) else None

    return read


def _whole(numbers: range) -> Callable[[object], int | None]:
    return lambda value: value if type(value) is int and value in numbers else None


def _number(text: str) -> object:
    return int(text) if re.fullmatch(r"[0-9]{1,5}", text) else text


def _file(value: object) -> Path | None:
    if not isinstance(value, str) or "\0" in value:
        return None
    return Path(os.path.expanduser(value))  # noqa: PTH111 - Path.expanduser raises without a home


def choice(*words: str) -> Kind:
    """Make the kind of a setting that is one of a few words."""
    listed = ", ".join(f'"{word}"' for word in words[:-1]) + f' or "{words[-1]}"'
    return Kind(listed, lambda value: value if value in words else None)


TOKEN = Kind('the token that BotFather gave you, like "123456:letters"', _matching(_TOKEN))
SECRET = Kind("1 to 256 letters, digits, _ or -, in quotes", _matching(_SECRET))
ADDRESS = Kind('an address that starts with "http://" or "https://"', _matching(_ADDRESS))
HOST = Kind('a host name or address, like "127.0.0.1"', _matching(re.compile(r"[^\s/]+")))
PORT = Kind("a whole number from 1 to 65535", _whole(_PORTS), _number)
DAYS = Kind("a whole number of days from 1 to 3650", _whole(_DAYS), _number)
AMOUNT = Kind("a whole number from 0 (no limit) to 99999", _whole(_AMOUNTS), _number)
SECONDS = Kind("a whole number of seconds from 0 (no limit) to 60", _whole(range(61)), _number)
TIMES = Kind("a whole number from 1 to 1000", _whole(_TIMES), _number)
FILE = Kind('the path of a file, like "orgwright.db"', _file)


def data_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Give the folder where a program keeps a person's data on this system."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() raises without a home
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "orgwright"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "orgwright"
    stated = Path(environ.get("XDG_DATA_HOME", ""))
    # The XDG specification tells programs to ignore a relative folder.
    return (stated if stated.is_absolute() else home / ".local" / "share") / "orgwright"


def store_file(environ: Mapping[str, str]) -> Path:
    """Give the default place of the store."""
    return data_folder(environ) / "orgwright.db"
