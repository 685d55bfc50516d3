"""The words that tell channels, stages and variants: `slots.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flows.counts.people_tables import ends, plain
from flows.text.cue_lists import CueLists
from flows.text.cues import Cues, EndCues
from flows.text.phrases import Phrases
from flows.text.table import Table

# What stands in front of the name of a channel, and other patterns by it.
_IN_FRONT = (
    "negation",
    "not_yet",
    "taken_up",
    "also",
    "and_work",
    "by_work",
    "asked_about",
    "sold_to",
    "rung_by",
    "elsewhere",
)
_CUES = (
    "shop_roles",
    "shop_work",
    "shop_tasks",
    "shop_jobs",
    "shop_jobs_joined",
    "shop_asks",
    "headed",
    "bare",
    "not_negation",
    "denied_after",
    "whose_and_when",
    "denied_behind",
    "elsewhere_after",
    "not_yet_after",
    "said_beside",
    "joined",
    "joins",
    "listed",
    "enumerated",
    "neutral",
    "done_for",
    "of_company",
    "of_team",
    "first_after",
)


@dataclass(slots=True, eq=False, repr=False)
class SlotWords:
    """The words of `slots.toml`."""

    names: dict[str, str]
    cues: Phrases[str]
    spelled: tuple[str, ...]
    patterns: CueLists
    weak: Phrases[str]
    loose: CueLists
    masked: Phrases[str]
    negation: EndCues
    not_negation: Cues
    denied_after: Cues
    whose_and_when: Cues
    denied_behind: Cues
    elsewhere_after: Cues
    elsewhere: EndCues
    not_yet: EndCues
    not_yet_after: Cues
    taken_up: EndCues
    said_beside: Cues
    either: frozenset[str]
    shop_roles: Cues
    shop_work: Cues
    shop_tasks: Cues
    shop_jobs: Cues
    shop_jobs_joined: Cues
    shop_asks: Cues
    headed: Cues
    bare: Cues
    joined: Cues
    joins: Cues
    listed: Cues
    enumerated: Cues
    also: EndCues
    and_work: EndCues
    by_work: EndCues
    neutral: Cues
    given_away: frozenset[str]
    asked_about: EndCues
    sold_to: EndCues
    rung_by: EndCues
    done_for: Cues
    of_company: Cues
    of_team: Cues
    first: EndCues
    first_after: Cues
    stages: dict[str, Cues]
    idea: Cues
    masked_stage: Cues
    further: Cues
    unchanged: Cues
    not_age: Cues
    career: Cues
    time: Cues
    years: Cues
    months: Cues
    mature_years: int
    stage_answers: dict[str, str]
    variants: CueLists
    variant_channels: dict[str, str]
    no_variant: EndCues
    variant_over: Cues
    everywhere: frozenset[str]

    @classmethod
    def of(cls, table: Table, numeral: str) -> SlotWords:
        """Read `slots.toml`; `numeral` is the pattern that {n} stands for."""
        channels, stages = table.table("channels"), table.table("stages")
        near, said = table.table("channel_words"), table.table("stage_words")
        verbs = "|".join(near.words("first_verbs"))
        return cls(
            names=_by_word(channels, "names"),
            cues=Phrases(_by_word(channels, "cues")),
            spelled=near.words("spelled"),
            patterns=CueLists((c, channels.table(c).cues("patterns")) for c in channels.names),
            loose=CueLists((c, channels.table(c).cues("loose")) for c in channels.names),
            weak=Phrases(_by_word(channels, "weak")),
            masked=Phrases(dict.fromkeys(near.words("masked"), "")),
            **ends(near, _IN_FRONT),
            **plain(near, _CUES),
            either=frozenset(near.words("either")),
            given_away=frozenset(near.words("given_away")),
            first=EndCues(f"{word} ?(?:{verbs})?" for word in near.words("first")),
            stages={key: stages.table(key).cues("cues") for key in stages.names},
            idea=stages.table("startup").cues("idea"),
            masked_stage=said.cues("masked"),
            further=said.cues("further"),
            unchanged=said.cues("unchanged"),
            time=said.cues("time"),
            mature_years=int(said.number("mature_years")),
            **_with_number(said, ("not_age", "career", "years", "months"), numeral),
            stage_answers=_answers(table.table("stage_answers")),
            variants=_variants(table.table("variants")),
            variant_channels=table.table("variant_channels").texts(),
            no_variant=table.table("variant_words").end_cues("negation"),
            variant_over=table.table("variant_words").cues("over"),
            everywhere=frozenset(table.table("variant_words").words("everywhere")),
        )


def _variants(table: Table) -> CueLists:
    return CueLists((key, table.cues(key)) for key in table.names)


def _by_word(channels: Table, key: str) -> dict[str, str]:
    return {word: c for c in channels.names for word in channels.table(c).words(key)}


def _with_number(table: Table, keys: Iterable[str], numeral: str) -> dict[str, Any]:
    return {
        key: Cues(pattern.replace("{n}", f"(?:{numeral})") for pattern in table.words(key))
        for key in keys
    }


def _answers(table: Table) -> dict[str, str]:
    return {word: stage for stage in table.names for word in table.words(stage)}
