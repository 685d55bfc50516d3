"""Golden files of the derived Traditional texts, for people of the region to review.

A line stands for each text in which a word or a character was chosen that no table from character
to character would give: "simplified → traditional". After a wanted change of words run
`python -m tests.golden` and read the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import opencc

from bot.words.derive import texts
from bot.words.phrases import Phrases
from bot.words.traditional import fresh
from knowledge.loader import load

CHARACTERS = {"zh-Hant-TW": "s2tw", "zh-Hant-HK": "s2hk"}


def golden_file(language: str) -> Path:
    return Path(__file__).with_name(f"{language}.txt")


@cache
def shown() -> tuple[str, ...]:
    """List every Simplified text that can be said."""
    return texts(load(), Phrases.load())


def golden(language: str) -> str:
    """Derive the texts of a region anew and keep those that show a choice of words."""
    derive, mapped = fresh(language), _by_character(language)
    pairs = ((text, derive(text)) for text in shown())
    lines = [f"{text} → {said}" for text, said in pairs if said != mapped(text)]
    return "\n".join(sorted(lines)) + "\n"


def _by_character(language: str) -> Callable[[str], str]:
    convert = cache(opencc.OpenCC(CHARACTERS[language]).convert)
    return lambda text: "".join(convert(character) for character in text)
