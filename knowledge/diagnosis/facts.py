"""Facts about a team that several rules need: its tree, its roles, who does what, what is usual."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from knowledge.coverage import counted
from knowledge.diagnosis.finding import Evidence, Finding, Repair, worse
from knowledge.diagnosis.rules import Rule, Severity
from knowledge.diagnosis.team import Seat, Team, team_of_plan
from knowledge.knowledge import Knowledge
from knowledge.model import SHARED, Function
from knowledge.plan import Plan, plan
from knowledge.programme import EVERYONE, FRONT_LINE, Line


class Facts:
    """A team beside the plan that Orgwright would make for so many people (`usual`)."""

    def __init__(self, knowledge: Knowledge, team: Team) -> None:
        self.knowledge, self.team = knowledge, team
        self.rules = knowledge.diagnosis
        self.channel = knowledge.channels[team.brief.channel]
        self.usual: Plan = plan(knowledge, team.usual)
        self.people = team.people
        self.seats: Mapping[str, Seat] = {seat.id: seat for seat in team.seats}
        self.head = self.seats[team.head]
        self.children: dict[str, list[Seat]] = defaultdict(list)
        self.seats_of: dict[str, list[Seat]] = defaultdict(list)
        for seat in team.seats:
            if seat.reports_to:
                self.children[seat.reports_to].append(seat)
            if seat.role:
                self.seats_of[seat.role].append(seat)
        self.staffed = Counter(
            {r: sum(s.headcount for s in self.seats_of[r]) for r in self.seats_of}
        )
        self.usually = Counter({count.role: count.people for count in self.usual.counts})

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """The staffing line of each role of the channel: one that applies now, else any."""
        brief = self.team.brief
        found = {line.role: line for line in reversed(self.channel.lines)}
        now = (line for line in self.channel.lines if line.applies(brief.stage, brief.variants))
        return found | {line.role: line for line in reversed([*now])}

    @cached_property
    def as_usual(self) -> Facts:
        """The same facts about the usual plan."""
        return Facts(self.knowledge, team_of_plan(self.usual))

    @cached_property
    def functions(self) -> Mapping[str, Function]:
        """The functions that somebody must own here."""
        found = counted(self.knowledge, self.usual.brief)
        return {function.id: function for function in found}

    @cached_property
    def owners(self) -> Mapping[str, list[Seat]]:
        """The seats whose role each function belongs to."""
        return {
            f.id: [seat for role in f.owners for seat in self.seats_of.get(role, ())]
            for f in self.knowledge.functions.values()
        }

    @cached_property
    def takers(self) -> Mapping[str, list[Seat]]:
        """The seats that take each function on beside their role."""
        found: dict[str, list[Seat]] = defaultdict(list)
        for seat in self.team.seats:
            for function in seat.duties:
                if seat not in self.owners.get(function, ()):
                    found[function].append(seat)
        return found

    @cached_property
    def usual_owner(self) -> Mapping[str, str]:
        """The role whose own job each function usually is here; none where it is a hat."""
        return {c.function: c.role for c in self.usual.coverage if not c.hat}

    def kind(self, role: str | None) -> str:
        """Tell front, lead and support roles apart; roles of the whole company are support."""
        line = self.lines.get(role or "")
        if line:
            return line.kind
        known = self.knowledge.roles.get(role or "")
        return "support" if known and known.channel == SHARED else ""

    def of_kind(self, kind: str, counts: Mapping[str, int]) -> int:
        """Count the people of a kind of role [people]."""
        return sum(people for role, people in counts.items() if self.kind(role) == kind)

    def base(self, line: Line) -> int:
        """Count what a staffing line counts [people]."""
        total = 0
        for name in line.of:
            if name == EVERYONE:
                total += self.people
            elif name == FRONT_LINE:
                total += self.of_kind("front", self.staffed)
            else:
                total += self.staffed[name]
        return total

    def reports(self, seat: Seat) -> int:
        """Count the people who report to a seat directly [people]."""
        return sum(child.headcount for child in self.children.get(seat.id, ()))

    def leads(self, seat: Seat) -> bool:
        """Tell whether anybody reports to a seat."""
        return bool(self.children.get(seat.id))

    def above(self, seat: Seat) -> Iterator[Seat]:
        """Go from a seat to the head, itself first."""
        at: Seat | None = seat
        while at:
            yield at
            at = self.seats.get(at.reports_to or "")

    def department(self, seat: Seat) -> str:
        """Name the part of the team a seat belongs to: the seat below the head, or its role."""
        if not self.team.are_lines_known:
            return seat.role or seat.id
        *below, top = self.above(seat)
        return below[-1].id if below else top.id

    def carrier(self, function: str) -> Seat:
        """Find who does a function that is nobody's job: who stands in for its owner, or head."""
        roles = self.knowledge.roles
        role: str | None = self.knowledge.functions[function].primary_owner
        while role and role not in self.seats_of:
            role = roles[role].covers_before
        return self.seats_of[role][0] if role else self.head

    def rule(self, id: str) -> Rule:
        """Give a rule of the data."""
        return self.rules.rules[id]

    def limit(self, id: str) -> int:
        """Give the limit of a rule."""
        return self.rule(id).limit or 0

    def finding(
        self,
        id: str,
        evidence: Evidence,
        repair: Repair | None,
        *,
        severity: Severity | None = None,
        is_worse: bool = False,
    ) -> Finding:
        """Make a finding of a rule, one step more severe if it `is_worse`.

        What is only good to know needs no repair.
        """
        rule = self.rule(id)
        grade = severity or rule.severity
        grade = worse(grade) if is_worse else grade
        return Finding(rule, grade, evidence, None if grade == "info" else repair)
