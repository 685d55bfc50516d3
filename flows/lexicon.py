"""The language data as one value, loaded once at start: the only place of flows that opens files.

What people type (cue words, numerals, patterns) comes from `flows/data/*.toml`, the names of
roles from the knowledge. What only questions about roles need is read when the first one comes.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import tomli

from flows.advice.task_words import TaskForceWords
from flows.advice.what_if_words import WhatIfWords
from flows.briefs.slot_words import SlotWords
from flows.commands import CommandWords
from flows.corrections import CorrectionWords
from flows.counts.people_words import PeopleWords
from flows.editing.words import EditWords
from flows.exports import ExportWords
from flows.growth.words import GrowthWords
from flows.hunches.hunches import Hunches
from flows.intents import IntentWords
from flows.roles.names import RoleWords
from flows.search.search import Search
from flows.sizing.words import SizingWords
from flows.teams.words import TeamWords
from flows.text.fold import Fold
from flows.text.needs import remember
from flows.text.numerals import Numerals
from flows.text.table import LexiconError, Table
from knowledge.knowledge import Titles
from knowledge.model import Function, Role

DATA = Path(__file__).parent / "data"
Parsed: TypeAlias = Mapping[str, tuple[str, dict[str, Any]]]  # sum and content of each file


@dataclass(slots=True, eq=False, repr=False)
class Lexicon:
    """All words, ready for use; equal only to itself, so that meanings are remembered by it."""

    fold: Fold
    people: PeopleWords
    slots: SlotWords
    commands: CommandWords
    intents: IntentWords
    roles: RoleWords
    search: Search
    corrections: CorrectionWords
    exports: ExportWords
    edits: EditWords
    growth: GrowthWords
    what_if: WhatIfWords
    taskforces: TaskForceWords
    teams: TeamWords
    sizing: SizingWords
    hunches: Hunches

    @classmethod
    def load(
        cls,
        roles: Iterable[Role],
        titles: Titles,
        functions: Iterable[Function] = (),
        folder: Path = DATA,
        *,
        is_checked: bool = False,
    ) -> Lexicon:
        """Load the language data.

        Args:
            roles: The roles, in data order.
            titles: How shared titles and ordinary words are to be read.
            functions: The functions, for questions about who does a piece of work.
            folder: Where the data files are.
            is_checked: Also check every pattern, which is slow; else a bad one fails at first use.

        Raises:
            LexiconError: If a file or key is missing or unusable; names file, key and fix.
        """
        roles, text, shipped = tuple(roles), partial(_text, folder), partial(_shipped, folder)
        read = partial(_read, folder, shipped("words"), is_checked=is_checked)
        fold, numerals = _prepared(read, shipped), Numerals.of(read("numerals.toml"))
        known = RoleWords.of(read("roles.toml"), fold, roles, titles, shipped("usual"))
        people = PeopleWords.of(read("sizes.toml"), numerals, known.names.values)
        found = cls(
            fold=fold,
            people=people,
            slots=SlotWords.of(read("slots.toml"), numerals.token_source),
            commands=CommandWords.of(read("commands.toml"), read("intents.toml")),
            intents=IntentWords.of(read("intents.toml")),
            roles=known,
            search=Search(read, text, fold, roles, functions, known.names.values),
            corrections=CorrectionWords.of(read("corrections.toml")),
            exports=ExportWords.of(read("exports.toml")),
            edits=EditWords(read("edits.toml"), numerals.token_source),
            growth=GrowthWords.of(read("growth.toml"), numerals),
            what_if=WhatIfWords(read("what_if.toml"), numerals),
            taskforces=TaskForceWords.of(read("taskforces.toml")),
            teams=TeamWords.of(read("teams.toml")),
            sizing=SizingWords(read("sizing.toml"), numerals),
            hunches=Hunches(read, text, people),
        )
        return found.checked(roles, functions) if is_checked else found

    def checked(self, roles: Iterable[Role], functions: Iterable[Function]) -> Lexicon:
        """Give the lexicon itself, after everything in it was used once."""
        self.check({role.id for role in roles}, {function.id for function in functions})
        return self

    def check(self, roles: set[str], functions: set[str]) -> None:
        """Use everything that is else read when first needed; names are checked where given.

        Raises:
            LexiconError: If something is unusable; names file, key and fix.
        """
        self.teams.check(roles, functions or self.teams.functions)
        for words in (
            self.search,
            self.edits,
            self.what_if,
            self.sizing,
            self.growth.pace,
            self.hunches,
        ):
            words.check()


def _prepared(read: Callable[[str], Table], shipped: Callable[[str], dict[str, Any]]) -> Fold:
    """Take what was worked out of the files beforehand, and give how texts are folded."""
    fold = Fold.of(read("fold.toml"))
    fold.remember(shipped("folded"))
    remember(shipped("needs"))
    return fold


def _shipped(folder: Path, name: str) -> dict[str, Any]:
    """Read what was made of the files beforehand, see `bot.words.index`; empty if it is missing."""
    found: dict[str, Any] = json.loads(_text(folder, f"derived/{name}.json") or "{}")
    return found


def sum_of(written: bytes) -> str:
    """Name the content of a file, to tell whether it is still what was parsed beforehand."""
    return f"{zlib.crc32(written):08x}"


def _read(folder: Path, parsed: Parsed, file: str, *, is_checked: bool) -> Table:
    try:
        written, (known, content) = (folder / file).read_bytes(), parsed.get(file, ("", {}))
        content = content if known == sum_of(written) else tomli.loads(written.decode())
    except FileNotFoundError:
        raise LexiconError(file, "file", "is missing; put it back") from None
    except (tomli.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise LexiconError(file, "file", f"cannot be read: {error}") from None
    return Table(file, content, is_checked=is_checked)


def _text(folder: Path, file: str) -> str | None:
    """Read a file as it is; None if it is missing."""
    path = folder / file
    return path.read_bytes().decode() if path.exists() else None  # faster than as text
