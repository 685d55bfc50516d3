"""A voice: one language and script, in which facts and phrases are said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import TypeAlias

from markupsafe import Markup, escape

from bot.words.phrases import Phrases
from bot.words.traditional import converter
from knowledge import languages
from knowledge.model import Role, Text
from knowledge.names import short_name
from knowledge.units import Named

Language: TypeAlias = languages.Language
_SPECIAL = re.compile("[&<>\"']").search
LANGUAGES = languages.LANGUAGES


class Voice:
    """Says texts in one language; values put into phrases are escaped, phrases are not."""

    def __init__(self, language: Language, phrases: Phrases) -> None:
        self.language = language
        self._phrases = phrases
        self._of = _chooser(language)
        self._bare: dict[str, Markup] = {}

    def text(self, text: Text) -> str:
        """Say a fact that stands in the data in both languages."""
        return self._of(text)

    def role(self, role: Role) -> str:
        """Say a role's short name."""
        return self._of(short_name(role))

    def unit(self, unit: Named) -> str:
        """Say the name of a plan's unit."""
        return " · ".join(self._of(text).format(n=number) for text, number in unit.pieces)

    def say(self, key: str, **values: object) -> Markup:
        """Say a phrase with its values filled in."""
        phrase = self._bare.get(key)
        if phrase is None:  # our own words; the values are escaped
            phrase = self._bare[key] = Markup(self._of(self._phrases[key]))  # noqa: S704
        if not values:
            return phrase
        filled = {name: _safe(value) for name, value in values.items()}
        return Markup(str.format_map(phrase, filled))  # noqa: S704 - see above

    def join(self, parts: Iterable[str]) -> Markup:
        """Join names with the list separator of the language."""
        return self.say("list.separator").join(parts)


def _safe(value: object) -> object:
    """Escape what may hold tags."""
    if type(value) is str and not _SPECIAL(value):
        return value  # most are names; looking is faster than escaping
    return value if isinstance(value, int | Markup) else escape(value)


@cache
def voice(language: Language) -> Voice:
    """Give the voice of a language, the same one every time."""
    return Voice(language, Phrases.load())


def as_language(code: str | None) -> Language | None:
    """Find our language for an IETF tag such as `zh-TW`, `zh-hans` or `en-GB`; None for others."""
    tag = (code or "").casefold().replace("_", "-")
    if tag.startswith("en"):
        return "en"
    if not tag.startswith("zh"):
        return None
    if "hk" in tag or "mo" in tag.split("-"):
        return "zh-Hant-HK"
    return "zh-Hant-TW" if "hant" in tag or "tw" in tag else "zh-Hans"


def first_language(codes: Iterable[str | None]) -> Language:
    """Find the first of some IETF tags that is a language of ours; English if none is."""
    return next(filter(None, map(as_language, codes)), "en")


def _chooser(language: Language) -> Callable[[Text], str]:
    if language == "en":
        return lambda text: text.en
    if language == "zh-Hans":
        return lambda text: text.zh
    convert = lru_cache(maxsize=None)(converter(language))
    return lambda text: convert(text.zh)
