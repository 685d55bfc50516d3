"""Reading a team that somebody describes: "运营3 美工1 客服2 我自己管投放和财务".

Texts are read as typed, so that titles can be shown as they were written; only titles and duties
are folded to find out what they mean. What cannot be read is listed, never guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from flows.lexicon import Lexicon
from flows.teams.parts import Described, Item, described
from flows.teams.titles import NO_ROLE, Meant, Titles
from flows.understand import understand
from knowledge.boxes import deal
from knowledge.diagnosis.arranged import arranged
from knowledge.diagnosis.team import Seat, Team, may_be_planned
from knowledge.knowledge import Knowledge
from knowledge.model import CHANNELS, Stage

_TWO = 2  # roles of a title
_SAID = 80  # characters in which a channel is looked for


@dataclass(frozen=True, slots=True)
class Unclear:
    """A title that several roles have: how many people [people] have it, and the roles."""

    title: str
    people: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the team, None where there is none; what is unclear, and what was not read.

    `unknown` are titles of no role, `total` how many people were said to be there in all [people].
    """

    team: Team | None
    unclear: tuple[Unclear, ...]
    unknown: tuple[str, ...]
    unread: tuple[str, ...]
    total: int | None


def read_team(
    knowledge: Knowledge,
    lexicon: Lexicon,
    text: str,
    *,
    channel: str | None,
    stage: Stage | None,
    answers: Mapping[str, str],
) -> Reading:
    """Read a description.

    Args:
        knowledge: What is known about roles.
        lexicon: The words.
        text: The description, as typed.
        channel: The channel of the team; None to tell it from the titles.
        stage: The stage; None to propose it from the size.
        answers: Roles for titles, as somebody answered; `NO_ROLE` for none. Keys are folded.
    """
    return _read(knowledge, lexicon, text, channel, stage, tuple(sorted(answers.items())))


@lru_cache(maxsize=4)  # several parts of a conversation ask about the same message
def _read(
    knowledge: Knowledge,
    lexicon: Lexicon,
    text: str,
    channel: str | None,
    stage: Stage | None,
    answers: tuple[tuple[str, str], ...],
) -> Reading:
    found = described(lexicon, text)
    said = understand(lexicon, text[:_SAID], hears=False).channel
    place = channel or guess_channel(knowledge, lexicon, _people(found.items), said)
    titles = Titles(knowledge, lexicon, place)
    return _Seating(titles, dict(answers), found).reading(stage)


def guess_channel(
    knowledge: Knowledge, lexicon: Lexicon, people: Mapping[str, int], said: str | None
) -> str:
    """Tell the channel in which most people have their titles.

    Titles that only one channel knows decide, then those that are most usual in a channel, then
    the channel that was `said`.
    """
    readers = [Titles(knowledge, lexicon, channel) for channel in CHANNELS]
    only, shared = dict.fromkeys(CHANNELS, 0), dict.fromkeys(CHANNELS, 0.0)
    for title, count in people.items():
        found = {r.channel: weight for r in readers if (weight := r.weight(title))}
        for channel, weight in found.items():
            if len(found) == 1:
                only[channel] += count
            shared[channel] += count * weight
    return max(CHANNELS, key=lambda channel: (only[channel], shared[channel], channel == said))


def resolve(titles: Titles, title: str, answers: Mapping[str, str]) -> Meant:
    """Say what a title means, as answered or as known."""
    answer = answers.get(titles.lexicon.fold(title))
    if answer is None:
        return titles.read(title)
    return Meant(() if answer == NO_ROLE else (answer,), is_clear=True)


def shared_out(titles: Titles, seat: Seat, answers: Mapping[str, str]) -> tuple[Seat, ...]:
    """Share people out to all roles of their title while nobody said which they have.

    客服 in a shop answers before and after the sale; one person alone does both.
    """
    folded, roles = titles.lexicon.fold(seat.title), titles.read(seat.title).roles
    if folded in answers or folded not in titles.lexicon.teams.asked or len(roles) < _TWO:
        return (seat,)
    if seat.headcount < len(roles):
        more = (f for role in roles[1:] for f in titles.knowledge.roles[role].functions)
        return (replace(seat, duties=beside(titles, seat.role, (*seat.duties, *more))),)
    shares, names, found = deal(seat.headcount, len(roles)), seat.names, []
    for i, (role, share) in enumerate(zip(roles, shares, strict=True)):
        name = f"{seat.id}-{role}" if i else seat.id
        part, names = names[:share], names[share:]
        found.append(replace(seat, id=name, role=role, headcount=share, names=part))
    return tuple(found)


def beside(titles: Titles, role: str | None, functions: Iterable[str]) -> tuple[str, ...]:
    """Keep the functions that are not a role's own."""
    own = titles.knowledge.roles[role].functions if role else ()
    return tuple(dict.fromkeys(f for f in functions if f not in own))


def _people(items: Sequence[Item]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for item in items:
        for title in filter(None, (item.title, *(item.duties if item.is_self else ()))):
            found[title] += item.headcount
    return found


class _Seating:
    """Makes a team of the items."""

    def __init__(self, titles: Titles, answers: Mapping[str, str], described: Described) -> None:
        self.titles, self.answers, self.described = titles, answers, described
        self.unread: list[str] = []
        self.unknown: list[str] = []
        self.unclear: dict[str, Unclear] = {}

    def reading(self, stage: Stage | None) -> Reading:
        single = (self._seat(i, item) for i, item in enumerate(self.described.items))
        seats = [part for seat in single for part in shared_out(self.titles, seat, self.answers)]
        head = next((f"s{i}" for i, x in enumerate(self.described.items) if x.is_self), None)
        team = None
        if seats and may_be_planned(sum(seat.headcount for seat in seats) + 1):
            place = self.titles.channel
            team = arranged(self.titles.knowledge, place, stage, seats, head)
        unclear = tuple(self.unclear.values())
        return Reading(team, unclear, tuple(self.unknown), tuple(self.unread), self.described.total)

    def _seat(self, number: int, item: Item) -> Seat:
        item = self._with_title(item)
        told = (f for words in item.duties for f in self._duties(words))
        role = self._role(item) if item.title else None
        duties = beside(self.titles, role, told)
        return Seat(f"s{number}", item.title, role, item.headcount, None, "", duties, ())

    def _with_title(self, item: Item) -> Item:
        """Take a leader's title among the duties of the speaker for his title (店长是我)."""
        if item.title or not item.is_self:
            return item
        leads = {line.role for line in self.titles.lines if line.kind == "lead"}
        title = next((w for w in item.duties if self._is_one_of(w, leads)), "")
        duties = tuple(words for words in item.duties if words != title)
        return Item(title, 1, duties, is_self=True)

    def _is_one_of(self, title: str, roles: Container[str]) -> bool:
        meant = self.titles.read(title)
        return meant.is_clear and meant.role is not None and meant.role in roles

    def _duties(self, words: str) -> tuple[str, ...]:
        found = self.titles.duties(words)
        if not found:
            self.unread.append(words)
        return found

    def _role(self, item: Item) -> str | None:
        meant = resolve(self.titles, item.title, self.answers)
        if meant.role is None:
            self.unknown.append(item.title)
        elif not meant.is_clear:
            self.unclear[item.title] = Unclear(item.title, item.headcount, meant.roles)
        return meant.role
