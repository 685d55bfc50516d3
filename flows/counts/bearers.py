"""Reading whoever is named by work and a word for a person: "email gal", 剪片仔.

Such words say the same of everybody, so one stands for all in the titles of the knowledge ("email
guy", 剪片的). All words come from `roles.toml`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flows.text.cues import Cues
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
class Bearers:
    """Words for persons, and the one that titles have in place of them."""

    rows: tuple[tuple[Cues, str], ...]

    @classmethod
    def of(cls, rows: Iterable[Table]) -> Bearers:
        """Read the rows of `roles.toml`: patterns, and what stands for them."""
        return cls(tuple((row.cues("words"), row.string("usual")) for row in rows))

    def usual(self, text: str) -> str:
        """Put the usual word in place of each word for a person in a folded text."""
        for cues, usual in self.rows:
            if cues.may_match(text):
                text = cues.pattern.sub(usual, text)
        return text

    def all_usual(self, texts: Iterable[str], told: Mapping[str, Any]) -> Mapping[str, str]:
        """Give the texts that change, with what they become; from what was told if that fits."""
        own = tuple(texts)
        if told.get("made_from") == self.sum_of(own):
            changed: Mapping[str, str] = told["usual"]
            return changed
        return {text: usual for text in own if (usual := self.usual(text)) != text}

    def sum_of(self, texts: tuple[str, ...]) -> str:
        """Name what `all_usual` is made from."""
        rows = ((cues.words, usual) for cues, usual in self.rows)
        return f"{zlib.crc32(repr((*rows, texts)).encode()):08x}"
