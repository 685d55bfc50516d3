"""The language data as one value, loaded once at start: the only place of flows that opens files.

What people type (cue words, numerals, patterns) comes from `flows/data/*.toml`, the names of
roles from the knowledge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import tomli

from flows.commands import CommandWords
from flows.cues import LexiconError, Table
from flows.fold import Fold
from flows.intents import IntentWords
from flows.numerals import Numerals
from flows.people_words import PeopleWords
from flows.roles import RoleWords
from flows.slots import SlotWords
from knowledge.knowledge import Titles
from knowledge.model import Function, Role

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words, ready for use."""

    fold: Fold
    people: PeopleWords
    slots: SlotWords
    commands: CommandWords
    intents: IntentWords
    roles: RoleWords

    @classmethod
    def load(
        cls,
        roles: Iterable[Role],
        titles: Titles,
        functions: Iterable[Function] = (),
        folder: Path = DATA,
    ) -> Lexicon:
        """Load the language data.

        Args:
            roles: The roles, in data order.
            titles: How shared titles and ordinary words are to be read.
            functions: The functions, for questions about who does a piece of work.
            folder: Where the data files are.

        Raises:
            LexiconError: If a file or key is missing or unusable; names file, key and fix.
        """
        fold_words = _read(folder, "fold.toml")
        fold = Fold(fold_words.table("region").texts(), fold_words.table("characters").texts())
        numerals = Numerals.of(_read(folder, "numerals.toml"))
        known = RoleWords.of(_read(folder, "roles.toml"), fold, roles, titles, functions)
        intents = _read(folder, "intents.toml")
        return cls(
            fold=fold,
            people=PeopleWords.of(_read(folder, "sizes.toml"), numerals, known.names.values),
            slots=SlotWords.of(_read(folder, "slots.toml"), numerals.token_source),
            commands=CommandWords.of(_read(folder, "commands.toml"), intents),
            intents=IntentWords.of(intents),
            roles=known,
        )


def _read(folder: Path, file: str) -> Table:
    try:
        return Table(file, tomli.loads((folder / file).read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise LexiconError(file, "file", "is missing; put it back") from None
    except (tomli.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise LexiconError(file, "file", f"cannot be read: {error}") from None
