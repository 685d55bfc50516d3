"""A role in one team: how many the plan has, who covers the work until then, from when on."""

from __future__ import annotations

from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.model import SHARED, Role
from knowledge.plan import Plan
from knowledge.thresholds import first_hire


class InTeam:
    """A role beside a plan of its channel, in one voice."""

    def __init__(self, knowledge: Knowledge, role: Role, plan: Plan, voice: Voice) -> None:
        self.knowledge, self.role, self.plan, self.voice = knowledge, role, plan, voice
        self.people = {count.role: count.people for count in plan.counts}

    @property
    def fits(self) -> bool:
        """Tell whether the role belongs to the plan's channel, or stands in the plan."""
        return self.role.id in self.people or self.role.channel in self._channels()

    def _channels(self) -> tuple[str, ...]:
        brief = self.plan.brief
        return (*brief.channels, SHARED) if brief.parts else brief.channels

    def covered(self) -> str:
        """Say how many of the role there are, or who covers its work."""
        if self.role.id in self.people:
            return self.voice.say("role.in_team", count=self.people[self.role.id])
        return self.voice.say("role.covered_in_team", role=self._cover())

    def verdict(self) -> str:
        """Say whether a team of this size needs the role, and from which size on it would."""
        brief = self.plan.brief
        channel = self.voice.text(self.knowledge.team(brief.channel).name)
        team = {"size": self.plan.people, "channel": channel}
        say = self._say
        if self.role.id in self.people:
            return say("yes", count=self.people[self.role.id], **team)
        if any(count.role == self.role.id for count in self.plan.gone):
            return say("gone", role=self._cover(), **team)
        at = first_hire(self.knowledge, brief, self.role.id)
        if at is None:
            return say("never", role=self._cover(), **team)
        return say("later", role=self._cover(), begin=at, **team)

    def _say(self, answer: str, **values: object) -> str:
        """Answer whether the role is needed: about a team, or about a company."""
        if self.plan.brief.parts:
            return self.voice.say(f"company.need_{answer}", **values)
        key = "edited.need_gone" if answer == "gone" else f"role.need_{answer}"
        return self.voice.say(key, **values)

    def _cover(self) -> str:
        """Name the role of the plan that covers the work of this one."""
        at: str | None = self.role.id
        while at is not None and at not in self.people:
            at = self.knowledge.roles[at].covers_before
        return self.voice.role(self.knowledge.roles[at or self.plan.posts[0].role])
