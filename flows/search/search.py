"""Search over the roles: everything that is needed to read a question, made when first needed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple, get_args

from flows.search.descriptions import Language, role_texts
from flows.search.index import Index, Match, Weights
from flows.search.likeness import Likeness
from flows.search.mistyped import Mistyped, typed_titles
from flows.search.pinyin import Pinyin, typed
from flows.search.postings import Postings
from flows.search.sounds import Sounds
from flows.search.spelling import Spelling
from flows.search.strangers import Strangers
from flows.search.sureness import Manner, Sureness
from flows.search.terms import Terms
from flows.text.fold import Fold, has_chinese
from flows.text.table import Table
from knowledge.model import Function, Role

_WORD = re.compile(r"[a-z]{4,}")
DESCRIPTIONS = "descriptions.toml"  # read only to make the index
_SOURCES = ("search.toml", "concepts.toml", DESCRIPTIONS, "fold.toml")


class Cuts(NamedTuple):
    """From which confidence a role is answered, or offered; see `search.toml`."""

    answer: float
    suggest: float
    told: float
    beside: float
    certain: float
    figure: float
    better: float
    lead: float
    little: float
    little_lead: float
    offered: float


class Search:
    """The roles' texts and titles; the data is read and indexed when first needed."""

    def __init__(
        self,
        read: Callable[[str], Table],
        text: Callable[[str], str | None],
        fold: Fold,
        roles: Iterable[Role],
        functions: Iterable[Function],
        titles: Iterable[str],
    ) -> None:
        """Take what reads a data file, or just its text, and the knowledge; `titles` are folded."""
        self._read, self._text, self._fold = read, text, fold
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
        return Cuts(*(table.number(field) for field in Cuts._fields))

    @cached_property
    def strangers(self) -> Strangers:
        """What is asked like a role question but is not ours."""
        return Strangers(self._read("occupations.toml"), self._fold)

    @cached_property
    def _concepts(self) -> dict[str, tuple[str, ...]]:
        table = self._read("concepts.toml").table("concepts")
        by_name = {name: table.words(name) for name in table.names}
        words = (word for words in by_name.values() for word in words)
        folded = iter(self._fold.all_simplified(words))
        return {name: tuple(islice(folded, len(words))) for name, words in by_name.items()}

    @cached_property
    def _terms(self) -> Terms:
        words = self._table.table("words")
        return Terms(
            words.string("empty_characters"),
            self._fold.all_simplified(words.words("empty")),
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
        weights, shipped = self._table.table("weights"), self._shipped(language)
        sureness = self._table.table("sureness")
        return Index(
            Postings.read(shipped) if shipped else self.postings(language),
            self._terms,
            Weights(*(weights.number(field) for field in Weights._fields)),
            Sureness(*(sureness.number(field) for field in Sureness._fields)),
        )

    @cached_property
    def _likeness(self) -> dict[Language, Likeness]:
        text = self._text("derived/likeness.json")
        weights: dict[Language, dict[str, float]] = json.loads(text) if text else {}
        return {language: Likeness(weights.get(language, {})) for language in get_args(Language)}

    def _shipped(self, name: str) -> dict[str, Any]:
        """Read what ships with the program; empty if it does not fit the words of today."""
        text = self._text(f"derived/{name}.json")
        content: dict[str, Any] = json.loads(text) if text else {}
        return content if content.get("made_from") == self.made_from else {}

    def postings(self, language: Language) -> Postings:
        """Make the postings of a language from all texts; slow."""
        named = self._table.table("fields")
        texts = role_texts(
            self._roles,
            self._functions,
            self._fold,
            {name: named.number(name) for name in named.names},
            self._described(language),
            language,
        )
        return Postings.of(texts, self._terms)

    def _described(self, language: Language) -> dict[str, tuple[str, ...]]:
        table = self._read(DESCRIPTIONS).table(language)
        for role in table.names:
            if role not in self._channel_of:
                table.fail(role, "is no role; use an id of knowledge/data/roles")
        return {role: table.words(role) for role in table.names}

    @cached_property
    def made_from(self) -> str:
        """Mark the texts and words that postings are made from."""
        mark = hashlib.blake2b(digest_size=16)
        for file in _SOURCES:
            mark.update((self._text(file) or "").encode())
        for role in self._roles:
            said = (role.id, role.name, role.aliases, role.asks, role.mission, role.duties)
            mark.update(repr(said).encode())
        for function in self._functions:
            mark.update(repr((function.primary_owner, function.name)).encode())
        return mark.hexdigest()

    @cached_property
    def _pinyin(self) -> Pinyin:
        typing = self._table.table("typing")
        syllables = typing.string("syllables").split()
        work = (word for words in self._concepts.values() for word in words)
        english = {part for word in (*work, *typing.words("right")) for part in word.split()}
        made = self._shipped("pinyin") or self.pinyin()
        return Pinyin(made["names"], made["asking"], syllables, english)

    def pinyin(self) -> dict[str, dict[str, str]]:
        """Make how our words are typed in pinyin; slow."""
        work = (word for words in self._concepts.values() for word in words)
        asking = self._table.table("typing").words("pinyin")
        names = typed(self.sounds, (*self._titles, *work))
        return {"names": names, "asking": typed(self.sounds, asking)}

    @cached_property
    def sounds(self) -> Sounds:
        """How characters sound."""
        return Sounds(json.loads(self._text("derived/sounds.json") or "{}"))

    @cached_property
    def _mistyped(self) -> Mistyped:
        alike = self._table.table("typing").table("alike").texts().items()
        kept = self._table.table("words").string("empty_characters")
        made = self._shipped("mistyped") or self.mistyped()
        return Mistyped(made["titles"], alike, kept, self.sounds)

    def mistyped(self) -> dict[str, dict[str, str]]:
        """List the titles that are read where they are typed wrongly."""
        return {"titles": typed_titles(self._fold, self._titles)}

    @cached_property
    def _spelling(self) -> Spelling:
        typing = self._table.table("typing")
        asks = (ask for role in self._roles for ask in role.asks.en)
        right = (*asks, *typing.words("right"), *self.strangers.words)
        return Spelling((*self._titles, *typing.words("english")), right)

    def check(self) -> None:
        """Read and build everything now.

        Raises:
            LexiconError: If a data file is not usable.
        """
        _ = (self.cuts, self.strangers, self._chinese, self._english)
        _ = (self._pinyin, self._mistyped, self._spelling, self._likeness, self._slips)

    def ranked(
        self, text: str, channel: str | None, *, question: str, is_asked: bool
    ) -> list[Match]:
        """Rank the roles a folded text may describe, the best first.

        Args:
            text: What describes work.
            channel: Of the conversation.
            question: All that was said, folded.
            is_asked: The words ask for somebody.
        """
        likeness = self._likeness["zh" if has_chinese(question) else "en"]
        manner = Manner(is_asked, likeness.of(question))
        return self._index(text).ranked(text, self._channel_of, channel, manner)

    def matched(self, text: str, role: str) -> tuple[str, ...]:
        """List the pairs and stems of a folded text that speak most for a role."""
        return self._index(text).matched(text, role)

    def is_known(self, text: str, least: int) -> bool:
        """Tell whether a folded text speaks of work that some role's texts speak of, too."""
        units = self._terms.units(text)
        if len(units) < least:
            return False
        share = self._index(text).known_share(units)
        return share >= self._table.table("matching").number("known_share")

    def from_pinyin(self, text: str) -> str:
        """Read a folded text that is, in part, pinyin."""
        return self._pinyin.read(text) if _WORD.search(text) else text

    def respelt(self, text: str) -> str:
        """Mend the English words of a folded text."""
        return self._spelling.mended(self._slips.sub(self._meant, text))

    def retyped(self, text: str, *, is_short: bool) -> str:
        """Mend a Chinese title of a folded text that holds wrong characters."""
        if not has_chinese(text):
            return text
        return self._mistyped.mended(self._slips.sub(self._meant, text), is_short=is_short)

    @cached_property
    def _by_slip(self) -> Mapping[str, str]:
        return self._table.table("typing").table("slips").texts()

    @cached_property
    def _slips(self) -> re.Pattern[str]:
        words = (rf"\b{slip}\b" if slip.isascii() else slip for slip in self._by_slip)
        return re.compile("|".join(words))

    def _meant(self, found: re.Match[str]) -> str:
        return self._by_slip[found.group()]
