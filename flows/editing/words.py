"""The sentences that change a plan, as patterns of `edits.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from flows.text.fold import has_chinese
from flows.text.table import Table

_CHINESE_NAME = 2, 4  # characters
_MOST_WORDS = 3
_LONGEST, _LONGEST_NAME = 40, 80  # characters of a post's name, and of what it is called
_GROUPS = re.compile(r"\{(n|one|what|where|name|from)(\+?)\}")


class Said(NamedTuple):
    """A sentence that fits a pattern: what it does, and where in the text its parts stand."""

    kind: str
    spans: Mapping[str, tuple[int, int]]

    def part(self, name: str, text: str) -> str:
        """Give a part of the sentence, empty if it has none."""
        start, end = self.spans.get(name, (0, 0))
        return text[start:end].strip()


class EditWords:
    """The patterns of `edits.toml`, compiled when first needed."""

    def __init__(self, table: Table, number: str) -> None:
        """Take the file and the pattern of a number."""
        self._number = number
        self._before, self._after = table.words("polite_before"), table.words("polite_after")
        self._patterns = table.table("patterns")
        self._sources = {kind: self._patterns.words(kind) for kind in self._patterns.names}
        self._team, self._article = table.words("team"), table.words("article")
        self._between = table.words("between_names")
        self._numbered, self._of_team = table.words("numbered"), table.words("of_team")
        self.leader, self.people = table.cues("leader"), table.cues("people")
        self.asking = table.cues("asking")
        self._surnames = frozenset(table.string("surnames"))
        units = table.table("units")
        self.units = {unit: frozenset(units.words(unit)) for unit in units.names}

    @cached_property
    def _compiled(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        rows = ((kind, word) for kind, words in self._sources.items() for word in words)
        return tuple((kind, re.compile(self._source(word))) for kind, word in rows)

    @cached_property
    def _edge(self) -> re.Pattern[str]:
        before, after = "|".join(self._before), "|".join(self._after)
        return re.compile(f"(?:(?:{before}) ?)*(?P<said>.*?) ?(?:(?:{after}) ?)*", re.DOTALL)

    @cached_property
    def teams(self) -> re.Pattern[str]:
        """Words in front of and behind the name of a team."""
        article, team = "|".join(self._article), "|".join(self._team)
        return re.compile(f"(?:(?:{article}) ?)*(?P<name>.+?)的?(?: ?(?:{team}))*", re.DOTALL)

    @cached_property
    def numbered(self) -> re.Pattern[str]:
        """A team that is named by its number."""
        return re.compile(
            "|".join(self._one(word, str(i)) for i, word in enumerate(self._numbered))
        )

    @cached_property
    def of_team(self) -> tuple[re.Pattern[str], ...]:
        """A post that is named by its team and its role."""
        return tuple(re.compile(self._source(word)) for word in self._of_team)

    @cached_property
    def between_names(self) -> re.Pattern[str]:
        """What stands between the names of several people."""
        return re.compile("|".join(self._between))

    def _one(self, word: str, name: str) -> str:
        return word.replace("{n}", f"(?P<n{name}>{self._number})")

    def _source(self, word: str) -> str:
        """Put groups in place of {n}, {what}, {where} and {name}; with + they take all they can."""
        longest = {"name": _LONGEST_NAME}

        def group(found: re.Match[str]) -> str:
            name = found[1]
            lazy = "" if found[2] else "?"
            short = {"n": self._number, "one": "个"}
            inner = short.get(name) or f".{{1,{longest.get(name, _LONGEST)}}}{lazy}"
            return f"(?P<{name}>{inner})"

        return _GROUPS.sub(group, word)

    def readings(self, text: str) -> Iterator[Said]:
        """Give the ways to read a folded text as a change, in the order of the file."""
        edge = self._edge.fullmatch(text)
        if edge is None or not edge["said"]:
            return
        start, end = edge.span("said")
        for kind, pattern in self._compiled:
            if found := pattern.fullmatch(text, start, end):
                spans = {name: found.span(name) for name, part in found.groupdict().items() if part}
                yield Said(kind, spans)

    def is_person(self, name: str) -> bool:
        """Tell whether something looks like a person's name, as it was typed."""
        words = name.split()
        if has_chinese(name):
            return name[0] in self._surnames and _CHINESE_NAME[0] <= len(name) <= _CHINESE_NAME[1]
        return len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words)

    def check(self) -> None:
        """Compile everything.

        Raises:
            LexiconError: If a pattern is none; names file, key and fix.
        """
        for kind, words in self._sources.items():
            for word in words:
                try:
                    re.compile(self._source(word))
                except re.error as error:
                    self._patterns.fail(kind, f"{word!r} is no pattern ({error}); mend it")
