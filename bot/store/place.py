"""The place of the store: makes folder and file, refuses what is not ours before SQLite sees it.

SQLite may tidy up a file merely by opening it, so a stranger's file is told by its first bytes.
"""

from __future__ import annotations

from pathlib import Path

from bot.store.faults import fault

MAGIC = b"SQLite format 3\0"
APPLICATION_ID = int.from_bytes(b"Orgw", "big")
_HEADER_BYTES, _ID_AT = 100, slice(68, 72)  # SQLite file format, section 1.3

_NAMED = {"store": "Name another file as store.path."}


def prepare(path: Path) -> None:
    """Make the folder and an empty file if missing; only the owner may read a new one.

    Raises:
        StoreError: If that fails or the file is not a store of Orgwright.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
        check_is_ours(path)
    except IsADirectoryError:
        raise fault(path, "is a folder; name a file in it as store.path.") from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        sentence = f"cannot be opened ({reason}); mend that or name another file as store.path."
        raise fault(path, sentence) from error


def check_is_ours(path: Path, kind: str = "store") -> None:
    """Refuse a file that is no database of Orgwright; an empty one becomes one.

    Raises:
        StoreError: If it is not ours.
        OSError: If it cannot be read.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header:
        return
    ending = _NAMED.get(kind, "Name another file.")
    if not header.startswith(MAGIC):
        raise fault(path, f"is not a database; nothing was changed. {ending}", kind)
    if int.from_bytes(header[_ID_AT], "big") != APPLICATION_ID:
        raise fault(path, f"belongs to another program; nothing was changed. {ending}", kind)
