"""Reading a list of people: rows of a table, with headings in both languages, become a team.

Pure: where the rows come from is not known here. A row that cannot be used is named with what is
wrong with it, and then nothing is taken over.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.lexicon import Lexicon
from flows.teams.reading import Reading, Unclear, beside, guess_channel, resolve, shared_out
from flows.teams.roster_rows import Person, Problem, read_people
from flows.teams.titles import Titles
from knowledge.diagnosis.arranged import arranged, brief_for
from knowledge.diagnosis.team import Seat, Team
from knowledge.knowledge import Knowledge
from knowledge.model import Stage


def read_roster(
    knowledge: Knowledge,
    lexicon: Lexicon,
    rows: Sequence[Sequence[str]],
    *,
    channel: str | None,
    stage: Stage | None,
    answers: Mapping[str, str],
) -> Reading | tuple[Problem, ...]:
    """Read a table as `read_team` reads text. Gives what is wrong where it cannot be used."""
    found = read_people(lexicon, rows)
    if isinstance(found, tuple):
        return found
    counts: Counter[str] = Counter()
    for person in found:
        counts[person.title] += person.people
    place = channel or guess_channel(knowledge, lexicon, counts, None)
    return _Roster(Titles(knowledge, lexicon, place), answers, found, stage).reading()


class _Roster:
    """Makes a team of people: those who lead have seats of their own, others share one."""

    def __init__(
        self, titles: Titles, answers: Mapping[str, str], people: list[Person], stage: Stage | None
    ) -> None:
        self.titles, self.answers, self.people, self.stage = titles, answers, people, stage
        names = {person.name for person in people if person.name}
        self.leading = {p.manager for p in people if p.manager in names and p.manager != p.name}
        self.absent = Counter(p.manager for p in people if p.manager and p.manager not in names)
        self.unclear: dict[str, Unclear] = {}
        self.unknown: dict[str, None] = {}
        self.unread: dict[str, None] = {}

    def reading(self) -> Reading:
        team = self._led() if self.leading or self.absent else self._plain()
        return Reading(
            team, tuple(self.unclear.values()), tuple(self.unknown), tuple(self.unread), None
        )

    def _plain(self) -> Team:
        seats = self._seats()
        return arranged(self.titles.knowledge, self.titles.channel, self.stage, seats, None)

    def _led(self) -> Team:
        """Make a team whose lines were told; an absent manager of all leads it."""
        seats = self._seats()
        tops = [s for s in seats if s.reports_to is None and not s.superior]
        leaders = [seat for seat in tops if self._is_leading(seat)]
        if not leaders and len(self.absent) == 1:
            boss = next(iter(self.absent))
            seats = self._under_absent(seats, boss)
            leaders = [seats[0]]
        if not leaders:
            bare = [replace(seat, reports_to=None, superior="") for seat in seats]
            return arranged(self.titles.knowledge, self.titles.channel, self.stage, bare, None)
        head = max(leaders, key=lambda seat: self._below(seats, seat))
        return self._team(seats, head)

    def _team(self, seats: list[Seat], head: Seat) -> Team:
        people = sum(seat.headcount for seat in seats)
        roles = [seat.role for seat in seats if seat.role]
        knowledge, channel = self.titles.knowledge, self.titles.channel
        brief = brief_for(knowledge, channel, self.stage, people, roles)
        return Team(brief, tuple(seats), head.id, is_vacant=False, are_lines_known=True)

    def _under_absent(self, seats: list[Seat], boss: str) -> list[Seat]:
        head = Seat("boss", boss, None, 1, None, "", (), (boss,))
        rest = [
            replace(s, reports_to="boss", superior="") if s.superior == boss else s for s in seats
        ]
        return [head, *rest]

    def _is_leading(self, seat: Seat) -> bool:
        return any(name in self.leading for name in seat.names)

    def _below(self, seats: Sequence[Seat], top: Seat) -> int:
        """Count the people somewhere below a seat [people]."""
        children: defaultdict[str, list[Seat]] = defaultdict(list)
        for seat in seats:
            children[seat.reports_to or ""].append(seat)
        waiting, count = [top], 0
        while waiting:
            for child in children.get(waiting.pop().id, ()):
                count += child.headcount
                waiting.append(child)
        return count

    def _seats(self) -> list[Seat]:
        """Group people who do the same under the same superior."""
        groups: dict[tuple[str, ...], list[Person]] = {}
        for person in self.people:
            is_leader = person.name in self.leading
            above = "" if person.manager == person.name else person.manager
            own = person.name if is_leader else ""
            key = (own, self.titles.lexicon.fold(person.title), above, *person.duties)
            groups.setdefault(key, []).append(person)
        ids = {key[0]: f"s{i}" for i, key in enumerate(groups) if key[0]}
        single = (self._seat(f"s{i}", group, ids) for i, group in enumerate(groups.values()))
        return [part for seat in single for part in shared_out(self.titles, seat, self.answers)]

    def _seat(self, id: str, group: Sequence[Person], ids: Mapping[str, str]) -> Seat:
        first = group[0]
        people = sum(person.people for person in group)
        above = "" if first.manager == first.name else first.manager
        told = (f for words in first.duties for f in self._duties(words))
        role = self._role(first.title, people)
        duties = beside(self.titles, role, told)
        return Seat(
            id=id,
            title=first.title,
            role=role,
            headcount=people,
            reports_to=ids.get(above),
            superior="" if above in ids else above,
            duties=duties,
            names=tuple(person.name for person in group if person.name),
        )

    def _role(self, title: str, people: int) -> str | None:
        meant = resolve(self.titles, title, self.answers)
        if meant.role is None:
            self.unknown[title] = None
        elif not meant.is_clear:
            known = self.unclear.get(title)
            count = people + (known.people if known else 0)
            self.unclear[title] = Unclear(title, count, meant.roles)
        return meant.role

    def _duties(self, words: str) -> tuple[str, ...]:
        """Say which functions a duty means; those of the title itself are no duties beside it."""
        found = self.titles.duties(words)
        if not found:
            self.unread[words] = None
        return found
