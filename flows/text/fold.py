"""Folding: making messages comparable. Never used for what is shown.

NFKC, lower case, Traditional to Simplified characters, words of Taiwan and Hong Kong to those
of the mainland, control characters out.
"""

from __future__ import annotations

import functools
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from flows.text.phrases import Phrases
from flows.text.table import Table

_CONTROL = re.compile(r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile(r"\s+")
_BETWEEN = "\ue000"  # stands between texts that are folded in one go; no letter of any script


def has_chinese(text: str) -> bool:
    """Tell whether a text holds a Chinese character."""
    return not text.isascii() and any(map(_is_chinese, text))


def _is_chinese(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff"


@functools.cache
def converter(config: str) -> Callable[[str], str]:
    """Load an OpenCC conversion; slow (30 ms), so only texts with Chinese ask for it."""
    import opencc  # noqa: PLC0415

    convert: Callable[[str], str] = opencc.OpenCC(config).convert
    return convert


class Fold:
    """Folds texts with the tables of `fold.toml`."""

    __slots__ = ("_characters", "_known", "_region", "_words", "made_from")

    def __init__(self, region: Mapping[str, str], characters: Mapping[str, str]) -> None:
        """Take the words and the characters to replace."""
        self._region = region
        self._known: dict[str, str] = {}
        self.made_from = f"{zlib.crc32(repr((region, characters)).encode()):08x}"
        self._characters = str.maketrans(dict(characters))
        self._words = Phrases(region, is_whole=False)

    @classmethod
    def of(cls, table: Table) -> Fold:
        """Read `fold.toml`."""
        return cls(table.table("region").texts(), table.table("characters").texts())

    def __call__(self, text: str) -> str:
        """Fold a message: any script, any width."""
        return _remembered(self, text)

    def anew(self, text: str) -> str:
        """Fold a message without looking whether it was folded a moment ago."""
        plain = self._plain(text)
        if has_chinese(plain):
            plain = converter("t2s")(plain)
        return self._regional(plain)

    def simplified(self, text: str) -> str:
        """Fold a text of our own data, which is never in Traditional characters."""
        return self._regional(self._plain(text))

    def remember(self, told: Mapping[str, Any]) -> None:
        """Take how texts of our own data were folded beforehand, if that was with these tables."""
        if told.get("made_from") == self.made_from:
            self._known.update(zip(told["texts"], told["folded"], strict=True))

    def all_simplified(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Fold many texts of our own data in one go, which is faster."""
        own = tuple(texts)
        if new := [text for text in own if text not in self._known]:
            folded = self.simplified(_BETWEEN.join(new)).split(_BETWEEN)
            self._known.update(zip(new, map(str.strip, folded), strict=True))
        return tuple(map(self._known.__getitem__, own))

    def forms(self, words: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Give folded words as other regions write them, if as long, and as they are folded."""
        theirs = {ours: word for word, ours in self._region.items() if len(ours) == len(word)}
        places = re.compile("|".join(map(re.escape, theirs)) or r"(?!)")
        for word in words:
            for found in places.finditer(word):
                other = theirs[found.group()]
                yield word[: found.start()] + other + word[found.end() :], word

    def _plain(self, text: str) -> str:
        text = _SPACES.sub(" ", unicodedata.normalize("NFKC", text))
        return _CONTROL.sub("", text).translate(self._characters).lower().strip()

    def _regional(self, text: str) -> str:
        parts: list[str] = []
        done = 0
        for found in self._words.all(text):
            parts += (text[done : found.start], found.value)
            done = found.end
        return "".join((*parts, text[done:]))


@functools.lru_cache(maxsize=64)  # every part of understanding folds the same message
def _remembered(fold: Fold, text: str) -> str:
    return fold.anew(text)
