"""Cue words and patterns of the language data, and typed access to one data file.

Nothing here opens files or knows any language. All patterns are matched on folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn

from flows.needed import needed

_LETTER_OR_DIGIT = re.compile(r"[a-z0-9]")
_BEFORE, _AFTER = "(?<![a-z0-9])", "(?![a-z0-9])"
_FAR = 1_000_000  # characters; no text is longer
_FEW = 50  # uses before a list is worth to be compiled whole: more than a message or two make
_GROUP = re.compile(r"\([^()]*\)")
_PLAIN = re.compile(r"[a-z0-9](?![?*+{])")


class LexiconError(Exception):
    """The language data is not usable; says which file and key, and what to mend."""

    def __init__(self, file: str, key: str, fix: str) -> None:
        """Name the place and the fix."""
        super().__init__(f"flows/data/{file}: {key}: {fix}")
        self.file, self.key, self.fix = file, key, fix


def whole_word(pattern: str) -> str:
    """Keep a pattern from matching inside a longer Latin word; Chinese has no such borders."""
    is_word = _LETTER_OR_DIGIT.match(_first_letter(pattern)) is not None
    is_cut = pattern[-1:].isalnum() and pattern[-1:].isascii()
    after = _AFTER if is_cut or (is_word and pattern.endswith(("?", ")"))) else ""
    if _PLAIN.match(pattern) and "|" not in _GROUP.sub("", _GROUP.sub("", pattern)):
        first = pattern[0]  # in front, so that `re` can skip what begins with another letter
        return f"{first}(?<![a-z0-9]{first}){pattern[1:]}{after}"
    return f"{_BEFORE if is_word else ''}(?:{pattern}){after}"


def _first_letter(pattern: str) -> str:
    return pattern.removeprefix("(?:").removeprefix("^")[:1]


class Cues:
    """A list of patterns; the first texts compile only those that may be in them.

    Compiling a long list takes some milliseconds, and a program that answers once needs few.
    """

    __slots__ = ("_needs", "_pattern", "_source", "_uses", "_words")

    def __init__(self, patterns: Iterable[str]) -> None:
        """Take patterns, earlier ones first; see `broken` for checking them."""
        self._words = tuple(patterns)
        self._needs: tuple[tuple[str, ...], ...] = ()
        self._source: str | None = None
        self._pattern: re.Pattern[str] | None = None
        self._uses = 0

    @property
    def source(self) -> str:
        """Give the whole list as one pattern."""
        if self._source is None:
            self._source = self._joined(self._words)
        return self._source

    @property
    def pattern(self) -> re.Pattern[str]:
        """Give the compiled pattern."""
        if self._pattern is None:
            self._pattern = re.compile(self.source)
        return self._pattern

    def _joined(self, words: Iterable[str]) -> str:
        return "|".join(map(whole_word, words)) or r"(?!)"

    def _fitting(self, text: str) -> re.Pattern[str] | None:
        """Compile what may be in a text, the first times; None if nothing can be in it."""
        self._uses += 1
        if self._uses > _FEW:
            return self.pattern
        self._needs = self._needs or tuple(map(needed, self._words))
        pairs = zip(self._words, self._needs, strict=True)
        words = [w for w, needs in pairs if not needs or any(need in text for need in needs)]
        return re.compile(self._joined(words)) if words else None

    def search(self, text: str, start: int = 0, end: int = _FAR) -> re.Match[str] | None:
        """Find the first cue."""
        pattern = self._pattern or self._fitting(text)
        return pattern.search(text, start, end) if pattern else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Find a cue right at a place."""
        pattern = self._pattern or self._fitting(text)
        return pattern.match(text, start) if pattern else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Tell whether the whole text is one cue."""
        pattern = self._pattern or self._fitting(text)
        return pattern.fullmatch(text) if pattern else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find all cues, left to right, without overlaps."""
        pattern = self._pattern or self._fitting(text)
        return pattern.finditer(text) if pattern else iter(())

    def blank(self, text: str) -> str:
        """Put spaces in place of all cues, so that no place moves."""
        pattern = self._pattern or self._fitting(text)
        return pattern.sub(lambda found: " " * len(found.group()), text) if pattern else text


