"""Finding posts and roles of a plan by what somebody calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.lexicon import Lexicon
from flows.teams.titles import SHORTEST
from flows.text.fold import has_chinese
from flows.text.numbers import numbers
from knowledge.knowledge import Knowledge
from knowledge.model import SHARED
from knowledge.names import short_name
from knowledge.plan import Plan, Post
from knowledge.units import Named


@dataclass(frozen=True, slots=True)
class Posts:
    """Finds posts by their own name, their people, their role or their unit; texts are folded."""

    knowledge: Knowledge
    lexicon: Lexicon
    plan: Plan
    channels: tuple[str, ...]

    def role_of(self, text: str) -> str | None:
        """Name the role that a title means here: a staffed one, else one of the channel."""
        exact, staffed = self._roles(text), self._staffed(text)
        if staffed:
            return staffed[0]
        roles = self.knowledge.roles
        own = [role.id for role in roles.values() if role.channel in self.channels]
        near = [role for role in exact if role in own] or self._ending(text, own)
        shared = (role for role in exact if roles[role].channel == SHARED)
        return next(iter((*near, *shared, *exact)), None)

    def is_title(self, text: str) -> bool:
        """Tell whether a text is the title of any role."""
        return bool(self._roles(text))

    def all_of(self, text: str) -> tuple[Post, ...]:
        """List the posts that a text names; none if it names nothing here."""
        return self._named(text) or self._in_team(text) or self._of_role(text)

    def teams_of(self, text: str) -> tuple[Post, ...]:
        """List the posts that stand for the teams a text names: their leaders where they lead."""
        found = self._named(text) or self._of_unit(text) or self._in_team(text)
        if found:
            return found
        found = self._of_role(text)
        ids = {post.id for post in found}
        return tuple(post for post in found if post.reports_to not in ids)

    def groups_of(self, text: str, within: str = "") -> tuple[Post, ...]:
        """List the posts of a role that lead nobody, the largest first; of one team if named."""
        leads = {post.id for post in self.leaders_of(within)} if within else set()
        found = (p for p in self._of_role(text) if not p.people_below)
        kept = (post for post in found if not within or post.reports_to in leads)
        return tuple(sorted(kept, key=lambda post: -post.headcount))

    def leaders_of(self, text: str) -> tuple[Post, ...]:
        """List the posts that others can report to where a text names a post or a team."""
        single = [post for post in self.teams_of(text) if post.headcount == 1]
        leads = [post for post in single if post.people_below]
        return tuple(leads or single)

    def people_of(self, leader: Post) -> str | None:
        """Name the role that most people have who report to a leader; None if nobody does."""
        below = [post for post in self.plan.posts if post.reports_to == leader.id]
        return max(below, key=lambda post: post.headcount).role if below else None

    def _named(self, text: str) -> tuple[Post, ...]:
        fold = self.lexicon.fold
        return tuple(
            post
            for post in self.plan.posts
            if text in {fold(name) for name in (post.title, *post.names) if name}
        )

    def _in_team(self, text: str) -> tuple[Post, ...]:
        """List the posts that are named by team and role (一组组长, leader of squad 1)."""
        if {post.role for post in self.plan.posts} & {*self._roles(text)}:
            return ()  # 电销组长 is a title, not whoever leads 电销
        for where, what in self._cuts(text):
            if not (top := self._of_unit(where)):
                continue
            if self.lexicon.edits.leader.fullmatch(what):
                return tuple(post for post in top if post.people_below)
            ids = {post.id for post in top}
            posts = self._of_role(what)
            if kept := tuple(p for p in posts if p.id in ids or p.reports_to in ids):
                return kept
        return ()

    def _cuts(self, text: str) -> Iterator[tuple[str, str]]:
        """Cut a text into a team and a post in it, in every way."""
        for pattern in self.lexicon.edits.of_team:
            if found := pattern.fullmatch(text):
                yield found["where"], found["what"]
        if has_chinese(text):
            yield from ((text[:cut], text[cut:].lstrip("的 ")) for cut in range(1, len(text)))

    def _of_role(self, text: str) -> tuple[Post, ...]:
        roles = self._staffed(text)
        return tuple(post for post in self.plan.posts if post.role in roles)

    def _staffed(self, text: str) -> tuple[str, ...]:
        """List the staffed roles that a title means: by its titles, else by how its name ends."""
        staffed = tuple(dict.fromkeys(post.role for post in self.plan.posts))
        exact = self._roles(text)
        found = tuple(role for role in staffed if role in exact)
        return found or tuple(self._ending(text, staffed))

    def _ending(self, text: str, roles: Iterable[str]) -> Iterator[str]:
        """List the roles whose names begin or end with a text (售前, 培训师, "trainer")."""
        fold = self.lexicon.fold.simplified
        ends = [w for w in self._ways(text) if len(w) >= SHORTEST[has_chinese(w)]]
        forms = {form for end in ends for form in (end, end.removesuffix("s"))}
        for role in roles:
            name = short_name(self.knowledge.roles[role])
            names = (fold(name.zh), fold(name.en), fold(name.en).replace("-", ""))
            if any(_is_part(name, form) for name in names for form in forms):
                yield role

    def _of_unit(self, text: str) -> tuple[Post, ...]:
        """List the posts at the top of the units that a text names."""
        names, number = set(self._ways(text)), self._number(text)
        units = {
            unit.id
            for unit in self.plan.units
            if names & set(self._names_of(unit)) or (number and _numbers(unit) == (number,))
        }
        unit_of = {post.id: post.unit for post in self.plan.posts}
        return tuple(
            post
            for post in self.plan.posts
            if post.unit in units and unit_of.get(post.reports_to or "") != post.unit
        )

    def _number(self, text: str) -> int | None:
        """Read the number of a team such as 第二组; None for anything else."""
        found = self.lexicon.edits.numbered.fullmatch(text)
        written = next(filter(None, found.groups()), "") if found else ""
        read = numbers(self.lexicon.people.numerals, written)
        return read[0].low if len(read) == 1 else None

    def _names_of(self, unit: Named) -> Iterator[str]:
        fold = self.lexicon.fold.simplified
        for language in ("zh", "en"):
            said = "".join(getattr(text, language).format(n=n) for text, n in unit.pieces)
            yield from self._ways(fold(said))
        if not any(_numbers(unit)):
            part = next((c for c in self.channels if unit.id.startswith(f"{c}-")), None)
            yield from self.lexicon.edits.units.get(unit.id.removeprefix(f"{part}-"), ())

    def _roles(self, text: str) -> tuple[str, ...]:
        words = self.lexicon.roles
        for way in self._ways(text):
            shared = words.shared.get(way) or words.shared.get(way.removesuffix("s"))
            known = (*words.names.values.get(way, ()), *(shared.roles if shared else ()))
            if known:
                return tuple(dict.fromkeys(known))
        return ()

    def _ways(self, text: str) -> Iterator[str]:
        """Give a name as it stands, and without words such as "team" around it."""
        yield text
        found = self.lexicon.edits.teams.fullmatch(text)
        if found and found["name"] != text:
            yield found["name"]


def _is_part(name: str, form: str) -> bool:
    """Tell whether a name begins or ends with a form of a title, in English with whole words."""
    if not form:
        return False
    if has_chinese(form):
        return name.startswith(form) or name.endswith(form)
    return name.startswith(f"{form} ") or name.endswith(f" {form}")


def _numbers(unit: Named) -> tuple[int, ...]:
    return tuple(number for _, number in unit.pieces)
