"""Titles and duties of a team that people have: which roles and functions they mean, by channel.

Words come from `teams.toml` and from the names of roles and functions. What several roles of the
channel could mean is not clear; the first of them is the best guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from flows.lexicon import Lexicon
from flows.text.fold import Fold, has_chinese
from knowledge.knowledge import Knowledge
from knowledge.model import CHANNELS, SHARED, Role
from knowledge.programme import Line

SHORTEST = {True: 2, False: 3}  # characters of a part of a name, in Chinese and otherwise
_MOST = 4  # roles to choose from
NO_ROLE = ""  # an answer: the title means none of our roles


@dataclass(frozen=True, slots=True)
class Meant:
    """The roles a title may mean, the likeliest first; none if nothing is known by it."""

    roles: tuple[str, ...]
    is_clear: bool

    @property
    def role(self) -> str | None:
        """The role to go by."""
        return self.roles[0] if self.roles else None


NOTHING = Meant((), is_clear=False)


@dataclass(frozen=True, slots=True)
class Titles:
    """Reads titles and duties for one channel, as typed."""

    knowledge: Knowledge
    lexicon: Lexicon
    channel: str

    def read(self, title: str) -> Meant:
        """Say which roles a title may mean here."""
        return _read(self, title)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The staffing lines of the channel."""
        return self.knowledge.channels[self.channel].lines

    def weight(self, title: str) -> float:
        """Say how usual a title is in this channel: 1 if its first role is here, 0 if none is."""
        known = self.knowledge.roles
        for form in self._forms(title):
            shared = self.lexicon.roles.shared.get(form)
            named = shared.roles if shared else self.lexicon.roles.names.values.get(form, ())
            roles = self.lexicon.teams.titles.get(form, named)
            places = [i for i, r in enumerate(roles, 1) if known[r].channel == self.channel]
            if roles:
                return 1 / places[0] if places else 0
        return 0

    def duties(self, words: str) -> tuple[str, ...]:
        """List the functions that a duty means here; none if it means nothing."""
        forms = self._forms(words)
        for form in forms:
            if known := self._counted(self.lexicon.teams.duties.get(form, ())):
                return known
        meant = self.read(words)
        if meant.role:
            return self._counted(self.knowledge.roles[meant.role].functions)
        return self._named(forms)

    def _counted(self, functions: Iterable[str]) -> tuple[str, ...]:
        """Keep the functions of this channel, else those of the whole company, else the first."""
        known = self.knowledge.functions
        found = [f for f in functions if f in known]
        own = [f for f in found if known[f].channel == self.channel]
        shared = [f for f in found if known[f].channel == SHARED]
        return tuple(own or shared or found[:1])

    def _named(self, forms: tuple[str, ...]) -> tuple[str, ...]:
        """List the functions of the channel whose name holds one of the words."""
        words = [form for form in forms if len(form) >= SHORTEST[has_chinese(form)]]
        own = (f for f in self.knowledge.functions.values() if f.channel in (self.channel, SHARED))
        fold = self.lexicon.fold
        found = (f.id for f in own if any(w in _lines(fold, (f.name.zh, f.name.en)) for w in words))
        return tuple(dict.fromkeys(found))[:1]

    def _forms(self, title: str) -> tuple[str, ...]:
        """Give a title folded, and without ends and team numbers that change nothing."""
        small, folded = self.lexicon.teams.small, self.lexicon.fold(title)
        bare = small["team_number"].pattern.sub("", folded)
        found = (folded, bare, small["title_end"].pattern.sub("", bare), bare.removesuffix("s"))
        return tuple(dict.fromkeys(form for form in found if form))

    def meant(self, title: str) -> Meant:
        """Look a title up: in this channel, then in the company, then anywhere.

        What `teams.toml` says goes before the titles of roles.
        """
        forms, others = self._forms(title), [c for c in CHANNELS if c != self.channel]
        for find, where in (
            (self._said, (self.channel,)),
            (self._said, (SHARED,)),
            (self._named_so, (self.channel,)),
            (self._part, (self.channel,)),
            (self._named_so, (SHARED,)),
            (self._said, others),
            (self._named_so, others),
        ):
            if (found := find(forms, where)).roles:
                return found
        return NOTHING

    def _said(self, forms: tuple[str, ...], where: Iterable[str]) -> Meant:
        """Find roles that `teams.toml` gives for a title."""
        teams = self.lexicon.teams
        for form in forms:
            asked = self._within(teams.asked.get(form, ()), where)
            if found := asked or self._within(teams.titles.get(form, ()), where)[:1]:
                return Meant(found, is_clear=len(found) == 1)
        return NOTHING

    def _named_so(self, forms: tuple[str, ...], where: Iterable[str]) -> Meant:
        """Find roles that have a title."""
        words = self.lexicon.roles
        for form in forms:
            shared = words.shared.get(form)
            named = shared.roles if shared else words.names.values.get(form, ())
            if found := self._within(named, where):
                return Meant(found[:_MOST], is_clear=len(found) == 1)
        return NOTHING

    def _part(self, forms: tuple[str, ...], where: Iterable[str]) -> Meant:
        """Find roles one of whose names begins or ends with a title."""
        words = [form for form in forms if len(form) >= SHORTEST[has_chinese(form)]]
        roles = (r for r in self.knowledge.roles.values() if r.channel in where)
        found = [r.id for r in roles if any(self._has(r, word) for word in words)]
        return Meant(tuple(found[:_MOST]), is_clear=len(found) == 1)

    def _has(self, role: Role, word: str) -> bool:
        if has_chinese(word):
            names = _lines(self.lexicon.fold, (role.name.zh, *role.aliases.zh), cut="/")
            return f"\n{word}" in names or f"{word}\n" in names
        names = _lines(self.lexicon.fold, (role.name.en, *role.aliases.en))
        return f"\n{word} " in names or f" {word}\n" in names

    def _within(self, roles: Iterable[str], where: Iterable[str]) -> tuple[str, ...]:
        places = tuple(where)
        known = self.knowledge.roles
        return tuple(r for r in roles if r in known and known[r].channel in places)


@lru_cache(maxsize=1024)
def _lines(fold: Fold, names: tuple[str, ...], cut: str = "\n") -> str:
    """Fold names of our own, each on a line; a file may have thousands of titles to compare."""
    return "\n".join(["", *(fold.simplified(name).replace(cut, "\n") for name in names), ""])


@lru_cache(maxsize=4096)
def _read(titles: Titles, title: str) -> Meant:
    return titles.meant(title)