def broken(patterns: Iterable[str]) -> str | None:
    """Name the first pattern that is none, and why."""
    for pattern in patterns:
        try:
            re.compile(whole_word(pattern))
        except re.error as error:
            return f"{pattern!r} is no pattern ({error}); mend it"
    return None


class EndCues(Cues):
    """Patterns that must end where the text ends, but for spaces: what stands before a place."""

    __slots__ = ()

    def _joined(self, words: Iterable[str]) -> str:
        return f"(?:{super()._joined(words)})[ ]*$"


class Table:
    """One table of a data file; what is missing or of the wrong kind is refused with its name."""

    __slots__ = ("_content", "_file", "_is_checked", "_name")

    def __init__(
        self, file: str, content: Mapping[str, Any], name: str = "", *, is_checked: bool = False
    ) -> None:
        """Wrap the content of a file or of one of its tables; patterns are checked on demand."""
        self._file, self._content, self._name = file, content, name
        self._is_checked = is_checked

    def fail(self, key: str, fix: str) -> NoReturn:
        """Refuse the data."""
        raise LexiconError(self._file, f"{self._name}{key}", fix)

    def _get(self, key: str, kind: type | tuple[type, ...], what: str) -> Any:
        if key not in self._content:
            self.fail(key, f"is missing; give {what}")
        value = self._content[key]
        if isinstance(value, bool) or not isinstance(value, kind):
            self.fail(key, f"must be {what}, not {value!r}")
        return value

    @property
    def names(self) -> tuple[str, ...]:
        """List the keys in the order of the file."""
        return tuple(self._content)

    def table(self, key: str) -> Table:
        """Read a table inside this one."""
        return self._inner(self._get(key, dict, f"a table [{key}]"), f"{self._name}{key}.")

    def tables(self, key: str) -> tuple[Table, ...]:
        """Read a list of tables."""
        rows = self._get(key, list, f"one or more [[{key}]]")
        return tuple(self._inner(row, f"{key} {i}.") for i, row in enumerate(rows, 1))

    def _inner(self, content: Mapping[str, Any], name: str) -> Table:
        return Table(self._file, content, name, is_checked=self._is_checked)

    def string(self, key: str) -> str:
        """Read a text."""
        return str(self._get(key, str, "a text in quotes"))

    def number(self, key: str) -> float:
        """Read a number."""
        return float(self._get(key, (int, float), "a number"))

    def flag(self, key: str) -> bool:
        """Read true or false."""
        value = self._content.get(key)
        if not isinstance(value, bool):
            self.fail(key, f"must be true or false, not {value!r}")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """Read a list of texts."""
        found = self._get(key, list, 'a list such as ["a", "b"]')
        if not found or not all(isinstance(word, str) and word for word in found):
            self.fail(key, 'must be a list of texts that are not empty, such as ["a", "b"]')
        return tuple(found)

    def cues(self, key: str) -> Cues:
        """Read a list of patterns."""
        return Cues(self._checked(key))

    def end_cues(self, key: str) -> EndCues:
        """Read a list of patterns for what stands right in front of a place."""
        return EndCues(self._checked(key))

    def _checked(self, key: str) -> tuple[str, ...]:
        is_one = isinstance(self._content.get(key), str)
        patterns = (self.string(key),) if is_one else self.words(key)
        if self._is_checked and (fault := broken(patterns)):
            self.fail(key, fault)
        return patterns

    def numbers(self) -> dict[str, int]:
        """Read this table as word = whole number."""
        return {key: int(self._get(key, int, "a whole number")) for key in self._content}

    def texts(self) -> dict[str, str]:
        """Read this table as word = word."""
        return {key: self.string(key) for key in self._content}

    def ranges(self) -> dict[str, tuple[int, int]]:
        """Read this table as word = [lowest, highest]."""
        found = {}
        for key in self._content:
            low, high = self._get(key, list, "a range such as [20, 99]")
            found[key] = (int(low), int(high))
        return found
