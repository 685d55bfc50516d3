"""The words by which people ask what would be if something were otherwise. Texts are folded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product
from typing import NamedTuple

from flows.roles.names import RoleWords
from flows.text.numbers import numbers
from flows.text.numerals import Numerals
from flows.text.table import Table
from knowledge.own_spans import led_roles
from knowledge.programme import Channel

_MOST_PEOPLE = 99  # whom somebody leads


class SaidSpan(NamedTuple):
    """A leader as somebody called it, empty where none was named, and the people it leads."""

    who: str
    people: int


class WhatIfWords:
    """The patterns of `what_if.toml`, compiled when first needed."""

    def __init__(self, table: Table, numerals: Numerals) -> None:
        """Take the file and the numerals."""
        self._numerals, self._table = numerals, table
        self.asking = table.cues("asking")
        self._leader, self._span = table.words("leader"), table.words("span")
        self._any, self._instead = table.cues("any_leader"), table.words("instead")
        variants = table.table("variants")
        self.variants = {name: variants.cues(name) for name in variants.names}
        self.usual_span, self.usual_busy = table.cues("usual_span"), table.cues("usual_busy")
        self.pay = table.table("pay").cues("cues")

    @cached_property
    def _spans(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(self._source(word)) for word in self._span)

    @cached_property
    def _before(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(self._source(word)) for word in self._instead)

    def _source(self, word: str) -> str:
        """Put groups in place of {who} and {n}."""
        who = f"(?P<who>{'|'.join(self._leader)})"
        return word.replace("{who}", who).replace(
            "{n}", f" ?(?P<n>{self._numerals.token_source}) ?"
        )

    def check(self) -> None:
        """Compile everything.

        Raises:
            LexiconError: If a pattern is none; names file, key and fix.
        """
        for key, words in (("span", self._span), ("instead", self._instead)):
            for word in words:
                try:
                    re.compile(self._source(word))
                except re.error as error:
                    self._table.fail(key, f"{word!r} is no pattern ({error}); mend it")

    def take_spans(self, text: str) -> tuple[tuple[SaidSpan, ...], str]:
        """Find the spans a text speaks of, and give the rest of it."""
        found: list[SaidSpan] = []
        read = self.asking.blank(text)
        for pattern in self._spans:
            for match in reversed(list(pattern.finditer(read))):
                if (people := self._number(match["n"])) is not None:
                    who = match.groupdict().get("who") or ""
                    found.append(SaidSpan(who.strip(), people))
                    read, text = (_without(each, match) for each in (read, text))
        if found:
            for pattern in self._before:
                text = pattern.sub(" ", text)
        return tuple(found), text

    def leader_in(self, text: str) -> str:
        """Give the word for somebody who leads that a folded text holds, empty without one."""
        found = self._leading.search(text)
        return found.group().strip() if found else ""

    @cached_property
    def _leading(self) -> re.Pattern[str]:
        return re.compile("|".join(self._leader))

    def _number(self, text: str) -> int | None:
        read = numbers(self._numerals, text)
        is_one = len(read) == 1 and 0 < read[0].high <= _MOST_PEOPLE
        return read[0].high if is_one else None

    def roles_of(
        self, titles: RoleWords, channel: Channel, staffed: Sequence[str], who: str
    ) -> tuple[str, ...]:
        """List the leading roles that somebody may mean, those in the plan first."""
        order = sorted(led_roles(channel), key=lambda role: role not in staffed)
        said = [who[start:].strip() for start in range(len(who))]
        for title in said:
            meant = [role for role in _roles_of(titles, title) if role in order]
            if meant:
                return tuple(sorted(meant, key=lambda role: role not in staffed))
        if not who or any(map(self._any.fullmatch, said)):
            return (channel.first_role,) if channel.first_role in order else tuple(order[:1])
        return tuple(dict.fromkeys(_alike(titles, order, said)))


def _roles_of(titles: RoleWords, title: str) -> tuple[str, ...]:
    shared = titles.shared.get(title)
    return (*titles.names.values.get(title, ()), *(shared.roles if shared else ()))


def _alike(titles: RoleWords, order: Sequence[str], said: Sequence[str]) -> Iterator[str]:
    """List roles one of whose titles ends with what was said."""
    known = titles.names.values.items()
    for word, role in product(said, order):
        if len(word) > 1 and any(role in ids and t.endswith(word) for t, ids in known):
            yield role


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
