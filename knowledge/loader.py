"""Loading the knowledge: the only place of the core that opens files.

The data files are read in a fixed order into one `Knowledge`; whatever does not fit is refused
with file, id and a sentence that says what to mend.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, TypeVar

import tomli

from knowledge import rows
from knowledge.checks import check, problems
from knowledge.entry import Entry
from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge
from knowledge.model import CHANNELS, SHARED

DATA = Path(__file__).parent / "data"
_T = TypeVar("_T")


def load(folder: Path = DATA) -> Knowledge:
    """Load and check the knowledge of a folder.

    Raises:
        KnowledgeError: If a file is missing or not TOML, or an entry is incomplete or contradicts
            another; the message names the file, the entry and what to do.
    """
    knowledge = _read(_Files(folder))
    check(knowledge)
    return knowledge


def find_problems(folder: Path = DATA) -> tuple[Knowledge | None, list[KnowledgeError]]:
    """Load a folder for an editor: the knowledge where it could be read, and all its problems."""
    try:
        knowledge = _read(_Files(folder))
    except KnowledgeError as error:
        return None, [error]
    return knowledge, list(problems(knowledge))


class _Files:
    """The data files of a folder, read once; `digest` is the fingerprint of all that was read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._hash = hashlib.sha256()

    def read(self, file: str) -> Entry:
        """Read one file as the entry of its top level."""
        try:
            content = (self.folder / file).read_bytes()
            self._hash.update(content)
            table: dict[str, Any] = tomli.loads(content.decode())
        except FileNotFoundError:
            raise KnowledgeError(file, "file", "the file is missing; put it back") from None
        except OSError as error:
            raise KnowledgeError(file, "file", f"cannot be read: {error.strerror}") from None
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            raise KnowledgeError(file, "file", f"is not valid TOML: {error}") from None
        return Entry(file, table, "file")

    @property
    def digest(self) -> str:
        """Give a short fingerprint of everything read so far."""
        return self._hash.hexdigest()[:16]


def _read(files: _Files) -> Knowledge:
    roles = [r for c in (SHARED, *CHANNELS) for r in rows.roles(files.read(f"roles/{c}.toml"), c)]
    parts = {
        "channels": {c: rows.channel(files.read(f"channels/{c}.toml"), c) for c in CHANNELS},
        "stages": _by_id(rows.stages(files.read("stages.toml")), "stages.toml"),
        "roles": _by_id(roles, "roles"),
        "functions": _by_id(rows.functions(files.read("functions.toml")), "functions.toml"),
        "forms": _by_id(rows.forms(files.read("forms.toml")), "forms.toml"),
        "sources": _by_id(rows.sources(files.read("sources.toml")), "sources.toml"),
        "variants": _by_id(rows.variants(files.read("variants.toml")), "variants.toml"),
        "units": rows.units(files.read("units.toml")),
        "advice": tuple(
            a for c in CHANNELS for a in rows.advice(files.read(f"playbooks/{c}.toml"), c)
        ),
        "titles": rows.titles(files.read("ambiguous.toml")),
    }
    return Knowledge(digest=files.digest, **parts)  # type: ignore[arg-type]


def _by_id(found: list[_T], file: str) -> dict[str, _T]:
    """Index values by their id, refusing doubles."""
    index: dict[str, _T] = {}
    for value in found:
        name = str(value.id)  # type: ignore[attr-defined]
        if name in index:
            raise KnowledgeError(file, name, "this id is used twice; give one of them another id")
        index[name] = value
    return index
