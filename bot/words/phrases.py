"""The phrase book: the files of `FILES`, checked when they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from knowledge.entry import Entry
from knowledge.errors import KnowledgeError
from knowledge.model import Text

FOLDER = Path(__file__).parent
FILES = (
    "texts.toml",
    "editing.toml",
    "sizing.toml",
    "growth.toml",
    "checking.toml",
    "documents.toml",
    "workshop.toml",
    "taskforce.toml",
    "company.toml",
)


class Phrases:
    """All phrases by their dotted key, such as `ask.channel`."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self._texts = texts

    def __getitem__(self, key: str) -> Text:
        """Give a phrase in both languages.

        Raises:
            KeyError: If there is no such phrase; a test proves that templates name only known ones.
        """
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the keys in the order of the file."""
        return iter(self._texts)

    @classmethod
    @cache
    def load(cls) -> Phrases:
        """Read the phrase book of the package.

        Raises:
            KnowledgeError: If the file cannot be read, a phrase lacks a language or its
                placeholders differ.
        """
        return cls({key: text for file in FILES for key, text in _read(file)})


def _read(file: str) -> Iterator[tuple[str, Text]]:
    name = f"bot/words/{file}"
    try:
        table = tomli.loads((FOLDER / file).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(name, "file", f"cannot be read: {error}") from None
    return _phrases(name, "", table)


def _phrases(file: str, prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    for key, value in table.items():
        if set(value) == {"en", "zh"}:
            yield prefix + key, Entry(file, {key: value}, prefix + key).text(key)
        else:
            yield from _phrases(file, f"{prefix}{key}.", value)
