"""The words that tell which numbers count people: `sizes.toml` and the names of the roles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flows.cues import Cues, EndCues
from flows.mention import Kind
from flows.needed import needed
from flows.numerals import Numerals
from flows.phrases import Phrases
from flows.sum_words import SumWords
from flows.table import Table

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
NOW = (ACTUAL, FINAL, ARRIVED)  # said as what there is now
FEWER, FILLED, BEGUN, DOUBLED = _BEHIND = ("fewer", "filled", "begun", "doubled")
_LITERAL = re.compile(r"[a-z]{2,}|[小老阿]")  # of a name
_KIN, _NAMED, _NUMBER = "{kin}", "{name}", "{n}"


@dataclass(frozen=True, slots=True, eq=False)
class PeopleWords:
    """The words of `sizes.toml`, with the roles' names as person nouns.

    They are loaded once and equal only to themselves, so that answers can be remembered by them.
    """

    numerals: Numerals
    nouns: Phrases[Kind]
    plain_people: frozenset[str]
    trades: frozenset[str]
    endings: Cues
    english_endings: Cues
    workers: Cues
    classifiers: Cues
    person_classifiers: Cues
    adjectives: Cues
    no_adjective: frozenset[str]
    compounds: frozenset[str]
    compound_ends: Cues
    spans: frozenset[str]
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
    one_more: EndCues
    up_to_end: EndCues
    others: Cues
    corrected: Cues
    denied: EndCues
    instead: Cues
    wider: Cues
    wide_behind: Cues
    narrowed: Cues
    past: Cues
    excluded: Cues
    ignored: Cues
    with_self: Cues
    our_team: EndCues
    habitual: EndCues
    we: EndCues
    full: EndCues
    unwanted: EndCues
    has_come: Cues
    again: EndCues
    fewer: EndCues
    none_so_far: Cues
    leading: EndCues
    leading_too: EndCues
    after: dict[str, Cues]
    open_after: Cues
    total_after: Cues
    of_which: Cues
    clause_end: Cues
    sentence_end: Cues
    twice: Cues
    thrice: Cues
    original: EndCues
    us_two: EndCues
    phrases: Phrases[int]
    speaker: frozenset[str]
    ones: Cues
    pairs: frozenset[str]
    lead_each: Cues
    coming: Cues
    rate: Cues
    added_start: Cues
    dismissed: Cues
    of_the_rest: EndCues
    bygone: Cues
    asked: Cues
    asked_behind: Cues
    asked_plan: EndCues
    these: EndCues
    contrast: Cues
    ratio: Cues
    buyers: Cues
    alone: Cues
    score: EndCues
    goal: Cues
    reached: EndCues
    reached_only: EndCues
    seats: Cues
    name: Cues
    ones_beside: Cues
    ones_over: Cues
    ones_leading: Cues
    ones_behind: Cues
    one_article: Cues
    one_jobs: Cues
    one_joined: Cues
    one_ends: Cues
    nobody: Cues
    nobody_yet: Cues
    new_start: Cues
    place: Cues
    added_us: EndCues
    sums: SumWords

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
            trades=frozenset(nouns.words("trades")),
            endings=_endings(_NAME, nouns.words("endings")),
            english_endings=_endings(_ENGLISH_NAME, nouns.words("english_endings")),
            before={key: relations.cues(key) for key in BEFORE},
            after={key: after.cues(key) for key in (*AFTER, ARRIVED, PER, *_BEHIND)},
            open_after=after.cues("open"),
            total_after=after.cues("total"),
            phrases=Phrases(table.table("phrases").numbers()),
            nobody_yet=relations.cues("nobody_yet"),
            nobody=table.table("nobody").cues("words"),
            workers=nouns.cues("workers"),
            **_counting(table.table("counting")),
            **_labels(table.table("labels")),
            **_plain(relations, _RELATIONS),
            **_plain(table.table("scope"), _SCOPE),
            **_plain(table.table("relevance"), _RELEVANCE),
            done=relations.end_cues("done"),
            one_more=relations.end_cues("one_more"),
            up_to_end=relations.end_cues("up_to_end"),
            added_us=relations.end_cues("added_us"),
            pairs=frozenset(table.table("ones").words("pairs")),
            coming=relations.cues("coming"),
            fewer=relations.end_cues("fewer"),
            sums=SumWords.of(table.table("sums")),
            none_so_far=relations.cues("none_so_far"),
            leading=table.table("labels").end_cues("leading"),
            leading_too=table.table("labels").end_cues("leading_too"),
            lead_each=after.cues("lead_each"),
            rate=after.cues("rate"),
            added_start=table.table("labels").cues("added_start"),
            original=relations.end_cues("original"),
            us_two=table.table("ones").end_cues("us"),
            **_ends(table.table("relevance"), _RELEVANT_ENDS),
            speaker=frozenset(table.table("ones").words("speaker")),
            **_ones(table.table("ones"), numerals),
        )


_NAME = (
    r"(?![加和跟与外另再还])(?:(?![一二两三四五六七八九十百])[\u4e00-\u9fff]){0,4}?"  # what 员 ends
)
_ENGLISH_NAME = (  # what "ers" ends; no "by december"
    " ?(?!(?:by|in|per|to|of|for|at|on|or|and|until|before|after|this|next|last|is|are|was) )"
    "(?! ?(?:al)?together)"
    "(?:[a-z]+ )?[a-z]{2,14}?"
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
    "thrice",
    "new_start",
    "place",
)
_RELEVANT_ENDS = (
    "denied",
    "again",
    "unwanted",
    "full",
    "we",
    "habitual",
    "our_team",
    "of_the_rest",
    "these",
    "asked_plan",
    "score",
    "reached",
    "reached_only",
)
_RELEVANCE = (
    "dismissed",
    "bygone",
    "asked",
    "asked_behind",
    "contrast",
    "ratio",
    "buyers",
    "alone",
    "goal",
    "seats",
    "others",
    "corrected",
    "wider",
    "wide_behind",
    "narrowed",
    "past",
    "excluded",
    "instead",
    "ignored",
    "with_self",
    "has_come",
)
_ONES = ("ones", "ones_beside", "ones_behind", "ones_over", "ones_leading")
_SCOPE = ("of_which", "clause_end", "sentence_end")


def _ends(table: Table, names: Iterable[str]) -> dict[str, Any]:
    return {name: table.end_cues(name) for name in names}


def _plain(table: Table, keys: Iterable[str]) -> dict[str, Any]:
    return {key: table.cues(key) for key in keys}


def _counting(table: Table) -> dict[str, Any]:
    keys = ("classifiers", "person_classifiers", "adjectives", "makes_group", "of_us")
    lists = {key: frozenset(table.words(key)) for key in ("no_adjective", "compounds", "spans")}
    return lists | {key: table.cues(key) for key in (*keys, "compound_ends")}


def _labels(table: Table) -> dict[str, Any]:
    ends = ("people_before", "filler", "whole", "labels", "units", "added", "leaders", "on_top")
    plain = {key: table.cues(key) for key in ("summed", "row_gap", "doing", "plus", "shared")}
    named = {"things_before": table.end_cues("things")}
    return plain | named | {key: table.end_cues(key) for key in ends}


def _ones(table: Table, numerals: Numerals) -> dict[str, Any]:
    """Read the words for one person: {kin} are relatives, {name} names, {n} begins a number."""
    kin, name = _either(table.words("kin")), _either(table.words("names"))
    number = rf"(?:\d|[{''.join(numerals.digits)}{''.join(numerals.units)}几]|{_small(numerals)})"
    plain = {key: table.cues(key) for key in ("one_article", "one_jobs", "one_joined", "one_ends")}
    holding = {_NAMED: tuple(_LITERAL.findall(name)), _KIN: _literals(table.words("kin"))}

    def cues(key: str) -> Cues:
        patterns = {
            p.replace(_KIN, kin).replace(_NAMED, name).replace(_NUMBER, number): p
            for p in table.words(key)
        }
        held = {
            pattern: next((holding[mark] for mark in holding if mark in p), ())
            for pattern, p in patterns.items()
        }
        return Cues(patterns, held)

    named = {"name": Cues([name])}
    return named | plain | {key: cues(key) for key in _ONES}


def _literals(patterns: Iterable[str]) -> tuple[str, ...]:
    """List texts of which a match of any of some patterns holds one; none if one does not tell."""
    needs = [needed(pattern) for pattern in patterns]
    return tuple(text for texts in needs for text in texts) if all(needs) else ()


def _either(words: tuple[str, ...]) -> str:
    """Join words; Latin ones must not go on (mom, but not momo)."""
    latin = "|".join(word for word in words if word[-1].isascii() and word[-1] != ")")
    rest = "|".join(word for word in words if not word[-1].isascii() or word[-1] == ")")
    return f"(?:(?:{latin})(?![a-z])|{rest})" if latin else f"(?:{rest})"


def _small(numerals: Numerals) -> str:
    return "|".join(rf"{word}\b" for word in numerals.small)


def _kinds(table: Table, role_names: Iterable[str]) -> dict[str, Kind]:
    """Join all nouns; where lists disagree, people in general come first and roles last."""
    kinds: dict[str, Kind] = dict.fromkeys(role_names, "job")
    kinds |= dict.fromkeys(table.table("nouns").words("trades"), "job")
    kinds |= dict.fromkeys(table.table("nouns").words("jobs"), "job")
    kinds |= dict.fromkeys(table.table("things").words("groups"), "group")
    kinds |= dict.fromkeys(table.table("things").words("words"), "thing")
    return kinds | dict.fromkeys(table.table("nouns").words("general"), "general")


def _endings(start: str, words: Iterable[str]) -> Cues:
    return Cues([rf"{start}(?:{'|'.join(words)})(?![a-z])"])
