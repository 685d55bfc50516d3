"""Asking once what unclear titles of a told team mean, before it is diagnosed.

The team waits in the draft's `told`, with what was answered, until the last answer: other messages
leave it alone, and its buttons stay good. Nothing of it is kept before.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.questions import from_brief
from flows.roles.asked import ask_role
from flows.shelf import Kept
from flows.steps import Step
from flows.teams.reading import Reading, read_team
from flows.teams.replies import AskTitle, BadFile, ShowCheck
from flows.teams.roster_rows import Problem, bare_rows, read_people
from flows.teams.rosters import read_roster
from flows.teams.titles import NO_ROLE, Titles
from knowledge.diagnosis.keep import kept
from knowledge.diagnosis.team import Team
from knowledge.knowledge import Knowledge

TITLE = "checkas"
BOTH, SKIP = "all", "skip"  # answers: leave it as it was read; ask no more
GO_ON = f"{TITLE}:go"  # shows the open question
ASKING = "check:title"  # what the draft waits for
_MOST_ASKED = 5  # titles
_MOST_OFFERED, _MOST_NEAR = 5, 2  # roles for a title that means none
_LONGEST = 60_000  # characters of a team that may wait; of a larger one nothing is asked

Source: TypeAlias = str | tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A team as somebody told it, a text or rows of a table, and what its titles mean.

    `answers` are roles by folded title, `asked` the folded titles that were asked.
    """

    source: Source
    answers: Mapping[str, str]
    asked: tuple[str, ...]

    def dump(self) -> str:
        """Write it as JSON."""
        return json.dumps([self.source, dict(self.answers), self.asked], ensure_ascii=False)

    def read(self, knowledge: Knowledge, lexicon: Lexicon) -> Reading | tuple[Problem, ...]:
        """Read the team with what was answered."""
        known = {t: r for t, r in self.answers.items() if r == NO_ROLE or r in knowledge.roles}
        how = {"channel": None, "stage": None}
        if isinstance(self.source, str):
            return read_team(knowledge, lexicon, self.source, **how, answers=known)
        return _read_rows(knowledge, lexicon, self.source, tuple(sorted(known.items())))

    def answered(self, title: str, answer: str) -> Told:
        """Note an answer for a folded title."""
        known = self.answers if answer == BOTH else {**self.answers, title: answer}
        return replace(self, answers=known, asked=(*self.asked, title))


@lru_cache(maxsize=2)
def _read_rows(
    knowledge: Knowledge,
    lexicon: Lexicon,
    rows: tuple[tuple[str, ...], ...],
    answers: tuple[tuple[str, str], ...],
) -> Reading | tuple[Problem, ...]:
    """Read rows, remembering the latest: thousands take seconds, and are read in a thread first."""
    return read_roster(knowledge, lexicon, rows, channel=None, stage=None, answers=dict(answers))


class Question(NamedTuple):
    """A title to be asked: as it is written, its people [people], and the roles to choose from.

    A title that `is_known` has these roles; for another one they are only likely.
    """

    title: str
    people: int
    roles: tuple[str, ...]
    is_known: bool


def load_told(body: str | None) -> Told | None:
    """Read a team that waits; None if there is none."""
    if body is None:
        return None
    source, answers, asked = json.loads(body)
    rows = source if isinstance(source, str) else tuple(map(tuple, source))
    return Told(rows, answers, tuple(asked))


def begin(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, source: Source) -> Step:
    """Take a team that was told: ask what is unclear, else diagnose it; or say what is wrong."""
    if isinstance(source, str):
        return _next(knowledge, lexicon, draft, Told(source, {}, ()))
    found = read_people(lexicon, source)  # counts rows as they are in the file
    if isinstance(found, tuple):
        return draft, (BadFile(None, found),)
    return _next(knowledge, lexicon, draft, Told(bare_rows(lexicon, source), {}, ()))


def _next(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, told: Told) -> Step:
    """Ask the next title, or diagnose the team."""
    reading = told.read(knowledge, lexicon)
    if not isinstance(reading, Reading):
        return draft, (BadFile(None, reading),)
    questions = _questions(knowledge, lexicon, draft, reading, told)
    written = told.dump()
    if questions and len(written) <= _LONGEST:
        first, number = questions[0], len(told.asked)
        after = replace(draft, pending=ASKING, told=written)
        return after, (AskTitle(*first, number=number, left=len(questions) - 1),)
    left = tuple(u for u in reading.unclear if lexicon.fold(u.title) not in told.asked)
    return show_read(knowledge, draft, replace(reading, unclear=left))


