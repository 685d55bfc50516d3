"""The screens of editing: which post, what to do with it, where it goes, names, versions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bot.core import Core
from bot.screen import Button, Screen, button, rows, turns
from bot.views.post_labels import PostLabels
from bot.views.side_by_side import side_by_side
from bot.words.voice import Voice
from flows.editing.replies import (
    AskName,
    ChooseEdit,
    ChooseNewRole,
    ChoosePlace,
    ChoosePost,
    ChooseVersion,
    ComparePlans,
    EditPost,
    Named,
    NotEdited,
    ShowVersion,
)
from knowledge.brief import Brief
from knowledge.model import SHARED
from knowledge.plan import Plan, Post

A_PAGE = 10  # buttons of posts, places or roles on one screen
Row = tuple[Button, ...]
Rows = tuple[Row, ...]


class EditScreens:
    """Lays out editing in one voice."""

    def __init__(self, core: Core, voice: Voice) -> None:
        self.core, self.voice = core, voice
        self.makers: Mapping[type, Callable[[Any], Screen]] = {
            ChooseEdit: self._choose,
            ChoosePost: self._which,
            EditPost: self._post,
            ChoosePlace: self._place,
            ChooseNewRole: self._new_role,
            AskName: self._name,
            Named: self._named,
            NotEdited: self._refused,
            ChooseVersion: self._versions,
            ShowVersion: self._version,
            ComparePlans: self._compare,
        }

    def _plan(self, brief: Brief) -> tuple[Plan, PostLabels]:
        plan = self.core.plan(brief)
        return plan, PostLabels(self.core.knowledge, plan, self.voice)

    def _back(self, code: str, to: str = "part:card") -> Button:
        return button(self.voice.say("ask.back"), f"{to}:{code}", is_primary=True)

    def _choose(self, reply: ChooseEdit) -> Screen:
        say, code = self.voice.say, reply.code
        plan, labels = self._plan(reply.brief)
        posts = self._paged(plan.posts, reply.page, f"edit:{code}")
        found = rows((button(labels.short(p), f"post:{code}:{p.id}") for p in posts[0]), 2)
        more = [
            button(say("edit.add"), f"new:{code}:-"),
            button(say("edit.versions"), f"versions:{code}"),
            button(say("edit.compare"), f"compare:{code}"),
            button(say("force.button"), f"force:{code}"),
        ]
        return Screen(say("edit.choose"), (*found, *posts[1], *rows(more, 2), (self._back(code),)))

    def _paged(self, items: Sequence[Any], page: int, kind: str) -> tuple[Sequence[Any], Rows]:
        """Give the items of a page, and the buttons to the page before and after."""
        last = max(1, -(-len(items) // A_PAGE))
        page = min(page, last)
        return items[(page - 1) * A_PAGE : page * A_PAGE], turns(kind, page, last)

    def _which(self, reply: ChoosePost) -> Screen:
        plan, labels = self._plan(reply.brief)
        posts = [post for post in plan.posts if post.id in reply.posts][:A_PAGE]
        found = rows((button(labels.full(p), f"post:{reply.code}:{p.id}") for p in posts), 1)
        return Screen(self.voice.say("edit.which"), (*found, (self._back(reply.code),)))

    def _post(self, reply: EditPost) -> Screen:
        say = self.voice.say
        plan, labels = self._plan(reply.brief)
        post = next(p for p in plan.posts if p.id == reply.post)
        superior = next((p for p in plan.posts if p.id == post.reports_to), None)
        lines = [say("edit.post", post=labels.full(post))]
        if superior:
            lines.append(say("edit.reports_to", post=labels.full(superior)))
        if post.people_below:
            lines.append(say("edit.below", people=post.people_below))
        back = self._back(reply.code, "edit")
        return Screen("\n".join(lines), (*self._actions(reply, plan, post), (back,)))

    def _actions(self, reply: EditPost, plan: Plan, post: Post) -> Rows:
        """Offer what can be done with a post, and nothing that would be refused."""
        say, at = self.voice.say, f"{reply.code}:{post.id}"
        names = [
            button(say("edit.title"), f"name:title:{at}"),
            button(say("edit.staff"), f"name:staff:{at}"),
        ]
        many = [button(say("edit.more"), f"more:{at}")] if _is_group(post) else []
        if _is_group(post) and post.headcount > 1:
            many.append(button(say("edit.fewer"), f"fewer:{at}"))
        if post.headcount == 1:
            many.append(button(say("edit.add_below"), f"new:{at}"))
        places: list[Button] = []
        if post.reports_to:
            places.append(button(say("edit.move"), f"place:{reply.code}:move:{post.id}"))
            if _partners(plan, post):
                places.append(button(say("edit.merge"), f"place:{reply.code}:merge:{post.id}"))
            if _reports(plan, post) > 1 or post.headcount > 1:
                places.append(button(say("edit.split"), f"split:{at}"))
            places.append(button(say("edit.remove"), f"cut:{at}"))
        return (*rows(names, 2), *rows(many, 2), *rows(places, 2))

    def _place(self, reply: ChoosePlace) -> Screen:
        say, code = self.voice.say, reply.code
        plan, labels = self._plan(reply.brief)
        post = next(p for p in plan.posts if p.id == reply.post)
        places = _partners(plan, post) if reply.how == "merge" else _places(plan, post)
        page, turn = self._paged(places, reply.page, f"place:{code}:{reply.how}:{post.id}")
        found = rows(
            (button(labels.full(p), f"{reply.how}:{code}:{post.id}:{p.id}") for p in page), 1
        )
        back = self._back(f"{code}:{post.id}", "post")
        ask = say(f"edit.ask_{reply.how}", post=labels.full(post))
        return Screen(ask, (*found, *turn, (back,)))

    def _new_role(self, reply: ChooseNewRole) -> Screen:
        code, knowledge = reply.code, self.core.knowledge
        plan = self.core.plan(reply.brief)
        staffed = dict.fromkeys(p.role for p in plan.posts if p.role in knowledge.roles)
        others = (r.id for r in knowledge.roles.values() if r.channel in reply.brief.channels)
        shared = (r.id for r in knowledge.roles.values() if r.channel == SHARED)
        every = list(dict.fromkeys((*staffed, *others, *shared)))
        under = reply.under or "-"
        page, turn = self._paged(every, reply.page, f"new:{code}:{under}")
        place = f":{reply.under}" if reply.under else ""
        found = rows((self._role(name, f"add:{code}:{name}{place}") for name in page), 2)
        back = self._back(f"{code}:{reply.under}", "post") if reply.under else None
        last = back or self._back(code, "edit")
        return Screen(self.voice.say("edit.ask_role"), (*found, *turn, (last,)))

    def _role(self, name: str, data: str) -> Button:
        return button(self.voice.role(self.core.knowledge.roles[name]), data)

    def _name(self, reply: AskName) -> Screen:
        say = self.voice.say
        plan, labels = self._plan(reply.brief)
        post = next((p for p in plan.posts if p.id == reply.post), None)
        label = labels.full(post) if post else ""
        key = f"edit.ask_{reply.what}"
        text = say(key, post=label) if post else say(key)
        return Screen(text, (), asks=say(f"edit.example_{reply.what}"))

    def _named(self, reply: Named) -> Screen:
        return Screen(self.voice.say("plans.named", name=reply.name), ())

    def _refused(self, reply: NotEdited) -> Screen:
        say, why = self.voice.say, reply.why
        plan, labels = self._plan(reply.brief)
        post = next((p for p in plan.posts if p.id == why.post), None)
        role = self.core.knowledge.roles.get(why.role or "")
        name = labels.full(post) if post else self.voice.role(role) if role else ""
        text = say(f"refused.{why.code}", post=name, figure=why.figure, limit=why.limit)
        return Screen(text, ((self._back(reply.code),),))

    def _versions(self, reply: ChooseVersion) -> Screen:
        say, code = self.voice.say, reply.code
        found = rows(
            (
                button(name or say("edit.unnamed"), f"versions:{code}:{number}")
                for number, name in enumerate(reply.names, 1)
            ),
            2,
        )
        save = button(say("edit.save_version"), f"name:version:{code}")
        ask = say("edit.ask_versions" if reply.names else "edit.no_versions")
        return Screen(ask, (*found, (save,), (self._back(code, "edit"),)))

    def _version(self, reply: ShowVersion) -> Screen:
        say, code = self.voice.say, reply.code
        name = reply.name or say("edit.unnamed")
        text = self._beside(reply.version, name, reply.brief, say("edit.today"))
        again = button(say("edit.restore"), f"restore:{code}:{reply.number}")
        return Screen(text, ((again,), (self._back(code, "versions"),)))

    def _compare(self, reply: ComparePlans) -> Screen:
        text = self._beside(reply.one, None, reply.other, None)
        say = self.voice.say
        both = (
            button(say("edit.open_first"), f"part:card:{reply.one_code}"),
            button(say("edit.open_second"), f"part:card:{reply.other_code}"),
        )
        return Screen(text, (both, (self._back(reply.one_code),)))

    def _beside(self, one: Brief, one_name: str | None, other: Brief, name: str | None) -> str:
        first, second = self.core.plan(one), self.core.plan(other)
        return side_by_side(self.core.knowledge, self.voice, (first, one_name), (second, name))


def _is_group(post: Post) -> bool:
    return post.reports_to is not None and not post.people_below


def _reports(plan: Plan, post: Post) -> int:
    return sum(p.headcount for p in plan.posts if p.reports_to == post.id)


def _below(plan: Plan, post: Post) -> Iterable[str]:
    """List the ids of a post and of everything below it; posts stand in the order of the chart."""
    found = {post.id}
    for other in plan.posts:
        if other.reports_to in found:
            found.add(other.id)
    return found


def _places(plan: Plan, post: Post) -> list[Post]:
    """List whom a post could report to, leaders first."""
    below = set(_below(plan, post))
    free = [p for p in plan.posts if p.headcount == 1 and p.id not in below]
    others = [p for p in free if p.id != post.reports_to]
    return sorted(others, key=lambda p: not p.people_below)


def _partners(plan: Plan, post: Post) -> list[Post]:
    """List the posts that a post could become one with: of its role, leading like it."""
    below = set(_below(plan, post))
    return [
        p
        for p in plan.posts
        if p.role == post.role
        and p.id not in below
        and bool(p.people_below) == bool(post.people_below)
    ]
