"""Checks of this machine: knowledge, store and disk. They ask nobody and print nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bot.core import Core
from bot.doctor.finding import Finding, note, ok, problem
from bot.errors import StoreError
from bot.store import open_store
from bot.store.clock import CLOCK_NOTE, DAY
from bot.store.contents import damage, read_only
from bot.store.faults import fault, faults
from bot.store.lock import is_running
from bot.words.phrases import Phrases
from flows.text.table import LexiconError
from knowledge.errors import KnowledgeError

ENOUGH_MEGABYTES = 200
_BYTES = 1_000_000  # of a megabyte
FULL_MEGABYTES = 5
_DAMAGED = (
    "is damaged ({}); stop the bot and restore a backup over it (orgwright restore FILE), "
    "or name another file as store.path."
)
_DELETED = (
    "was deleted while a bot runs on it; leave the bot running, it writes the file anew with the "
    "next message."
)
_UNSEEN = "cannot be looked at ({}); mend that or name another file as store.path."


def check_knowledge() -> Finding:
    """Load everything the bot knows and every word it understands and says."""
    try:
        core = Core.load()
        _ = core.lexicon
        Phrases.load()
    except (KnowledgeError, LexiconError) as error:
        return problem("knowledge", str(error))
    known = core.knowledge
    return ok("knowledge", f"{len(known.channels)} channels and {len(known.roles)} roles loaded.")


def check_store(path: Path) -> Finding:
    """Open the store as the bot would and look for damage; a missing file is not made."""
    try:
        if not path.exists():
            return (
                problem("store", str(fault(path, _DELETED))) if is_running(path) else _place(path)
            )
        with open_store(path):
            _look_for_damage(path)
    except StoreError as error:
        return problem("store", str(error))
    except OSError as error:
        return problem("store", str(fault(path, _UNSEEN.format(error.strerror))))
    return ok("store", f"{path} can be read and written and is sound.")


def _place(path: Path) -> Finding:
    """Say whether a file that is missing can be made."""
    folder = _existing(path)
    if not folder.is_dir():
        return problem("store", f"{folder} is no folder; name another file as store.path.")
    if not os.access(folder, os.W_OK | os.X_OK):
        sentence = f"{folder} cannot be written to; allow that or name another file as store.path."
        return problem("store", sentence)
    return ok("store", f"{path.absolute()} does not exist yet; the bot makes it when it starts.")


def _look_for_damage(path: Path) -> None:
    """Go through the whole file.

    Raises:
        StoreError: If it finds a fault.
    """
    with faults(path), closing(read_only(path)) as database:
        found = damage(database)
    if found:
        raise fault(path, _DAMAGED.format(found))


def check_running(path: Path) -> Finding:
    """Tell whether a bot runs on the store."""
    if is_running(path):
        return ok("running", "A bot runs on this store; a second one of its token is refused.")
    return ok("running", "No bot runs on this store.")


def check_clock(path: Path, now: int) -> Iterator[Finding]:
    """Compare the machine's clock with what a sound store has seen; nothing if that is unknown."""
    if not path.exists():
        return
    with open_store(path) as store:
        seen = int(store.note(CLOCK_NOTE) or now)
    if seen - now > DAY:
        days = (seen - now) // DAY
        sentence = f"This machine's clock is {days} days behind what the store has seen; set it."
        yield problem("clock", sentence)


def check_disk(path: Path) -> Finding:
    """Look how much space is left where the store is or will be."""
    try:
        free = shutil.disk_usage(_existing(path)).free // _BYTES
    except OSError as error:
        return note("disk", f"The free space cannot be found out ({error.strerror}).")
    if free < FULL_MEGABYTES:
        sentence = (
            f"The disk of the store is full ({free} MB are free), so messages wait; free some."
        )
        return problem("disk", sentence)
    if free < ENOUGH_MEGABYTES:
        return note("disk", f"Only {free} MB are free beside the store; free some space soon.")
    return ok("disk", f"{free} MB are free.")


def _existing(path: Path) -> Path:
    """Give the file or the nearest folder above it that exists."""
    return next(place for place in (path, *path.absolute().parents) if place.exists())
