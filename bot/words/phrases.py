"""The phrase book: `texts.toml`, checked when it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from knowledge.entry import Entry
from knowledge.errors import KnowledgeError
from knowledge.model import Text

NAME = "bot/words/texts.toml"
FILE = Path(__file__).with_name("texts.toml")


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
        try:
            table = tomli.loads(FILE.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise KnowledgeError(NAME, "file", f"cannot be read: {error}") from None
        return cls(dict(_phrases("", table)))


def _phrases(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    for key, value in table.items():
        if set(value) == {"en", "zh"}:
            yield prefix + key, Entry(NAME, {key: value}, prefix + key).text(key)
        else:
            yield from _phrases(f"{prefix}{key}.", value)
