"""The findings of a team beside its chart: which posts carry which numbers, and what those mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.render import plain
from bot.views.checking import MOST_ALIKE, CheckView
from bot.views.statements import plan_title
from bot.views.tree import Tree
from knowledge.diagnosis.marks import about
from knowledge.diagnosis.rules import Severity
from knowledge.plan import Plan, Post


class Entry(NamedTuple):
    """A line of the legend: the number or numbers of the list of findings, and what they say."""

    number: str
    severity: Severity
    text: str


class CheckChart:
    """Marks for the chart of a team that was diagnosed, in the voice of its view."""

    def __init__(self, view: CheckView) -> None:
        self.view, self.voice = view, view.voice
        self.findings = view.diagnosis.findings

    def title(self) -> str:
        """Name the team with the people who are there, without an empty seat of its head."""
        team, knowledge = self.view.team, self.view.knowledge
        people = team.people - team.is_vacant
        return plain(plan_title(knowledge, self.voice, team.brief, people))

    def score(self) -> str:
        """Say the score and how many findings there are, in a line."""
        figures = {"score": self.view.diagnosis.score, "count": len(self.findings)}
        return plain(self.voice.say("check.chart_score", **figures))

    def marks(self) -> Mapping[str, tuple[int, ...]]:
        """Give the numbers of the findings about each post, by its id."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, finding in enumerate(self.findings, 1):
            for post in about(self.view.team, finding):
                found[post].append(number)
        return {post: tuple(numbers) for post, numbers in found.items()}

    def legend(self) -> Iterator[Entry]:
        """Say what each number means; many findings of one rule share their last line."""
        kinds = [(finding.severity, finding.rule.id) for finding in self.findings]
        counts, seen = Counter(kinds), Counter[tuple[Severity, str]]()
        for number, (kind, finding) in enumerate(zip(kinds, self.findings, strict=True), 1):
            seen[kind] += 1
            if seen[kind] <= MOST_ALIKE:
                yield Entry(str(number), kind[0], plain(self.view.finding(finding)))
            elif seen[kind] == counts[kind]:
                more = counts[kind] - MOST_ALIKE
                first = number - more + 1
                numbers = f"{first}–{number}" if more > 1 else str(number)
                yield Entry(numbers, kind[0], plain(self.voice.say("check.alike", more=more)))

    def lines(self, plan: Plan) -> list[str]:
        """Draw the team as indented lines with the numbers behind, escaped."""
        tree = _MarkedTree(self, plan)
        return [line.indented for line in tree.lines()]


class _MarkedTree(Tree):
    """A text tree whose lines end with the numbers of the findings about them."""

    def __init__(self, chart: CheckChart, plan: Plan) -> None:
        super().__init__(chart.view.knowledge, plan, chart.voice)
        self._marks = chart.marks()

    def _kind(self, post: Post) -> tuple[object, ...]:
        return (*super()._kind(post), self._marks.get(post.id, ()))

    def _text(self, group: Sequence[Post], *, cut: bool) -> str:
        text = super()._text(group, cut=cut)
        numbers = sorted({n for post in group for n in self._marks.get(post.id, ())})
        if not numbers:
            return text
        said = self.voice.join([str(number) for number in numbers])
        return self.voice.say("check.marked", label=text, numbers=said)
