"""Loading the knowledge: the only place of the core that opens files.

The data files are read in a fixed order into one `Knowledge`; whatever does not fit is refused
with file, id and a sentence that says what to mend.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import tomli

from knowledge import rows
from knowledge.checks import check, forms, kits, problems
from knowledge.diagnosis.rules import Rules
from knowledge.entry import Entry
from knowledge.errors import KnowledgeError
from knowledge.kits import Kit, Kits
from knowledge.knowledge import Knowledge
from knowledge.model import CHANNELS, COMPANY, SHARED, Roles
from knowledge.taskforces import Goals
from knowledge.workload.quantity import Workload

DATA = Path(__file__).parent / "data"
_T = TypeVar("_T")


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Entry = TypeVar("_Entry", bound=_HasId)


def load(folder: Path = DATA) -> Knowledge:
    """Load and check the knowledge of a folder.

    Raises:
        KnowledgeError: If a file is missing or not TOML, or an entry is incomplete or contradicts
            another; the message names the file, the entry and what to do.
    """
    knowledge = _read(_Files(folder))
    check(knowledge)
    return knowledge


def load_kits(knowledge: Knowledge, folder: Path = DATA) -> Kits:
    """Load and check the hiring kits, which only those who hire need.

    Raises:
        KnowledgeError: If a file is missing or not TOML, or an entry is incomplete or contradicts
            the knowledge.
    """
    found = _read_kits(_Files(folder))
    for problem in kits.problems(knowledge, found):
        raise problem
    return found


def find_problems(folder: Path = DATA) -> tuple[Knowledge | None, list[KnowledgeError]]:
    """Load a folder for an editor: the knowledge where it could be read, and all its problems."""
    try:
        knowledge = _read(_Files(folder))
    except KnowledgeError as error:
        return None, [error]
    try:
        found = _read_kits(_Files(folder))
    except KnowledgeError as error:
        return knowledge, [*problems(knowledge), error]
    wrong = [*problems(knowledge), *kits.problems(knowledge, found)]
    return knowledge, wrong or [*forms.problems(knowledge)]


class _Files:
    """The data files of a folder, read once; `digest` is the fingerprint of all that was read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._hash = hashlib.sha256()

    def read(self, file: str) -> Entry:
        """Read one file as the entry of its top level.

        Raises:
            KnowledgeError: If it is missing, cannot be read or is no TOML.
        """
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

    def all(self, file: str, make: Callable[..., _T], *more: str) -> _T:
        """Make the value of a whole file, refusing keys of its top level nobody asked for."""
        entry = self.read(file)
        value = make(entry, *more)
        entry.finish()
        return value

    @property
    def digest(self) -> str:
        """Give a short fingerprint of everything read so far."""
        return self._hash.hexdigest()[:16]


def _read(files: _Files) -> Knowledge:
    role_files = [(f"roles/{channel}.toml", channel) for channel in (SHARED, *CHANNELS)]
    books = [(f"playbooks/{channel}.toml", channel) for channel in (*CHANNELS, COMPANY)]
    roles = [role for file, c in role_files for role in files.all(file, rows.roles, c)]
    channels = {c: files.all(f"channels/{c}.toml", rows.channel, c) for c in CHANNELS}
    company, other = files.all(f"channels/{COMPANY}.toml", rows.company)
    advice = [piece for file, c in books for piece in files.all(file, rows.advice, c)]
    return Knowledge(
        channels=channels,
        company=company,
        stages=_by_id(files.all("stages.toml", rows.stages), "stages.toml"),
        roles=Roles(_by_id(roles, "roles/{0.channel}.toml"), other),
        functions=_by_id(files.all("functions.toml", rows.functions), "functions.toml"),
        forms=_by_id(files.all("forms.toml", rows.forms), "forms.toml"),
        sources=_by_id(files.all("sources.toml", rows.sources), "sources.toml"),
        variants=_by_id(files.all("variants.toml", rows.variants), "variants.toml"),
        units=files.all("units.toml", rows.units),
        advice=tuple(_by_id(advice, "playbooks/{0.channel}.toml").values()),
        titles=files.all("ambiguous.toml", rows.titles),
        workload=_workload(files),
        growth=tuple(files.all("growth.toml", rows.figures)),
        diagnosis=_diagnosis(files),
        taskforces=_taskforces(files),
        digest=files.digest,
    )


def _read_kits(files: _Files) -> Kits:
    found: dict[str, Kit] = {}
    for channel in CHANNELS:
        file = f"kits/{channel}.toml"
        for kit in files.all(file, rows.kits):
            if kit.role in found:
                raise KnowledgeError(file, kit.role, "this role has two kits; remove one")
            found[kit.role] = kit
    return found


def _diagnosis(files: _Files) -> Rules:
    file = "diagnosis.toml"
    found = files.all(file, rows.diagnosis)
    return Rules(
        _by_id(found.dimensions, file),
        _by_id(found.rules, file),
        tuple(found.spans),
        found.weights,
    )


def _taskforces(files: _Files) -> Goals:
    file = "taskforces.toml"
    limits, goals = files.all(file, rows.taskforces)
    return Goals(limits, _by_id(goals, file))


def _workload(files: _Files) -> Workload:
    file = "workload.toml"
    quantities, formulas = files.all(file, rows.workload)
    return Workload(_by_id(quantities, file), _by_id(formulas, file))


def _by_id(found: Iterable[_Entry], file: str) -> dict[str, _Entry]:
    """Index values by their id, refusing doubles; `file` may name a field of the value."""
    index: dict[str, _Entry] = {}
    for value in found:
        if value.id in index:
            raise KnowledgeError(
                file.format(value), value.id, "this id is used twice; give one another id"
            )
        index[value.id] = value
    return index
