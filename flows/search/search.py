"""Search over the roles: everything that is needed to read a question, made when first needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from functools import cached_property

from flows.cues import Table
from flows.descriptions import Language, role_texts
from flows.fold import Fold, has_chinese
from flows.search.index import Index, Match, Weights
from flows.search.mistyped import Mistyped
from flows.search.pinyin import Pinyin
from flows.search.spelling import Spelling
from flows.search.strangers import Strangers
from flows.search.terms import Terms
from knowledge.model import Function, Role

_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Cuts:
    """From which confidence a role is answered, or offered; see `search.toml`."""

    answer: float
    answer_unasked: float
    answer_clear: float
    clear: float
    beside: float
    suggest: float
    certain: float
    better: float
    lead: float
    ahead: float
    offered: float


class Search:
    """The roles' texts and titles; the data is read and indexed when first needed."""

    def __init__(
        self,
        read: Callable[[str], Table],
        fold: Fold,
        roles: Iterable[Role],
        functions: Iterable[Function],
        titles: Iterable[str],
    ) -> None:
        """Take what reads a data file, and the knowledge; `titles` are folded."""
        self._read, self._fold = read, fold
        self._roles, self._functions = tuple(roles), tuple(functions)
        self._titles = tuple(titles)
        self._channel_of = {role.id: role.channel for role in self._roles}

    @cached_property
    def _table(self) -> Table:
        return self._read("search.toml")

    @cached_property
    def cuts(self) -> Cuts:
        """The cuts of confidence."""
        table = self._table.table("cuts")
        return Cuts(*(table.number(field.name) for field in fields(Cuts)))

    @cached_property
    def strangers(self) -> Strangers:
        """What is asked like a role question but is not ours."""
        return Strangers(self._read("occupations.toml"), self._fold)

    @cached_property
    def _concepts(self) -> dict[str, tuple[str, ...]]:
        table = self._read("concepts.toml").table("concepts")
        return {name: self._folded(table.words(name)) for name in table.names}

    @cached_property
    def _terms(self) -> Terms:
        words = self._table.table("words")
        return Terms(
            words.string("empty_characters"),
            self._folded(words.words("empty")),
            words.words("empty_english"),
            self._concepts,
        )

    def _index(self, text: str) -> Index:
        """Give the index of a text's language, made when first needed."""
        return self._chinese if has_chinese(text) else self._english

    @cached_property
    def _chinese(self) -> Index:
        return self._made("zh")

    @cached_property
    def _english(self) -> Index:
        return self._made("en")

    def _made(self, language: Language) -> Index:
        weights, named = self._table.table("weights"), self._table.table("fields")
        by_field = {name: named.number(name) for name in named.names}
        texts = role_texts(self._roles, self._functions, self._fold, by_field, language)
        numbers = (weights.number(field.name) for field in fields(Weights))
        return Index(texts, self._terms, Weights(*numbers))

    @cached_property
    def _pinyin(self) -> Pinyin:
        work = tuple(word for words in self._concepts.values() for word in words)
        typing = self._table.table("typing")
        syllables = typing.string("syllables").split()
        english = {part for word in (*work, *typing.words("right")) for part in word.split()}
        return Pinyin((*self._titles, *work), typing.words("pinyin"), syllables, english)

    @cached_property
    def _mistyped(self) -> Mistyped:
        alike = self._table.table("typing").table("alike").texts().items()
        kept = self._table.table("words").string("empty_characters")
        return Mistyped(self._titles, alike, kept)

    @cached_property
    def _spelling(self) -> Spelling:
        typing = self._table.table("typing")
        asks = (ask for role in self._roles for ask in role.asks.en)
        right = (*asks, *typing.words("right"), *self.strangers.words)
        return Spelling((*self._titles, *typing.words("english")), right)

    def _folded(self, words: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self._fold.simplified, words))

    def check(self) -> None:
        """Read and build everything now.

        Raises:
            LexiconError: If a data file is not usable.
        """
        _ = (self.cuts, self.strangers, self._chinese, self._english)
        _ = (self._pinyin, self._mistyped, self._spelling)

    def ranked(self, text: str, channel: str | None) -> list[Match]:
        """Rank the roles a folded text may describe, the best first."""
        return self._index(text).ranked(text, self._channel_of, channel)

    def is_known(self, text: str, least: int) -> bool:
        """Tell whether a folded text speaks of work that some role's texts speak of, too."""
        units = self._terms.units(text)
        if len(units) < least:
            return False
        share = self._index(text).known_share(units)
        return share >= self._table.table("matching").number("known_share")

    def is_long(self, text: str) -> bool:
        """Tell whether a folded text says so much that some of it may be unknown.

        In Chinese half of the pairs stand across two words, so any text does.
        """
        return has_chinese(text) or len(self._terms.units(text)) >= self._table.table(
            "matching"
        ).number("long")

    def from_pinyin(self, text: str) -> str:
        """Read a folded text that is, in part, pinyin."""
        return self._pinyin.read(text) if _WORD.search(text) else text

    def respelt(self, text: str) -> str:
        """Mend the English words of a folded text."""
        return self._spelling.mended(text)

    def retyped(self, text: str, *, is_short: bool) -> str:
        """Mend a Chinese title of a folded text that holds wrong characters."""
        return self._mistyped.mended(text, is_short=is_short) if has_chinese(text) else text
