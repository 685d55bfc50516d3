"""Reading the tables of `sizes.toml` that `people_words` is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flows.counts.mention import Kind
from flows.text.cues import Cues, EndCues
from flows.text.numerals import Numerals
from flows.text.table import Table

_KIN, _NAMED, _NUMBER = "{kin}", "{name}", "{n}"
NAME = (  # what 员 ends
    r"(?![加和跟与及外另再还]|同(?![事学乡组])|带(?![货教练]))"
    r"(?:(?![一二两三四五六七八九十百])[\u4e00-\u9fff]){0,4}?"
)
ENGLISH_NAME = (  # what "ers" ends; no "by december"
    " ?(?!(?:by|in|the|per|to|of|for|at|on|or|and|until|before|after|this|next|last|is|are|was) )"
    "(?! ?(?:here |there |now )altogether(?![a-z]))"
    "(?! ?(?:(?:al)?together|later|sooner|ever|never|rather|over|either|better)(?![a-z]))"
    "(?! ?[a-z]+ (?:after|over|under|never|ever|either|other|another|later|rather)(?![a-z]))"
    "(?! ?(?:[a-z]+ )?(?:(?:turnover|quarter|winter|summer|number)s?|other|diner)(?![a-z]))"
    "(?! ?(?:septem|octo|novem|decem)ber(?![a-z]))"
    "(?! ?[a-z]+ (?:customer|user|buyer|order|player|member) [a-z])"
    "(?:[a-z]+ )?[a-z]{2,14}?"
)
RELATIONS = (
    "more_inside",
    "wished",
    "intended",
    "later",
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
RELEVANT_ENDS = (
    "denied",
    "again",
    "unwanted",
    "full",
    "we",
    "habitual",
    "our_team",
    "of_the_rest",
    "those_many",
    "these",
    "asked_plan",
    "score",
    "reached",
    "reached_only",
    "described",
    "age",
    "age_of",
    "rest_of",
    "no_one",
)
RELEVANCE = (
    "dismissed",
    "bygone",
    "asked",
    "asked_part",
    "only_asked",
    "asked_behind",
    "contrast",
    "ratio",
    "buyers",
    "client",
    "no_problem",
    "alone",
    "goal",
    "seats",
    "desks",
    "stands_alone",
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
    "unsaid",
    "life",
    "trips",
    "those",
    "those_there",
    "unfit",
    "rivals",
    "trips_each",
    "opinion",
    "wages",
)
_ONES = (
    "ones",
    "ones_beside",
    "ones_behind",
    "ones_over",
    "ones_leading",
    "ones_doing_too",
    "with_others",
    "duty_first",
    "headed",
    "duty_kin",
)
_ONES_AT_END = ("duty_last", "persons_listed", "firms")
AFTER_COUNT, AIMED = (
    ("rate", "shifts"),
    ("aimed", "aimed_more", "posted", "demanded", "made_up", "recruiting"),
)
LEADING = ("leading", "leading_too")
SCOPE = ("of_which", "beside_those", "clause_end", "sentence_end")

IN_FRONT = (
    "done",
    "given",
    "one_more",
    "at_times",
    "hours",
    "tried",
    "up_to_end",
    "added_us",
    "extra",
    "fewer",
    "original",
    "one_in_front",
)


def ends(table: Table, names: Iterable[str]) -> dict[str, Any]:
    """Read lists of patterns for what stands right in front of a place."""
    return {name: table.end_cues(name) for name in names}


def plain(table: Table, keys: Iterable[str]) -> dict[str, Any]:
    """Read lists of patterns."""
    return {key: table.cues(key) for key in keys}


def labels(table: Table) -> dict[str, Any]:
    """Read the words for what is named in front of a number."""
    ends = (
        "people_before",
        "filler",
        "whole",
        "labels",
        "units",
        "added",
        "leaders",
        "on_top",
        "markets",
    )
    plain = {key: table.cues(key) for key in ("summed", "row_gap", "doing", "plus", "shared")}
    named = {"things_before": table.end_cues("things")}
    return plain | named | {key: table.end_cues(key) for key in ends}


def one_person(table: Table, numerals: Numerals) -> dict[str, Any]:
    """Read the words for one person: {kin} are relatives, {name} names, {n} begins a number."""
    kin, name = _either(table.words("kin")), _either(table.words("names"))
    number = rf"(?:\d|[{''.join(numerals.digits)}{''.join(numerals.units)}几]|{_small(numerals)})"
    keys = ("one_article", "one_jobs", "one_joined", "one_ends", "duty_head", "solo")
    plain = {key: table.cues(key) for key in keys}

    def cues(key: str, kind: type[Cues] = Cues) -> Cues:
        return kind(
            p.replace(_KIN, kin).replace(_NAMED, name).replace(_NUMBER, number)
            for p in table.words(key)
        )

    named = {"name": Cues([name])}
    at_end = {key: cues(key, EndCues) for key in _ONES_AT_END}
    return named | plain | at_end | {key: cues(key) for key in _ONES}


def _either(words: tuple[str, ...]) -> str:
    """Join words; Latin ones must not go on (mom, but not momo)."""
    latin = "|".join(word for word in words if word[-1].isascii() and word[-1] != ")")
    rest = "|".join(word for word in words if not word[-1].isascii() or word[-1] == ")")
    return f"(?:(?:{latin})(?![a-z])|{rest})" if latin else f"(?:{rest})"


def _small(numerals: Numerals) -> str:
    return "|".join(rf"{word}\b" for word in numerals.small)


def kinds(table: Table, role_names: Iterable[str]) -> dict[str, Kind]:
    """Join all nouns; where lists disagree, people in general come first and roles last."""
    found: dict[str, Kind] = dict.fromkeys(role_names, "job")
    found |= dict.fromkeys(table.table("nouns").words("trades"), "job")
    found |= dict.fromkeys(table.table("nouns").words("jobs"), "job")
    found |= dict.fromkeys(table.table("things").words("groups"), "group")
    found |= dict.fromkeys(table.table("things").words("words"), "thing")
    return found | dict.fromkeys(table.table("nouns").words("general"), "general")


def endings(start: str, words: Iterable[str]) -> Cues:
    """Read what nouns for people end with, behind any start."""
    return Cues([rf"{start}(?:{'|'.join(words)})(?![a-z])"])
