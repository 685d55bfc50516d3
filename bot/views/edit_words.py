"""One edit in words: what was done to which post."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.views.post_labels import PostLabels
from bot.words.voice import Voice
from knowledge.edits import Add, Duties, Edit, Merge, Move, Remove, Resize, Split, Staff, Title
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan, Post


class EditWords:
    """Words for edits between two plans: posts are called as before, else as after."""

    def __init__(self, knowledge: Knowledge, voice: Voice, before: Plan, after: Plan) -> None:
        self.knowledge, self.voice = knowledge, voice
        self.plans = {"before": before, "after": after}
        self.labels = {key: PostLabels(knowledge, p, voice) for key, p in self.plans.items()}
        self.posts = {key: {post.id: post for post in p.posts} for key, p in self.plans.items()}
        self._words: Mapping[type[Edit], Callable[[Any], str]] = {
            Add: self._add,
            Remove: self._remove,
            Resize: self._resize,
            Move: self._move,
            Title: self._title,
            Staff: self._staff,
            Duties: self._duties,
            Merge: self._merge,
            Split: self._split,
        }

    def all_of(self, edits: Sequence[Edit]) -> list[str]:
        """Say what edits do; of several posts of one job that get other people the sum is said."""
        jobs = [self._job(edit) for edit in edits]
        said = (
            self._sum(job) if job and jobs.count(job) > 1 else self.of(edit)
            for job, edit in zip(jobs, edits, strict=True)
        )
        return [text for text in dict.fromkeys(said) if text]

    def _job(self, edit: Edit) -> str | None:
        """Name the job of a post that gets other people; None for every other edit."""
        try:
            return self._name(edit.post) if isinstance(edit, Resize) else None
        except LookupError:
            return None

    def _sum(self, job: str) -> str:
        """Say how many people there are in all posts of a job."""
        people = {
            key: sum(post.headcount for post in plan.posts if self._called(post) == job)
            for key, plan in self.plans.items()
        }
        return self.voice.say("edited.resize", role=job, **people)

    def of(self, edit: Edit) -> str | None:
        """Say what an edit does; None if it speaks of a post that neither plan has."""
        try:
            return self._words[type(edit)](edit)
        except LookupError:
            return None

    def _find(self, id: str) -> tuple[str, Post]:
        key = "before" if id in self.posts["before"] else "after"
        return key, self.posts[key][id]

    def _label(self, id: str) -> str:
        key, post = self._find(id)
        return self.labels[key].full(post)

    def _role(self, role: str) -> str:
        return self.voice.role(self.knowledge.roles[role])

    def _name(self, id: str) -> str:
        """Name a post by its title, else its role, without how many and who they are."""
        return self._called(self._find(id)[1])

    def _called(self, post: Post) -> str:
        return post.title or self._role(post.role)

    def _add(self, edit: Add) -> str:
        name, superior = self._role(edit.role), self._label(edit.under)
        many = self.voice.say("tree.many", role=name, count=edit.headcount)
        post = many if edit.headcount > 1 else name
        return self.voice.say("edited.add", post=post, superior=superior)

    def _remove(self, edit: Remove) -> str:
        _, post = self._find(edit.post)
        if not post.people_below or post.reports_to is None:
            return self.voice.say("edited.remove", post=self._label(edit.post))
        names = {"post": self._label(edit.post), "superior": self._label(post.reports_to)}
        return self.voice.say("edited.remove_leader", **names)

    def _resize(self, edit: Resize) -> str:
        key, post = self._find(edit.post)
        leading = self._leading(key, post)
        figures = {"before": post.headcount + leading, "after": edit.headcount + leading}
        return self.voice.say("edited.resize", role=self._name(edit.post), **figures)

    def _leading(self, key: str, post: Post) -> int:
        """Count who leads the people of a post as one of the same role, as in a support unit."""
        superior = self.posts[key].get(post.reports_to or "")
        return int(not post.title and superior is not None and superior.role == post.role)

    def _move(self, edit: Move) -> str:
        superior, post = self._label(edit.under), self._find(edit.post)[1]
        if edit.people is None or edit.people == post.headcount:
            return self.voice.say("edited.move", post=self._label(edit.post), superior=superior)
        role = self._name(edit.post)
        return self.voice.say("edited.move_some", role=role, people=edit.people, superior=superior)

    def _title(self, edit: Title) -> str:
        _, post = self._find(edit.post)
        role = self._role(post.role)
        if edit.title:
            return self.voice.say("edited.title", role=post.title or role, title=edit.title)
        return self.voice.say("edited.title_back", title=post.title, role=role)

    def _staff(self, edit: Staff) -> str:
        post = self._name(edit.post)
        if not edit.names:
            return self.voice.say("edited.staff_back", post=post)
        return self.voice.say("edited.staff", post=post, names=self.voice.join(edit.names))

    def _duties(self, edit: Duties) -> str:
        post, known = self._label(edit.post), self.knowledge.functions
        names = [self.voice.text(known[name].name) for name in edit.functions if name in known]
        if not names:
            return self.voice.say("edited.duties_back", post=post)
        return self.voice.say("edited.duties", post=post, functions=self.voice.join(names))

    def _merge(self, edit: Merge) -> str:
        names = {"post": self._label(edit.post), "into": self._label(edit.into)}
        return self.voice.say("edited.merge", **names)

    def _split(self, edit: Split) -> str:
        return self.voice.say("edited.split", post=self._label(edit.post), parts=edit.parts)
