"""The words that tell which numbers count people: `sizes.toml` and the names of the roles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flows.cues import Cues, EndCues, Table
from flows.numerals import Numerals
from flows.phrases import Phrases

Kind: TypeAlias = Literal["general", "job", "thing", "group", "bare"]
PER, ARRIVED, MORE, TARGET, IGNORE, ACTUAL, FROM, PLAIN = (
    "per",
    "arrived",
    "more",
    "target",
    "ignore",
    "actual",
    "from",
    "plain",
)
BEFORE = (PER, ARRIVED, MORE, TARGET, IGNORE, ACTUAL)
AFTER = (IGNORE, MORE, TARGET, ACTUAL)


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """The words of `sizes.toml`, with the roles' names as person nouns."""

    numerals: Numerals
    nouns: Phrases[Kind]
    endings: re.Pattern[str]
    classifiers: Cues
    adjectives: Cues
    no_adjective: frozenset[str]
    makes_group: Cues
    of_us: Cues
    people_before: EndCues
    filler: EndCues
    unit_suffix: tuple[str, ...]
    before: dict[str, Cues]
    happened: Cues
    after: dict[str, Cues]
    open_after: Cues
    of_which: Cues
    clause_end: Cues
    sentence_end: Cues
    phrases: Phrases[int]
    plus_one: EndCues
    nobody: Cues

    @classmethod
    def of(cls, table: Table, numerals: Numerals, role_names: Iterable[str]) -> PeopleWords:
        """Read `sizes.toml`; role names count as person nouns."""
        counting, before = table.table("counting"), table.table("before")
        relations, after, scope = (
            table.table("relations"),
            table.table("after"),
            table.table("scope"),
        )
        return cls(
            numerals=numerals,
            nouns=_nouns(table, role_names),
            endings=_endings(table.table("nouns").words("endings")),
            classifiers=counting.cues("classifiers"),
            adjectives=counting.cues("adjectives"),
            no_adjective=frozenset(counting.words("no_adjective")),
            makes_group=counting.cues("makes_group"),
            of_us=counting.cues("of_us"),
            people_before=before.end_cues("people"),
            filler=before.end_cues("filler"),
            unit_suffix=before.words("unit_suffix"),
            before={key: relations.cues(key) for key in BEFORE},
            happened=relations.cues("happened"),
            after={key: after.cues(key) for key in AFTER},
            open_after=after.cues("open"),
            of_which=scope.cues("of_which"),
            clause_end=scope.cues("clause_end"),
            sentence_end=scope.cues("sentence_end"),
            phrases=Phrases(table.table("phrases").numbers()),
            plus_one=table.table("plus_one").end_cues("words"),
            nobody=table.table("nobody").cues("words"),
        )


def _nouns(table: Table, role_names: Iterable[str]) -> Phrases[Kind]:
    """Join all nouns; where lists disagree, people in general come first and roles last."""
    kinds: dict[str, Kind] = dict.fromkeys(role_names, "job")
    kinds |= dict.fromkeys(table.table("nouns").words("jobs"), "job")
    kinds |= dict.fromkeys(table.table("things").words("groups"), "group")
    kinds |= dict.fromkeys(table.table("things").words("words"), "thing")
    kinds |= dict.fromkeys(table.table("nouns").words("general"), "general")
    return Phrases(kinds)


def _endings(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff]{{0,4}}?(?:{'|'.join(words)})")
