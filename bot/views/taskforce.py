"""A task force for the chat: goal, people with their shares of time, rules, and when it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.render import bulleted, render
from bot.views.amounts import number
from bot.views.post_labels import PostLabels
from bot.views.role import Section
from bot.views.statements import plan_title
from bot.words.voice import Voice
from knowledge.knowledge import Knowledge
from knowledge.model import Text
from knowledge.plan import Plan, Post
from knowledge.taskforce import Member, Overload, TaskForce


class TaskForceView:
    """One task force in one voice."""

    def __init__(self, knowledge: Knowledge, plan: Plan, force: TaskForce, voice: Voice) -> None:
        self.knowledge, self.plan, self.force, self.voice = knowledge, plan, force, voice
        self.labels = PostLabels(knowledge, plan, voice)
        self.posts = {post.id: post for post in plan.posts}
        self.units = {unit.id: unit for unit in plan.units}

    def text(self) -> str:
        """Render everything as Telegram's HTML."""
        say, goal = self.voice.say, self.force.goal
        weeks = {"low": goal.low_weeks, "high": goal.high_weeks}
        sections = [
            Section(say("force.title", goal=self._text(goal.name)), list(self._head())),
            Section(self._who_title(), bulleted(self.people())),
            self._list(say("force.decides"), goal.decides),
            self._list(say("force.asks"), goal.asks),
            self._list(say("force.cadence"), goal.cadence),
            self._list(say("force.exits", **weeks), goal.exits),
        ]
        if warnings := self.warnings():
            sections.append(Section(say("force.warnings"), bulleted(warnings)))
        sections.append(Section(None, [self._sources()]))
        return render("role/card.jinja", self.voice, sections=sections)

    def _head(self) -> Iterator[str]:
        say, goal = self.voice.say, self.force.goal
        title = plan_title(self.knowledge, self.voice, self.plan.brief, self.plan.people)
        yield say("force.plan", plan=title)
        yield say("force.aim", text=self._text(goal.aim))
        yield say("force.inside", text=self._text(goal.inside))
        yield say("force.outside", text=self._text(goal.outside))

    def _who_title(self) -> str:
        if self.force.people == 1:
            return self.voice.say("force.who_alone")
        low, high = (number(round(days * 2) / 2, self.voice) for days in self.force.days)
        return self.voice.say("force.who", people=self.force.people, low=low, high=high)

    def people(self) -> list[str]:
        """Say who comes from which post, for how much of the time, to do what."""
        lines = [self._member(member) for member in self.force.members]
        if self.force.people == 1:
            lines.append(self.voice.say("force.alone"))
        elif self.force.sponsor:
            lines.append(self.voice.say("force.sponsor", post=self.post(self.force.sponsor)))
        return lines

    def _member(self, member: Member) -> str:
        say = self.voice.say
        post = self.post(member.post)
        if self.posts[member.post].headcount > 1:
            post = say("force.some", post=post, count=member.people)
        if member.leads and self.force.people > 1:
            post = say("force.lead", post=post)
        key = "force.share_one" if member.low == member.high else "force.share"
        share = say(key, low=member.low, high=member.high)
        tasks = say("list.clause").join([self._text(task) for task in member.tasks])
        stands_in = member.covers and not member.leads
        key = "force.covers" if stands_in else "force.member"
        return say(key, post=post, share=share, tasks=tasks)

    def post(self, id: str) -> str:
        """Name a post: one of several people or posts by its unit, the head as such."""
        post, say = self.posts[id], self.voice.say
        if not self._is_one_of_several(post):
            return self.labels.short(post)
        name = post.title or self.voice.role(self.knowledge.roles[post.role])
        if post.reports_to is None:
            return say("tree.head", role=name)
        return say("tree.in_unit", role=name, unit=self.voice.unit(self.units[post.unit]))

    def _is_one_of_several(self, post: Post) -> bool:
        alike = sum(p.role == post.role and p.title == post.title for p in self.plan.posts)
        return post.headcount > 1 or (alike > 1 and not post.names)

    def warnings(self) -> list[str]:
        """Say which unit or person is asked for more than it can give."""
        if self.force.people == 1:
            return []
        return [self.warning(overload) for overload in self.force.overloads]

    def warning(self, overload: Overload) -> str:
        """Word one warning."""
        figures = {"taken": overload.taken, "limit": overload.limit}
        if overload.kind == "unit":
            unit = self.voice.unit(self.units[overload.id])
            return self.voice.say("force.unit", unit=unit, **figures)
        return self.voice.say("force.person", post=self.post(overload.id), **figures)

    def _list(self, title: str, texts: Sequence[Text]) -> Section:
        return Section(title, bulleted(map(self._text, texts)))

    def source_ids(self) -> list[str]:
        """List the sources of the goal and of the limits, each once."""
        limits = self.knowledge.taskforces.limits
        return list(dict.fromkeys((*self.force.goal.sources, *limits.sources)))

    def _sources(self) -> str:
        kinds = (self.knowledge.sources[name] for name in self.source_ids())
        named = [self._text(s.title) for s in kinds if s.kind != "judgement"]
        return self.voice.say("force.sources", sources=self.voice.join(named))

    def _text(self, text: Text) -> str:
        return self.voice.text(text)
