"""Two plans side by side for the chat: figures, roles, who answers for what, who moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.render import render
from bot.views.post_labels import PostLabels
from bot.views.role import Section
from bot.views.statements import plan_title
from bot.words.voice import Voice
from knowledge.compare import Comparison, compare
from knowledge.knowledge import Knowledge
from knowledge.plan import Coverage, Plan

MOST_ROWS = 10  # in a section
Named = tuple[Plan, str | None]


def side_by_side(knowledge: Knowledge, voice: Voice, one: Named, other: Named) -> str:
    """Compare two plans as Telegram's HTML; a plan without a name is called by its team."""
    return _Beside(knowledge, voice, one, other).text()


class _Beside:
    def __init__(self, knowledge: Knowledge, voice: Voice, one: Named, other: Named) -> None:
        self.knowledge, self.voice = knowledge, voice
        self.names = (one[1], other[1])
        self.plans = (one[0], other[0])
        self.found: Comparison = compare(one[0], other[0])
        self.labels = tuple(PostLabels(knowledge, plan, voice) for plan in self.plans)

    def text(self) -> str:
        """Render the comparison."""
        say = self.voice.say
        head = Section(say("side_by_side.title"), [*self._heads(), *self._same()])
        figures = Section(None, list(self._figures()))
        more = [
            Section(say(f"side_by_side.{key}"), self._cut(rows))
            for key, rows in (
                ("roles", list(self._roles())),
                ("owners", list(self._owners())),
                ("moved", list(self._moved())),
            )
            if rows
        ]
        return render("role/card.jinja", self.voice, sections=[head, figures, *more])

    def _heads(self) -> Iterator[str]:
        keys = ("side_by_side.first", "side_by_side.second")
        for key, plan, name in zip(keys, self.plans, self.names, strict=True):
            title = plan_title(self.knowledge, self.voice, plan.brief, plan.people)
            yield self.voice.say(key, name=name or title)

    def _same(self) -> list[str]:
        return [self.voice.say("side_by_side.equal")] if self.found.is_same else []

    def _figures(self) -> Iterator[str]:
        say, text = self.voice.say, self.voice.text
        yield self._row("people", lambda p: say("side_by_side.people_value", count=p.people))
        yield self._row("layers", lambda p: say("side_by_side.layers_value", count=p.layers))
        yield self._row("span", self._span)
        yield self._row("form", lambda p: text(p.form.name))
        yield self._row("dedicated", self._dedicated)

    def _span(self, plan: Plan) -> str:
        if plan.span is None:
            return self.voice.say("side_by_side.span_none")
        low, high = plan.span
        if low == high:
            return self.voice.say("side_by_side.span_one", low=low)
        return self.voice.say("side_by_side.span_range", low=low, high=high)

    def _dedicated(self, plan: Plan) -> str:
        count = sum(not item.hat for item in plan.coverage)
        return self.voice.say("side_by_side.dedicated_value", count=count, all=len(plan.coverage))

    def _row(self, key: str, of: Callable[[Plan], str]) -> str:
        return self._beside(self.voice.say(f"side_by_side.{key}"), *map(of, self.plans))

    def _beside(self, label: str, one: str, other: str) -> str:
        if one == other:
            return self.voice.say("side_by_side.same", label=label, value=one)
        return self.voice.say("side_by_side.row", label=label, one=one, other=other)

    def _roles(self) -> Iterator[str]:
        say = self.voice.say
        for role, *people in self.found.roles:
            one, other = (say("side_by_side.people_value", count=n) for n in people)
            yield self._beside(self._role(role), one, other)

    def _owners(self) -> Iterator[str]:
        for change in self.found.owners:
            one, other = self._owner(change.before), self._owner(change.after)
            if one != other:
                name = self.voice.text(self.knowledge.functions[change.function].name)
                yield self._beside(name, one, other)

    def _owner(self, item: Coverage) -> str:
        role = self._role(item.role)
        return self.voice.say("side_by_side.hat", role=role) if item.hat else role

    def _moved(self) -> Iterator[str]:
        for change in self.found.moved:
            above = (change.before.reports_to, change.after.reports_to)
            one, other = (self._superior(i, post) for i, post in enumerate(above))
            yield self._beside(self.labels[1].full(change.after), one, other)

    def _superior(self, place: int, id: str | None) -> str:
        post = next((p for p in self.plans[place].posts if p.id == id), None)
        return self.labels[place].full(post) if post else self.voice.say("side_by_side.no_one")

    def _role(self, role: str) -> str:
        return self.voice.role(self.knowledge.roles[role])

    def _cut(self, rows: Sequence[str]) -> list[str]:
        """List rows, of many only the first."""
        more = len(rows) - MOST_ROWS
        shown: list[str] = [
            self.voice.say("side_by_side.item", row=row) for row in rows[:MOST_ROWS]
        ]
        return [*shown, self.voice.say("side_by_side.more", count=more)] if more > 0 else shown
