"""Findings about reporting lines: spans, layers, people and teams without a superior."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.diagnosis.facts import Facts
from knowledge.diagnosis.finding import Evidence, Finding, Repair, joined
from knowledge.diagnosis.repairs import DONE, Repairs
from knowledge.diagnosis.rules import Severity
from knowledge.diagnosis.team import Seat

_ONE, _MICRO = 1, 3  # direct reports [people]
_LEAST = 2  # people; so few need no head


def findings(facts: Facts, repairs: Repairs) -> Iterator[Finding]:
    """Look at every leader, at the layers, and at those without a superior."""
    lines = _Lines(facts, repairs)
    for seat in lines.leaders():
        yield from lines.span(seat)
    yield from lines.layers()
    yield from lines.orphans()


class _Lines:
    def __init__(self, facts: Facts, repairs: Repairs) -> None:
        self.facts, self.repairs = facts, repairs

    def leaders(self) -> Iterator[Seat]:
        """Give all who lead; where people were shared out, one of each role stands for all."""
        seen: set[str] = set()
        for seat in self.facts.team.seats:
            if not self.facts.leads(seat):
                continue
            if self.facts.team.are_lines_known or seat.role not in seen:
                yield seat
            seen.add(seat.role or "")

    def _alike(self, seat: Seat) -> list[Seat]:
        """List the other leaders of a role for whom one stands."""
        if self.facts.team.are_lines_known:
            return []
        same = self.facts.seats_of.get(seat.role or "", ())
        return [s for s in same if s is not seat and self.facts.leads(s)]

    def span(self, seat: Seat) -> Iterator[Finding]:
        """Judge the direct reports of a leader by the role's range, else by the fixed scale."""
        if seat.role is None:
            yield from self._by_scale(seat)
            return
        low, high, is_alone = self._range(seat)
        reports = self.facts.reports(seat)
        if reports > high:
            yield self._above(seat, low, high)
        elif seat is not self.facts.head and reports == _ONE and low > 0:
            yield self._below("span_one", seat, low, high, is_info=self._is_usual(seat))
        elif reports < low and (not is_alone or reports <= _MICRO):
            yield self._below("span_below", seat, low, high, is_info=is_alone)

    def _is_usual(self, seat: Seat) -> bool:
        """Tell whether a leader of this role has a single report in the usual plan too."""
        usual = self.facts.as_usual
        return any(usual.reports(s) == _ONE for s in usual.seats_of.get(seat.role or "", ()))

    def _range(self, seat: Seat) -> tuple[int, int, bool]:
        """Give the range of a leader, and whether its lower end is only advice.

        The lower end counts among leaders of one role side by side.
        """
        facts, line = self.facts, self.facts.lines.get(seat.role or "")
        if seat is facts.head or line is None or line.reports is None:
            return (*facts.channel.head_reports, True)
        beside = facts.children.get(seat.reports_to or "", ())
        alike = [s for s in beside if s.role == seat.role and facts.leads(s)]
        return (*line.reports, len(alike) <= _ONE)

    def _by_scale(self, seat: Seat) -> Iterator[Finding]:
        facts, reports = self.facts, self.facts.reports(seat)
        grade = facts.rules.span(reports)
        low, high = facts.rules.on_target
        if low <= reports <= high or (seat is facts.head and reports < low):
            return
        rule = "span_above" if reports > high else "span_one" if reports == _ONE else "span_below"
        repair = self.repairs.split(seat, high) if reports > high else self._folded(seat)
        yield facts.finding(rule, self._evidence(seat, low, high), repair, severity=grade.severity)

    def _above(self, seat: Seat, low: int, high: int) -> Finding:
        percent = self.facts.rule("span_above").worse or 0
        is_worse = 100 * self.facts.reports(seat) >= percent * high
        evidence = self._evidence(seat, low, high)
        found = (self.repairs.split(s, high) for s in (seat, *self._alike(seat)))
        repair = joined(found)
        return self.facts.finding(
            "span_above", evidence, repair if repair.edits else None, is_worse=is_worse
        )

    def _below(
        self, rule: str, seat: Seat, low: int, high: int, *, is_info: bool = False
    ) -> Finding:
        evidence = self._evidence(seat, low, high)
        severity: Severity | None = "info" if is_info else None
        repair = self._fewer(seat, low, high) if self._alike(seat) else self._folded(seat)
        return self.facts.finding(rule, evidence, repair, severity=severity)

    def _fewer(self, seat: Seat, low: int, high: int) -> Repair | None:
        """Of leaders with too few people each, let only so many lead as have enough."""
        leaders = [seat, *self._alike(seat)]
        each = min(map(self.facts.reports, leaders)) + _ONE  # with the leader who joins in
        together = -(-low // each)
        left = len(leaders) // together
        if not left or together * each > high:
            return None
        kept, others = leaders[:left], leaders[left:]
        found = [self.repairs.fold_up(s, kept[i % left]) for i, s in enumerate(others)]
        repair = joined(found)
        return repair if repair.edits else None

    def _evidence(self, seat: Seat, low: int, high: int) -> Evidence:
        return Evidence(
            post=seat.id,
            role=seat.role,
            posts=tuple(s.id for s in self._alike(seat)),
            figure=self.facts.reports(seat),
            low=low,
            high=high,
            is_spread=not self.facts.team.are_lines_known,
        )

    def _folded(self, seat: Seat) -> Repair | None:
        """Join a small team with the smallest one beside it, else with the one above."""
        facts = self.facts
        reports, (_, high, _) = facts.reports(seat), self._range(seat)
        beside = [
            s
            for s in facts.children.get(seat.reports_to or "", ())
            if s is not seat
            and s.role == seat.role
            and facts.leads(s)
            and facts.reports(s) + reports + _ONE <= high
        ]
        return self.repairs.fold_up(seat, min(beside, key=facts.reports, default=None))

    def layers(self) -> Iterator[Finding]:
        """Find more levels of leaders than a team of this size usually has."""
        facts = self.facts
        if not facts.team.are_lines_known:
            return
        path = self._longest()
        usual = facts.usual.leader_levels
        more = len(path) - usual
        if more <= facts.limit("layers_many"):
            return
        middle = min(path[1:], key=facts.reports)
        evidence = Evidence(post=middle.id, role=middle.role, figure=len(path), high=usual)
        is_worse = more >= (facts.rule("layers_many").worse or 0)
        repair = self.repairs.fold_up(middle, None)
        yield facts.finding("layers_many", evidence, repair, is_worse=is_worse)

    def _longest(self) -> list[Seat]:
        """List the leaders on one of the longest ways from the head down."""
        paths = ([*self.facts.above(s)] for s in self.facts.team.seats if self.facts.leads(s))
        return max(paths, key=len, default=[])[::-1]

    def orphans(self) -> Iterator[Finding]:
        """Find a team without a head, and people who report to nobody."""
        facts = self.facts
        if facts.team.is_vacant and facts.people - 1 > _LEAST:
            evidence = Evidence(post=facts.head.id, figure=facts.people - 1)
            yield facts.finding("no_head", evidence, DONE)
        if not facts.team.are_lines_known:
            return
        for seat in facts.team.seats:
            if seat is not facts.head and seat.reports_to is None:
                yield self._orphan(seat)

    def _orphan(self, seat: Seat) -> Finding:
        facts = self.facts
        under = self.repairs.superior_for(seat.role) if seat.role else facts.head
        repair = DONE if under in (seat, facts.head) else self.repairs.moved(seat, under.id)
        evidence = Evidence(post=seat.id, role=seat.role, posts=(under.id,), figure=seat.headcount)
        return facts.finding("no_superior", evidence, repair, is_worse=facts.leads(seat))
