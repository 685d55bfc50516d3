"""The words that tell which numbers count people: `sizes.toml` and the names of the roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flows.cues import Cues, EndCues, Table
from flows.mention import Kind
from flows.numerals import Numerals
from flows.phrases import Phrases

PER, FINAL, ARRIVED, MORE, TARGET, IGNORE, ACTUAL, FROM, PLAIN = (
    "per",
    "final",
    "arrived",
    "more",
    "target",
    "ignore",
    "actual",
    "from",
    "plain",
)
BEFORE = (PER, FINAL, ARRIVED, MORE, TARGET, IGNORE, ACTUAL)
AFTER = (IGNORE, MORE, TARGET, ACTUAL)
_KIN, _NUMBER = "{kin}", "{n}"


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """The words of `sizes.toml`, with the roles' names as person nouns."""

    numerals: Numerals
    nouns: Phrases[Kind]
    plain_people: frozenset[str]
    endings: Cues
    english_endings: Cues
    workers: Cues
    classifiers: Cues
    person_classifiers: Cues
    adjectives: Cues
    no_adjective: frozenset[str]
    makes_group: Cues
    of_us: Cues
    people_before: EndCues
    filler: EndCues
    summed: Cues
    leaders: EndCues
    whole: EndCues
    labels: EndCues
    things_before: EndCues
    units: EndCues
    row_gap: Cues
    doing: Cues
    added: EndCues
    plus: Cues
    on_top: EndCues
    shared: Cues
    before: dict[str, Cues]
    more_inside: Cues
    wished: Cues
    intended: Cues
    to: Cues
    per_unit: Cues
    happened: Cues
    happened_between: Cues
    arrow: Cues
    done: EndCues
    up_to_end: EndCues
    others: Cues
    corrected: Cues
    denied: EndCues
    instead: Cues
    wider: Cues
    narrowed: Cues
    past: Cues
    excluded: Cues
    after: dict[str, Cues]
    open_after: Cues
    total_after: Cues
    of_which: Cues
    clause_end: Cues
    sentence_end: Cues
    twice: Cues
    phrases: Phrases[int]
    speaker: frozenset[str]
    ones: Cues
    ones_beside: Cues
    ones_behind: Cues
    one_article: Cues
    one_joined: Cues
    one_ends: Cues
    nobody: Cues

    @classmethod
    def of(cls, table: Table, numerals: Numerals, role_names: Iterable[str]) -> PeopleWords:
        """Read `sizes.toml`; role names count as person nouns."""
        nouns, relations = table.table("nouns"), table.table("relations")
        after = table.table("after")
        kinds = _kinds(table, role_names)
        return cls(
            numerals=numerals,
            nouns=Phrases(kinds),
            plain_people=frozenset(nouns.words("plain")),
            endings=_endings(r"[\u4e00-\u9fff]{0,4}?", nouns.words("endings")),
            english_endings=_endings(" ?(?:[a-z]+ )?[a-z]{2,14}?", nouns.words("english_endings")),
            before={key: relations.cues(key) for key in BEFORE},
            after={key: after.cues(key) for key in (*AFTER, ARRIVED, PER)},
            open_after=after.cues("open"),
            total_after=after.cues("total"),
            phrases=Phrases(table.table("phrases").numbers()),
            nobody=table.table("nobody").cues("words"),
            workers=nouns.cues("workers"),
            **_counting(table.table("counting")),
            **_labels(table.table("labels")),
            **_plain(relations, _RELATIONS),
            **_plain(table.table("scope"), _SCOPE),
            **_plain(table.table("relevance"), _RELEVANCE),
            done=relations.end_cues("done"),
            up_to_end=relations.end_cues("up_to_end"),
            denied=table.table("relevance").end_cues("denied"),
            speaker=frozenset(table.table("ones").words("speaker")),
            **_ones(table.table("ones"), numerals),
        )


_RELATIONS = (
    "more_inside",
    "wished",
    "intended",
    "to",
    "per_unit",
    "happened",
    "happened_between",
    "arrow",
    "twice",
)
_RELEVANCE = ("others", "corrected", "wider", "narrowed", "past", "excluded", "instead")
_SCOPE = ("of_which", "clause_end", "sentence_end")


def _plain(table: Table, keys: Iterable[str]) -> dict[str, Any]:
    return {key: table.cues(key) for key in keys}


def _counting(table: Table) -> dict[str, Any]:
    keys = ("classifiers", "person_classifiers", "adjectives", "makes_group", "of_us")
    no_adjective = frozenset(table.words("no_adjective"))
    return {"no_adjective": no_adjective} | {key: table.cues(key) for key in keys}


def _labels(table: Table) -> dict[str, Any]:
    ends = ("people_before", "filler", "whole", "labels", "units", "added", "leaders", "on_top")
    plain = {key: table.cues(key) for key in ("summed", "row_gap", "doing", "plus", "shared")}
    named = {"things_before": table.end_cues("things")}
    return plain | named | {key: table.end_cues(key) for key in ends}


def _ones(table: Table, numerals: Numerals) -> dict[str, Any]:
    """Read the words for one person; {kin} stands for relatives, {n} for the start of a number."""
    kin = f"(?:{'|'.join(table.words('kin'))})"
    number = rf"(?:\d|[{''.join(numerals.digits)}{''.join(numerals.units)}几]|{_small(numerals)})"
    plain = {key: table.cues(key) for key in ("one_article", "one_joined", "one_ends")}
    return plain | {
        key: Cues(p.replace(_KIN, kin).replace(_NUMBER, number) for p in table.words(key))
        for key in ("ones", "ones_beside", "ones_behind")
    }


def _small(numerals: Numerals) -> str:
    return "|".join(rf"{word}\b" for word in numerals.small)


def _kinds(table: Table, role_names: Iterable[str]) -> dict[str, Kind]:
    """Join all nouns; where lists disagree, people in general come first and roles last."""
    kinds: dict[str, Kind] = dict.fromkeys(role_names, "job")
    kinds |= dict.fromkeys(table.table("nouns").words("jobs"), "job")
    kinds |= dict.fromkeys(table.table("things").words("groups"), "group")
    kinds |= dict.fromkeys(table.table("things").words("words"), "thing")
    return kinds | dict.fromkeys(table.table("nouns").words("general"), "general")


def _endings(start: str, words: Iterable[str]) -> Cues:
    return Cues([rf"{start}(?:{'|'.join(words)})(?![a-z])"])
