"""The diagnosis of a team as a message: score, what was read, findings with evidence and repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from bot.render import render
from bot.views.cited import source_titles
from bot.views.repairs import RepairWords
from bot.views.seat_labels import SeatLabels, shortened
from bot.words import Voice
from flows.teams.reading import Reading
from knowledge.diagnosis.finding import Diagnosis, Finding
from knowledge.diagnosis.rules import SEVERITIES
from knowledge.diagnosis.team import Seat, Team
from knowledge.knowledge import Knowledge

_MOST_SOURCES = 2  # named beside a reason
MOST_ALIKE = 4  # findings of one rule that are told one by one
_ADVICE = {  # what to do where a chart cannot mend it
    "key_person": "check.learn",
    "control_conflict": "check.other_eyes",
    "span_one": "check.as_it_is",
    "span_below": "check.as_it_is",
}


class Found(NamedTuple):
    """A finding in words with its number; why it matters is said once for each rule."""

    number: int
    text: str
    because: str
    repair: str


class Group(NamedTuple):
    """Findings of one severity, as they are shown."""

    name: str
    findings: list[Found]


class CheckView:
    """A team with its diagnosis in one voice.

    `reading` is None where the team is a plan, not what somebody told. `after` has the score that
    each finding's repair would lead to, where that was worked out.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        team: Team,
        diagnosis: Diagnosis,
        voice: Voice,
        *,
        reading: Reading | None,
        is_kept: bool,
        after: Mapping[int, int],
    ) -> None:
        self.knowledge, self.team, self.diagnosis, self.voice = knowledge, team, diagnosis, voice
        self.reading, self.is_kept, self.after = reading, is_kept, after
        self.labels = SeatLabels(knowledge, team, voice, is_told=reading is not None)
        self.repairs = RepairWords(knowledge, self.labels, voice)

    def text(self) -> str:
        """Render the whole answer, with Telegram's HTML tags."""
        return render(
            "checking/answer.jinja",
            self.voice,
            title=self.title(),
            first=[*self._first()],
            people=[self._people(seats) for seats in self._groups()],
            notes=[*self.notes()],
            groups=self.groups(),
            last=[*self._last()],
        )

    def title(self) -> str:
        """Say which team this is, and its score."""
        brief, voice = self.team.brief, self.voice
        return voice.say(
            "check.title",
            channel=voice.text(self.knowledge.team(brief.channel).name),
            people=self.team.people - self.team.is_vacant,
            stage=voice.text(self.knowledge.stages[brief.stage].name),
            score=self.diagnosis.score,
        )

    def groups(self) -> list[Group]:
        """Give the findings by severity, the worst first."""
        found: dict[str, list[Found]] = {}
        alike: Counter[tuple[str, str]] = Counter()
        for i, finding in enumerate(self.diagnosis.findings):
            kind = finding.severity, finding.rule.id
            alike[kind] += 1
            if alike[kind] <= MOST_ALIKE:
                is_first = all(k[1] != kind[1] for k in alike if k != kind) and alike[kind] == 1
                said = self._found(finding, i)
                said = said if is_first else said._replace(because="")
                found.setdefault(finding.severity, []).append(said)
        for (severity, _), count in alike.items():
            if count > MOST_ALIKE:
                more = self.voice.say("check.alike", more=count - MOST_ALIKE)
                found[severity].append(Found(0, more, "", ""))
        return [Group(self.voice.say(f"check.{s}"), found[s]) for s in SEVERITIES if s in found]

    def _found(self, finding: Finding, place: int) -> Found:
        repair = self.repair(finding)
        if place in self.after:
            repair = self.voice.say("check.after", repair=repair, score=self.after[place])
        text = self.voice.say("check.repair", repair=repair)
        return Found(place + 1, self.finding(finding), self.because(finding), text)

    def finding(self, finding: Finding) -> str:
        """Say what is wrong, with the evidence."""
        dimension = self.knowledge.diagnosis.dimensions[finding.rule.dimension]
        says = self.voice.text(finding.rule.says)
        said = Markup(says).format_map(self._figures(finding))  # noqa: S704 - our own words
        return self.voice.say("check.finding", dimension=self.voice.text(dimension.name), says=said)

    def _figures(self, finding: Finding) -> dict[str, object]:
        evidence, voice = finding.evidence, self.voice
        seats = self.labels.seats
        posts = [self.labels.of(seats[post]) for post in evidence.posts if post in seats]
        roles = [voice.role(self.knowledge.roles[role]) for role in evidence.roles]
        names = [voice.text(self.knowledge.functions[f].name) for f in evidence.functions]
        return {
            "post": self._post(finding),
            "posts": shortened(voice, posts),
            "role": self._role(evidence.role),
            "roles": shortened(voice, roles),
            "functions": shortened(voice, names),
            "figure": evidence.figure,
            "low": evidence.low,
            "high": evidence.high,
        }

    def _post(self, finding: Finding) -> str:
        """Name the seat a finding is about, or all that it stands for."""
        evidence = finding.evidence
        is_for_all = evidence.is_spread or finding.rule.id == "control_conflict"
        if is_for_all and evidence.posts and evidence.role:
            return self.voice.say("check.each", role=self._role(evidence.role))
        seat = self.labels.seats.get(evidence.post or "")
        return self.labels.of(seat) if seat else ""

    def _role(self, role: str | None) -> str:
        return self.voice.role(self.knowledge.roles[role]) if role else ""

    def because(self, finding: Finding) -> str:
        """Say why it matters, and who says so."""
        sources = source_titles(self.knowledge, finding.rule.sources[:_MOST_SOURCES], self.voice)
        because = self.voice.text(finding.rule.because)
        return self.voice.say("check.because", because=because, source=sources)

    def repair(self, finding: Finding) -> str:
        """Say what to do."""
        if finding.repair is None:
            return self.voice.say(_ADVICE.get(finding.rule.id, "check.no_repair"))
        if finding.repair.edits:
            return self.repairs.of(finding.repair)
        if finding.rule.id == "no_head":
            return self.voice.say("check.placed_head")
        seats = self.labels.seats
        above = seats.get(finding.evidence.posts[0]) if finding.evidence.posts else None
        superior = self.labels.of(above or seats[self.team.head])
        return self.voice.say("check.placed", superior=superior)

    def _first(self) -> Iterator[str]:
        if self.team.brief.stage_assumed:
            yield self.voice.say("check.assumed")

    def _groups(self) -> list[list[Seat]]:
        """Put seats together that are called the same and do the same, the head first."""
        found: dict[tuple[str, ...], list[Seat]] = {}
        for seat in sorted(self.team.seats, key=lambda s: s.id != self.team.head):
            is_head = seat.id if seat.id == self.team.head else ""
            key = (is_head, seat.title if self.reading else "", seat.role or "", *seat.duties)
            found.setdefault(key, []).append(seat)
        return list(found.values())

    def _people(self, seats: Sequence[Seat]) -> str:
        """Say what people there are of one kind, and what they do beside it."""
        first, voice = seats[0], self.voice
        if first.id == self.team.head and self.team.is_vacant:
            return voice.say("check.nobody")
        count = sum(seat.headcount for seat in seats)
        said = voice.say("check.people", title=self.labels.kind(first), people=count)
        if not first.duties:
            return said
        names = [voice.text(self.knowledge.functions[f].name) for f in first.duties]
        return voice.say("check.also", people=said, functions=voice.join(names))

    def notes(self) -> Iterator[str]:
        """Say what is unclear or could not be read."""
        reading, say = self.reading, self.voice.say
        if reading is None:
            return
        if not self.team.are_lines_known:
            yield say("check.spread")
        for item in reading.unclear:
            roles = [self.voice.role(self.knowledge.roles[role]) for role in item.roles]
            is_shared = len({seat.role for seat in self.team.seats if seat.title == item.title}) > 1
            key = "check.shared_out" if is_shared else "check.unclear"
            yield say(key, title=item.title, roles=self.voice.join(roles))
        yield from (say("check.unknown", title=title) for title in reading.unknown)
        yield from (say("check.unread", words=words) for words in reading.unread)
        people = self.team.people - self.team.is_vacant
        if reading.total and reading.total != people:
            yield say("check.total", total=reading.total, people=people)

    def _last(self) -> Iterator[str]:
        if not self.diagnosis.findings:
            yield self.voice.say("check.none")
        if not self.is_kept:
            yield self.voice.say("check.large")
        weights = self.knowledge.diagnosis.weights
        yield self.voice.say("check.score", **{s: weights[s] for s in SEVERITIES if weights[s]})
