"""Two roles side by side: aspect by aspect, and which of them a team needs first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.render import bulleted, render
from bot.views.role import Section
from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.model import SHARED, Role
from knowledge.thresholds import Threshold, thresholds

MOST_DUTIES = 4


class Comparison:
    """Two roles in one voice."""

    def __init__(self, knowledge: Knowledge, one: Role, other: Role, voice: Voice) -> None:
        self.knowledge, self.voice = knowledge, voice
        self.roles = (one, other)

    def text(self) -> str:
        """Render the comparison, the answer to which comes first at its end."""
        one, other = map(self.voice.role, self.roles)
        head = Section(self.voice.say("role.compare", one=one, other=other), [])
        return render("role/card.jinja", self.voice, sections=[head, *self._aspects(), self._end()])

    def _aspects(self) -> Iterator[Section]:
        text = self.voice.text
        yield self._aspect("role.aspect_mission", lambda role: text(role.mission))
        yield self._aspect(
            "role.duties", lambda role: self._listed([text(d) for d in role.duties[:MOST_DUTIES]])
        )
        yield self._aspect(
            "role.kpi", lambda role: self.voice.join([text(kpi.name) for kpi in role.kpis])
        )
        yield self._aspect("role.aspect_above", self._above)
        yield self._aspect("role.ratio", lambda role: text(role.ratio))
        yield self._aspect(
            "role.skills", lambda role: self.voice.join([text(skill) for skill in role.skills])
        )

    def _aspect(self, title: str, of: Callable[[Role], str]) -> Section:
        say = self.voice.say
        lines = [
            say("role.aspect_line", role=self.voice.role(role), text=of(role))
            for role in self.roles
        ]
        return Section(say(title), bulleted(lines))

    def _listed(self, texts: list[str]) -> str:
        return self.voice.say("list.clause").join(texts)

    def _above(self, role: Role) -> str:
        if role.reports_to is None:
            return self.voice.say("role.aspect_nobody")
        return self.voice.role(self.knowledge.roles[role.reports_to])

    def _end(self) -> Section:
        say = self.voice.say
        return Section(say("role.aspect_first"), [self._first()])

    def _first(self) -> str:
        """Say which role a growing team hires first, and from which size."""
        say, found = self.voice.say, [self._threshold(role) for role in self.roles]
        (one, mine), (other, theirs) = zip(self.roles, found, strict=True)
        if mine is None and theirs is None:
            return say("role.first_neither", one=self.voice.role(one), other=self.voice.role(other))
        if theirs is None or (mine is not None and mine.size < theirs.size):
            return self._earlier(one, mine, other, theirs)
        if mine is None or theirs.size < mine.size:
            return self._earlier(other, theirs, one, mine)
        names = {"one": self.voice.role(one), "other": self.voice.role(other)}
        return say("role.first_together", begin=self._begin(mine), **names)

    def _earlier(
        self, role: Role, at: Threshold | None, later: Role, then: Threshold | None
    ) -> str:
        names = {"first": self.voice.role(role), "later": self.voice.role(later)}
        if then is None:
            return self.voice.say("role.first_only", begin=self._begin(at), **names)
        later_size = then.size
        return self.voice.say(
            "role.first_before", begin=self._begin(at), later_size=later_size, **names
        )

    def _begin(self, at: Threshold | None) -> str:
        if at is None or at.size == 1:
            return self.voice.say("role.first_day")
        return self.voice.say("role.first_size", size=at.size)

    def _threshold(self, role: Role) -> Threshold | None:
        """Give where a role is hired in its own channel, or earliest in any if it is shared."""
        found = thresholds(self.knowledge, role.id)
        own = [t for t in found if role.channel in (SHARED, t.channel)]
        return min(own, key=lambda threshold: threshold.size, default=None)
