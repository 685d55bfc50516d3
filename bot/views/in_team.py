"""A role in one team: how many the plan has, who covers the work until then, from when on."""

from __future__ import annotations

from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.model import Role
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
        return self.role.id in self.people or self.plan.brief.channel == self.role.channel

    def covered(self) -> str:
        """Say how many of the role there are, or who covers its work."""
        if self.role.id in self.people:
            return self.voice.say("role.in_team", count=self.people[self.role.id])
        return self.voice.say("role.covered_in_team", role=self._cover())

    def verdict(self) -> str:
        """Say whether a team of this size needs the role, and from which size on it would."""
        brief, say = self.plan.brief, self.voice.say
        channel = self.voice.text(self.knowledge.channels[brief.channel].name)
        team = {"size": self.plan.people, "channel": channel}
        if self.role.id in self.people:
            return say("role.need_yes", count=self.people[self.role.id], **team)
        if any(count.role == self.role.id for count in self.plan.gone):
            return say("edited.need_gone", role=self._cover(), **team)
        at = first_hire(self.knowledge, brief.channel, brief.stage, brief.variants, self.role.id)
        if at is None:
            return say("role.need_never", role=self._cover(), **team)
        return say("role.need_later", role=self._cover(), begin=at, **team)

    def _cover(self) -> str:
        """Name the role of the plan that covers the work of this one."""
        at: str | None = self.role.id
        while at is not None and at not in self.people:
            at = self.knowledge.roles[at].covers_before
        return self.voice.role(self.knowledge.roles[at or self.plan.posts[0].role])