def _questions(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, reading: Reading, told: Told
) -> list[Question]:
    """List what is still to be asked, titles of most people first."""
    if reading.team is None:
        return []
    found = [Question(u.title, u.people, u.roles, is_known=True) for u in reading.unclear]
    found += _unknown(knowledge, lexicon, draft, reading, reading.team, told)
    found = [q for q in found if lexicon.fold(q.title) not in told.asked]
    return sorted(found, key=lambda q: -q.people)[: max(0, _MOST_ASKED - len(told.asked))]


def _unknown(
    knowledge: Knowledge,
    lexicon: Lexicon,
    draft: Draft,
    reading: Reading,
    team: Team,
    told: Told,
) -> Iterator[Question]:
    people: Counter[str] = Counter()
    for seat in team.seats:
        people[seat.title] += seat.headcount
    new = [t for t in dict.fromkeys(reading.unknown) if lexicon.fold(t) not in told.asked]
    for title in sorted(new, key=lambda t: -people[t])[:_MOST_ASKED]:  # a file may have thousands
        roles = _likely(knowledge, lexicon, draft, team, title)
        yield Question(title, people[title], roles, is_known=False)


def _likely(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, team: Team, title: str
) -> tuple[str, ...]:
    """Offer roles for a title that means none: near ones, then what such a team usually has.

    Roles that nobody has yet come first, then those with most people.
    """
    brief = team.usual
    near = ask_role(lexicon, lexicon.fold(title), brief.channel).may_mean
    own = [role for role in near if knowledge.roles[role].channel == brief.channel]
    held = {seat.role for seat in team.seats}
    counts = draft.shelf.plan(knowledge, brief).counts
    usual = sorted(counts, key=lambda count: (count.role in held, -count.people))
    found = (*own[:_MOST_NEAR], *(count.role for count in usual))
    return tuple(dict.fromkeys(found))[:_MOST_OFFERED]


def title_tapped(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, data: str) -> Step | None:
    """Take what was tapped for a title: `checkas:ROLE:NUMBER`; None for other taps.

    `checkas:go`, or a tap for a title that was answered before, shows the open question again.
    """
    kind, role, number, *rest = (*data.split(":"), "", "")
    told = load_told(draft.told) if kind == TITLE and not any(rest) else None
    if told and data == GO_ON:
        return _next(knowledge, lexicon, draft, told)
    if told is None or not (number.isascii() and number.isdigit()):
        return None
    if int(number[:3]) != len(told.asked):
        return _next(knowledge, lexicon, draft, told)
    return _answered(knowledge, lexicon, draft, told, role)


def title_said(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Take a typed answer to the title that was just asked; None for anything else."""
    told = load_told(draft.told) if draft.pending == ASKING else None
    reading = told.read(knowledge, lexicon) if told else None
    if told is None or not isinstance(reading, Reading) or reading.team is None:
        return None
    folded = lexicon.fold(text).strip()
    for answer, cues in lexicon.teams.answers.items():
        if cues.fullmatch(folded):
            return _answered(knowledge, lexicon, draft, told, _ANSWERS[answer])
    first = next(iter(_questions(knowledge, lexicon, draft, reading, told)), None)
    channel = reading.team.brief.channel
    meant = Titles(knowledge, lexicon, channel).read(text.strip())
    if first is None or meant.role not in first.roles or not meant.is_clear:
        return None
    return _answered(knowledge, lexicon, draft, told, meant.role)


_ANSWERS = {"both": BOTH, "none": NO_ROLE, "skip": SKIP}


def _answered(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, told: Told, answer: str
) -> Step | None:
    reading = told.read(knowledge, lexicon)
    if not isinstance(reading, Reading):
        return None
    if answer == SKIP:
        return show_read(knowledge, draft, reading)
    first = next(iter(_questions(knowledge, lexicon, draft, reading, told)), None)
    if first is None or answer not in (NO_ROLE, BOTH, *knowledge.roles):
        return None
    answered = told.answered(lexicon.fold(first.title), answer)
    return _next(knowledge, lexicon, draft, answered)


def show_read(knowledge: Knowledge, draft: Draft, reading: Reading) -> Step:
    """Keep a team that was read as a plan of the person's, and show what is wrong with it.

    Raises:
        ValueError: If there is no team in what was read.
    """
    team = reading.team
    if team is None:
        msg = "nobody was read"
        raise ValueError(msg)
    draft = replace(draft, pending=None, asked=None, told=None)
    found = kept(knowledge, team, "")
    if found is None:
        return draft, (ShowCheck(team, None, reading, 1, None),)
    code, brief = draft.shelf.free_code(), found.brief
    people = draft.shelf.plan(knowledge, brief).people
    plan = Kept(brief, people - brief.size, (len(brief.edits),) if brief.edits else ())
    after = from_brief(replace(draft, shelf=draft.shelf.put(code, plan)), brief, code)
    return replace(after, asked=None), (ShowCheck(found, code, reading, 1, None),)
