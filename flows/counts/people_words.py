"""The words that tell which numbers count people: `sizes.toml` and the names of the roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flows.counts.anchor_words import AnchorWords
from flows.counts.beside_words import BesideWords
from flows.counts.counting_words import CountingWords
from flows.counts.couple_words import CoupleWords
from flows.counts.held_words import HeldWords
from flows.counts.mention import Kind
from flows.counts.pair_words import PairWords
from flows.counts.people_tables import (
    AFTER_COUNT,
    AIMED,
    ENGLISH_NAME,
    IN_FRONT,
    LEADING,
    NAME,
    RELATIONS,
    RELEVANCE,
    RELEVANT_ENDS,
    SCOPE,
    endings,
    ends,
    kinds,
    labels,
    one_person,
    plain,
)
from flows.counts.roll_words import RollWords
from flows.counts.season_words import SeasonWords
from flows.counts.speaker_words import SpeakerWords
from flows.counts.squad_words import SquadWords
from flows.counts.sum_words import SumWords
from flows.counts.verdict_words import VerdictWords
from flows.counts.wording_words import WordingWords
from flows.counts.work_words import WorkWords
from flows.text.cues import Cues, EndCues
from flows.text.numerals import Numerals
from flows.text.phrases import Phrases
from flows.text.table import Table

PER, FINAL, ARRIVED, MORE, TARGET = "per", "final", "arrived", "more", "target"
IGNORE, ACTUAL, FROM, PLAIN = "ignore", "actual", "from", "plain"
BEFORE = (PER, FINAL, ARRIVED, MORE, TARGET, IGNORE, ACTUAL)
AFTER = (IGNORE, MORE, TARGET, ACTUAL)
NOW = (ACTUAL, FINAL, ARRIVED)  # said as what there is now
FEWER, FILLED, BEGUN, DOUBLED = "fewer", "filled", "begun", "doubled"
HABIT, DUE, KEPT = "habit", "due", "kept"
_BEHIND = (FEWER, FILLED, BEGUN, DOUBLED, HABIT, DUE, KEPT)


_TABLES: dict[str, Any] = {  # read by kinds of their own
    "counting": CountingWords,
    "sums": SumWords,
    "at_work": WorkWords,
    "sides": PairWords,
    "couples": CoupleWords,
    "anchors": AnchorWords,
    "rolls": RollWords,
    "verdicts": VerdictWords,
    "seasons": SeasonWords,
    "beside": BesideWords,
    "speakers": SpeakerWords,
    "held": HeldWords,
    "squads": SquadWords,
}


@dataclass(slots=True, eq=False, repr=False)
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
    counting: CountingWords
    people_before: EndCues
    filler: EndCues
    summed: Cues
    leaders: EndCues
    markets: EndCues
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
    later: Cues
    to: Cues
    per_unit: Cues
    happened: Cues
    happened_between: Cues
    arrow: Cues
    done: EndCues
    given: EndCues
    one_more: EndCues
    at_times: EndCues
    hours: EndCues
    tried: EndCues
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
    beside_those: Cues
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
    shifts: Cues
    aimed: EndCues
    aimed_more: EndCues
    posted: EndCues
    demanded: EndCues
    made_up: EndCues
    recruiting: EndCues
    aimed_behind: Cues
    added_start: Cues
    dismissed: Cues
    of_the_rest: EndCues
    those_many: EndCues
    bygone: Cues
    asked: Cues
    asked_part: Cues
    asked_behind: Cues
    asked_plan: EndCues
    only_asked: Cues
    these: EndCues
    contrast: Cues
    ratio: Cues
    buyers: Cues
    client: Cues
    no_problem: Cues
    wages: Cues
    alone: Cues
    score: EndCues
    goal: Cues
    reached: EndCues
    reached_only: EndCues
    seats: Cues
    desks: Cues
    described: EndCues
    stands_alone: Cues
    unsaid: Cues
    age: EndCues
    age_of: EndCues
    rest_of: EndCues
    no_one: EndCues
    opinion: Cues
    life: Cues
    trips: Cues
    those: Cues
    those_there: Cues
    unfit: Cues
    rivals: Cues
    one_in_front: EndCues
    trips_each: Cues
    name: Cues
    ones_beside: Cues
    ones_over: Cues
    with_others: Cues
    duty_first: Cues
    duty_last: EndCues
    persons_listed: EndCues
    duty_kin: Cues
    duty_head: Cues
    headed: Cues
    firms: EndCues
    solo: Cues
    ones_leading: Cues
    ones_doing_too: Cues
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
    extra: EndCues
    sums: SumWords
    at_work: WorkWords
    sides: PairWords
    couples: CoupleWords
    anchors: AnchorWords
    rolls: RollWords
    verdicts: VerdictWords
    seasons: SeasonWords
    beside: BesideWords
    wordings: WordingWords
    speakers: SpeakerWords
    held: HeldWords
    squads: SquadWords

    @classmethod
    def of(cls, table: Table, numerals: Numerals, role_names: Iterable[str]) -> PeopleWords:
        """Read `sizes.toml`; role names count as person nouns."""
        nouns, relations = table.table("nouns"), table.table("relations")
        after = table.table("after")
        return cls(
            numerals=numerals,
            nouns=Phrases(kinds(table, role_names)),
            plain_people=frozenset(nouns.words("plain")),
            trades=frozenset(nouns.words("trades")),
            endings=endings(NAME, nouns.words("endings")),
            english_endings=endings(ENGLISH_NAME, nouns.words("english_endings")),
            before={key: relations.cues(key) for key in BEFORE},
            after={key: after.cues(key) for key in (*AFTER, ARRIVED, PER, *_BEHIND)},
            open_after=after.cues("open"),
            total_after=after.cues("total"),
            phrases=Phrases(table.table("phrases").numbers()),
            nobody_yet=relations.cues("nobody_yet"),
            nobody=table.table("nobody").cues("words"),
            workers=nouns.cues("workers"),
            **labels(table.table("labels")),
            **plain(relations, RELATIONS),
            **ends(relations, IN_FRONT),
            **plain(table.table("scope"), SCOPE),
            **plain(table.table("relevance"), RELEVANCE),
            pairs=frozenset(table.table("ones").words("pairs")),
            coming=relations.cues("coming"),
            **{name: kind.of(table.table(name)) for name, kind in _TABLES.items()},
            none_so_far=relations.cues("none_so_far"),
            **ends(table.table("labels"), LEADING),
            lead_each=after.cues("lead_each"),
            **plain(after, AFTER_COUNT),
            **ends(relations, AIMED),
            aimed_behind=relations.cues("aimed_behind"),
            added_start=table.table("labels").cues("added_start"),
            us_two=table.table("ones").end_cues("us"),
            **ends(table.table("relevance"), RELEVANT_ENDS),
            wordings=WordingWords.of(
                table.table("wordings"), numerals, table.table("sides").table("ordinals").names
            ),
            speaker=frozenset(table.table("ones").words("speaker")),
            **one_person(table.table("ones"), numerals),
        )
