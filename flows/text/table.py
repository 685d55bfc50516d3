"""Typed access to one file of the language data; what is wrong in it is refused with its name.

Nothing here opens files or knows any language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from flows.text.cues import Cues, EndCues, broken


class LexiconError(Exception):
    """The language data is not usable; says which file and key, and what to mend."""

    def __init__(self, file: str, key: str, fix: str) -> None:
        """Name the place and the fix."""
        super().__init__(f"flows/data/{file}: {key}: {fix}")
        self.file, self.key, self.fix = file, key, fix


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
        """Refuse the data.

        Raises:
            LexiconError: Always; names file, key and fix.
        """
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
