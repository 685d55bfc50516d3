"""Reading one entry of a data file: typed access that names file, id and fix when it fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn, TypeVar

from knowledge.errors import KnowledgeError
from knowledge.model import Text, Words

_MISSING: Any = object()
_T = TypeVar("_T")
_PLACEHOLDER = re.compile(r"\{\w*\}")


def _is_blank(value: object) -> bool:
    return value == [] or (isinstance(value, str) and not value.strip())


def is_pair(value: object) -> bool:
    """Tell whether a value is a range [low, high] of whole numbers."""
    return (
        isinstance(value, list)
        and [type(number) for number in value] == [int, int]
        and value[0] <= value[1]
    )


class Entry:
    """One table of a TOML file; every key asked for is remembered, the rest is refused."""

    def __init__(self, file: str, table: Mapping[str, Any], name: str | None = None) -> None:
        self.file = file
        self.table = table
        self.name = name or str(table.get("id", "an entry without id"))
        self._known: set[str] = set()

    def fail(self, sentence: str) -> NoReturn:
        """Refuse the entry with a sentence that says what to mend.

        Raises:
            KnowledgeError: Always; names file and entry.
        """
        raise KnowledgeError(self.file, self.name, sentence)

    def finish(self) -> None:
        """Refuse keys nobody asked for: a misspelt key must not be silently without effect."""
        unknown = sorted(set(self.table) - self._known)
        if unknown:
            self.fail(f"unknown key `{unknown[0]}`; known here: {', '.join(sorted(self._known))}")

    def has(self, key: str) -> bool:
        """Tell whether a key is there."""
        self._known.add(key)
        return key in self.table

    def _get(self, key: str, kind: type, what: str, default: Any) -> Any:
        self._known.add(key)
        value = self.table.get(key, default)
        if value is _MISSING:
            self.fail(f"`{key}` is missing; give {what}")
        if value is not default and (not isinstance(value, kind) or _is_blank(value)):
            self.fail(f"`{key}` must be {what}, not {value!r}")
        return value

    def string(self, key: str) -> str:
        """Read a text without languages: an id, a stage, an address."""
        return str(self._get(key, str, "a text in quotes", _MISSING))

    def optional(self, key: str) -> str | None:
        """Read a text that may be absent."""
        value: str | None = self._get(key, str, "a text in quotes", None)
        return value

    def one_of(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> Any:
        """Read a word out of a fixed list."""
        value = self._get(key, str, f"one of {', '.join(allowed)}", default or _MISSING)
        if value not in allowed:
            self.fail(f"`{key}` must be one of {', '.join(allowed)}, not {value!r}")
        return value

    def integer(self, key: str, default: int | None = None) -> int:
        """Read a whole number of at least 0."""
        value = self._get(key, int, "a whole number", _MISSING if default is None else default)
        if isinstance(value, bool) or value < 0:
            self.fail(f"`{key}` must be a whole number of at least 0, not {value!r}")
        return int(value)

    def optional_integer(self, key: str) -> int | None:
        """Read a whole number that may be absent."""
        return self.integer(key) if self.has(key) else None

    def number(self, key: str) -> float | None:
        """Read a share between 0 and 1 that may be absent."""
        value = self._get(key, float, "a number such as 0.3", None)
        if value is not None and not 0 < value <= 1:
            self.fail(f"`{key}` must lie above 0 and at most 1, not {value!r}")
        return None if value is None else float(value)

    def flag(self, key: str) -> bool:
        """Read true or false; absent is false."""
        return bool(self._get(key, bool, "true or false", False))

    def strings(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        """Read a list of texts."""
        what = 'a list such as ["a", "b"]'
        value = self._get(key, list, what, _MISSING if required else [])
        if not all(isinstance(v, str) and v.strip() for v in value):
            self.fail(f"`{key}` must be {what}, not {value!r}")
        return tuple(value)

    def word_lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Read a table of lists of texts that may be absent."""
        table = self._get(key, dict, f"a table [{key}]", {})
        lists = Entry(self.file, table, f"{self.name}: {key}")
        return {name: lists.strings(name) for name in table}

    def some_of(self, key: str, allowed: tuple[str, ...]) -> tuple[Any, ...]:
        """Read a list of words out of a fixed list, in the order of that list."""
        value = self.strings(key)
        for word in value:
            if word not in allowed:
                self.fail(f"`{key}` must be some of {', '.join(allowed)}, not {word!r}")
        return tuple(word for word in allowed if word in value)

    def pair(self, key: str) -> tuple[int, int] | None:
        """Read a range [low, high] of whole numbers that may be absent."""
        value = self._get(key, list, "a range such as [6, 15]", None)
        if value is None:
            return None
        if not is_pair(value):
            self.fail(f"`{key}` must be a range such as [6, 15], not {value!r}")
        return value[0], value[1]

    def _languages(self, key: str, kind: type, what: str) -> tuple[Any, Any]:
        value = self._get(key, dict, f"{key}.en and {key}.zh", _MISSING)
        for language in ("en", "zh"):
            if not isinstance(value.get(language), kind) or _is_blank(value[language]):
                self.fail(f"`{key}.{language}` is missing; give {what}")
        extra = sorted(set(value) - {"en", "zh"})
        if extra:
            self.fail(f"unknown key `{key}.{extra[0]}`; only en and zh are known")
        return value["en"], value["zh"]

    def text(self, key: str) -> Text:
        """Read one text in both languages, with the same {placeholders} in both."""
        return self._alike(key, *self._languages(key, str, "a text in quotes"))

    def own_text(self) -> Text:
        """Read the entry itself as one text: its keys en and zh."""
        return self._alike(self.name, self.string("en"), self.string("zh"))

    def _alike(self, key: str, en: str, zh: str) -> Text:
        if set(_PLACEHOLDER.findall(en)) != set(_PLACEHOLDER.findall(zh)):
            self.fail(f"`{key}.en` and `{key}.zh` must have the same placeholders in braces")
        return Text(en, zh)

    def _lists(self, key: str) -> tuple[list[str], list[str]]:
        what = 'a list such as ["a", "b"]'
        en, zh = self._languages(key, list, what)
        if not all(isinstance(text, str) and text.strip() for text in (*en, *zh)):
            self.fail(f"`{key}.en` and `{key}.zh` must each be {what}")
        return en, zh

    def words(self, key: str) -> Words:
        """Read two lists of words, one for each language."""
        en, zh = self._lists(key)
        return Words(tuple(en), tuple(zh))

    def texts(self, key: str) -> tuple[Text, ...]:
        """Read parallel lists as texts in both languages."""
        en, zh = self._lists(key)
        if len(en) != len(zh):
            self.fail(f"`{key}` has {len(en)} English but {len(zh)} Chinese lines; they must match")
        return tuple(self._alike(key, *pair) for pair in zip(en, zh, strict=True))

    def entries(self, key: str, *, required: bool = True) -> Iterator[Entry]:
        """Read a list of tables as entries."""
        found = self._get(key, list, f"one or more [[{key}]]", _MISSING if required else [])
        for i, table in enumerate(found, 1):
            if not isinstance(table, dict):
                self.fail(f"`{key}` must hold tables such as [[{key}]], not {table!r}")
            yield Entry(self.file, table, str(table.get("id") or f"{self.name} {key} {i}"))

    def every(self, key: str, make: Callable[[Entry], _T]) -> list[_T]:
        """Make a value of each table of a list, refusing keys that `make` did not ask for."""
        found = []
        for entry in self.entries(key):
            found.append(make(entry))
            entry.finish()
        return found
