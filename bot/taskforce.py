"""Task forces from outside: a goal and a brief somebody wrote, as text and as JSON values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.briefs import Refused, read_brief
from bot.exports import brief_json
from bot.items import BRIEF, Item, checked, shown
from bot.refused import refusal
from bot.render import plain
from bot.views.taskforce import TaskForceView
from knowledge.brief import Brief
from knowledge.edits import Lines
from knowledge.taskforce import Member, task_force

if TYPE_CHECKING:
    from bot.core import Core
    from bot.words import Voice


class TaskForceRequest:
    """A goal, by its id or in words, and the team that people are drawn from."""

    def __init__(self, core: Core, voice: Voice, goal: str, item: Item) -> None:
        """Read the request.

        Raises:
            RequestError: If the goal or the team cannot be read; says what to write instead.
        """
        self.core, self.voice = core, voice
        self.goal = self._goal(goal)
        brief = read_brief(core, checked(item, BRIEF))
        if isinstance(brief, Refused):
            raise refusal(self.voice, brief.key, **brief.values)
        self.brief: Brief = brief
        plan = core.plan(brief)
        self.force = task_force(core.knowledge, plan, self.goal)
        self.view = TaskForceView(core.knowledge, plan, self.force, voice)

    def _goal(self, written: str) -> str:
        goals = self.core.knowledge.taskforces.goals
        name = written.strip().lower().replace("-", "_").replace(" ", "_")
        if name in goals:
            return name
        lexicon = self.core.lexicon
        if said := lexicon.taskforces.goal_in(lexicon.fold(written)):
            return said
        raise refusal(self.voice, "force_bad.goal", goal=shown(written), known=", ".join(goals))

    def text(self) -> str:
        """Answer as text for a terminal."""
        return plain(self.view.text())

    def json(self) -> dict[str, Any]:
        """Answer as the JSON values of `schemas/taskforce.json`."""
        force, text = self.force, self.voice.text
        goal, knowledge = force.goal, self.core.knowledge
        drawn = self.core.plan(replace(self.brief, edits=(Lines(goal.id),))).posts
        low, high = force.days
        sources = (knowledge.sources[name] for name in self.view.source_ids())
        return {
            "goal": {"id": goal.id, "name": text(goal.name), "aim": text(goal.aim)},
            "brief": brief_json(self.brief),
            "scope": {"inside": text(goal.inside), "outside": text(goal.outside)},
            "decides": [text(line) for line in goal.decides],
            "asks": [text(line) for line in goal.asks],
            "cadence": [text(line) for line in goal.cadence],
            "exits": [text(line) for line in goal.exits],
            "weeks": [goal.low_weeks, goal.high_weeks],
            "people": force.people,
            "days_a_week": [low, high],
            "leader": force.leader,
            "sponsor": force.sponsor,
            "members": [self._member(member) for member in force.members],
            "dotted_lines": [
                {"post": post.id, "also_reports_to": leader}
                for post in drawn
                for leader in post.also_reports_to
            ],
            "warnings": [
                {
                    "kind": found.kind,
                    "id": found.id,
                    "percent": found.taken,
                    "limit_percent": found.limit,
                    "text": plain(self.view.warning(found)),
                }
                for found in force.overloads
            ],
            "sources": [{"id": s.id, "title": text(s.title), "kind": s.kind} for s in sources],
        }

    def _member(self, member: Member) -> dict[str, Any]:
        post = self.view.posts[member.post]
        return {
            "post": member.post,
            "role": post.role,
            "name": plain(self.view.post(member.post)),
            "unit": post.unit,
            "people": member.people,
            "percent": [member.low, member.high],
            "leads": member.leads,
            "stands_in": member.covers,
            "tasks": [self.voice.text(task) for task in member.tasks],
        }
