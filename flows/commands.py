"""Messages that are a command as a whole, and requests for a language.

All words come from `commands.toml` and `intents.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast, get_args

from flows.meaning import Command, Intent, Language
from flows.text.cues import Cues
from flows.text.table import Table

_SLASH = re.compile(r"/([a-z_]+)(?:@\w+)?(?:\s.*)?$")
_SLASH_AND_MORE = re.compile(
    r"\s*/(plan|role|taskforce|grow|kit|check|size)(?:@\w+)?\s+(\S.*)", re.DOTALL | re.IGNORECASE
)
_EDGE = re.compile(r"^[\s\W]+|[\s\W]+$")
# The more special first: 香港繁体 is not just 繁体.
_LANGUAGES: tuple[Language, ...] = ("zh-Hant-HK", "zh-Hant-TW", "en", "zh-Hans")
_LONGEST = 40  # characters of a message that is a command in words
_FIRST_COMMANDS: tuple[str, ...] = get_args(Command)


@dataclass(slots=True, eq=False, repr=False)
class CommandWords:
    """The words of `commands.toml` and the languages of `intents.toml`."""

    commands: dict[str, Command]
    intents: dict[str, Intent]
    polite: tuple[str, ...]
    languages: dict[Language, Cues]
    language_slack: int

    @classmethod
    def of(cls, table: Table, intents: Table) -> CommandWords:
        """Read both files."""
        words, languages = table.table("words"), intents.table("language")
        spoken = [key for key in languages.names if key != "language_slack"]
        return cls(
            commands={word: cast("Command", c) for c in words.names for word in words.words(c)},
            intents={c: cast("Intent", i) for c, i in table.table("intents").texts().items()},
            polite=tuple(sorted(table.words("polite"), key=len, reverse=True)),
            languages={cast("Language", key): languages.cues(key) for key in spoken},
            language_slack=int(languages.number("language_slack")),
        )


def without_slash(text: str) -> tuple[str | None, str]:
    """Take apart a slash command that says more, such as `/role 客服主管`: its name and the rest.

    A message that is nothing of the kind comes back whole, without a name.
    """
    found = _SLASH_AND_MORE.fullmatch(text)
    return (found[1].lower(), found[2]) if found else (None, text)


def command_of(words: CommandWords, text: str) -> Command | None:
    """Read a folded message that is a command as a whole."""
    if slash := _SLASH.fullmatch(text):
        name = slash[1].replace("_", "")
        return cast("Command", name) if name in _FIRST_COMMANDS else None
    if len(text) > _LONGEST:
        return None
    plain = _EDGE.sub("", text)
    for _ in range(4):
        if plain in words.commands or not plain:
            break
        plain = _less_polite(words, plain)
    return words.commands.get(plain or text)


def _less_polite(words: CommandWords, text: str) -> str:
    if not text.startswith(words.polite) and not text.endswith(words.polite):
        return text
    for word in words.polite:
        for less in (text.removeprefix(word), text.removesuffix(word)):
            if less != text and _is_cut_between_words(text, less, word):
                return _EDGE.sub("", less)
    return text


def _is_cut_between_words(text: str, less: str, word: str) -> bool:
    """Keep from cutting inside a Latin word."""
    if not word.isascii():
        return True
    edge = less[:1] if text.endswith(less) else less[-1:]
    return not (edge.isascii() and edge.isalnum())


def language_of(words: CommandWords, text: str) -> Language | None:
    """Read a request to change the language; a long message is none."""
    for language in _LANGUAGES:
        found = words.languages[language].search(text)
        if found and len(text) - len(found.group()) <= words.language_slack:
            return language
    return None
