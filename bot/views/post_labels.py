"""What a single post is called where one has to be told from another."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup, escape

from bot.views.own_names import peopled
from bot.words.voice import Voice
from knowledge.diagnosis.team import NEUTRAL_ROLE
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, Post


class PostLabels:
    """Names the posts of a plan in one voice."""

    def __init__(self, knowledge: Knowledge, plan: Plan, voice: Voice) -> None:
        self.knowledge, self.plan, self.voice = knowledge, plan, voice
        self._units = {unit.id: unit for unit in plan.units}
        self._alike = Counter(map(self._bare, plan.posts))

    def short(self, post: Post) -> Markup:
        """Name a post: the user's own title or the role, how many people, and their names."""
        label = self._bare(post)
        if self._alike[label] > 1:
            label = self._apart(post, label)
        if post.headcount > 1:
            label = self.voice.say("tree.many", role=label, count=post.headcount)
        return self._with_people(post, label)

    def full(self, post: Post) -> Markup:
        """Name a post, with the role beside a title of the user's own."""
        label = self.short(post)
        if not post.title or post.role == NEUTRAL_ROLE:
            return label
        return self.voice.say("edit.label_role", title=label, role=self._role(post))

    def _role(self, post: Post) -> str:
        return self.voice.role(self.knowledge.roles[post.role])

    def _bare(self, post: Post) -> Markup:
        return escape(post.title or self._role(post))

    def _with_people(self, post: Post, label: Markup) -> Markup:
        return escape(peopled(self.voice, label, post.names))

    def _apart(self, post: Post, label: Markup) -> Markup:
        """Tell a post from others of the same name: by its unit, else by a number."""
        alike = [p for p in self.plan.posts if self._bare(p) == label]
        if sum(p.unit == post.unit for p in alike) == 1:
            place = self.voice.unit(self._units[post.unit])
            return self.voice.say("edit.label_place", label=label, place=place)
        number = alike.index(post) + 1
        return self.voice.say("edit.label_number", label=label, number=number)
