"""Answering a question about a role: which role is meant, and what is asked about it.

Nothing is guessed: without a title, and without a clear description of one role's work, there is
no role. All words come from the data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from flows.lexicon import Lexicon
from flows.phrases import Found
from flows.roles import blanked, facet_in, masked, titles_in
from flows.slots import read_channels

_NO_FACET, _DUTIES = "none", "duties"
_ABOUT_WORK = (None, "duties", "reports_to", "kpi")  # what a question without a title may ask
_LONGEST = 300  # characters of a question
_LITTLE = 1  # letters that may be left over beside a title in a question with "who"


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """The role a question is about, the facet asked, and other roles it may mean.

    A question that names nobody and describes nothing (那他的KPI呢) has a facet but no role.
    `several` says that `role` is only the first of equally good ones, the rest being
    `alternatives`. In a comparison `alternatives[0]` is the other role. `is_asked` tells that the
    words themselves ask for the facet; otherwise duties are assumed.
    """

    role: str | None
    facet: str
    alternatives: tuple[str, ...]
    kind: Literal["exact", "several", "none"]
    roles: tuple[str, ...] = ()
    is_asked: bool = False


_NOTHING = RoleAnswer(None, _NO_FACET, (), "none")


class RoleIndex:
    """The role index over a lexicon."""

    __slots__ = ("_lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        """Use a lexicon's titles, cues and descriptions."""
        self._lexicon = lexicon

    def ask(self, text: str, channel: str | None = None) -> RoleAnswer:
        """Answer a message as typed; a channel helps to choose among roles that share a title."""
        return self.ask_folded(self._lexicon.fold(text), channel)

    def ask_folded(self, text: str, channel: str | None = None) -> RoleAnswer:
        """Answer a folded message; of a very long one only the beginning is read."""
        text = text[:_LONGEST]
        words, who = self._lexicon.roles, self._lexicon.intents.who
        titles = titles_in(words, text, who)
        facet = facet_in(words, masked(text, titles))
        if who.search(text) and facet in _ABOUT_WORK and (found := self._by_work(text, titles)):
            return RoleAnswer(found, facet or _DUTIES, (), "exact", (found,), is_asked=True)
        if not titles or self._is_only_context(text, titles, facet):
            return self._without_title(text, facet)
        if facet == "compare":
            return self._compared(text, titles, channel)
        return self._named(text, self._subject(text, titles, facet), titles, facet, channel)

    def _by_work(self, text: str, titles: tuple[Found[tuple[str, ...]], ...]) -> str | None:
        words, who = self._lexicon.roles, self._lexicon.intents.who
        if titles and not self._left_over(text, titles):
            return None
        return words.descriptions.role_of(text, who)

    def _left_over(self, text: str, titles: tuple[Found[tuple[str, ...]], ...]) -> int:
        rest = blanked(self._lexicon.roles, text, titles, self._lexicon.intents.who)
        return sum(letter.isalnum() for letter in rest)

    def _is_only_context(
        self, text: str, titles: tuple[Found[tuple[str, ...]], ...], facet: str | None
    ) -> bool:
        """Tell whether a who-question is about work that titles are only mentioned in."""
        if facet not in (None, "duties", "ratio") or not self._lexicon.intents.who.search(text):
            return False
        return self._left_over(text, titles) > _LITTLE

    def _without_title(self, text: str, facet: str | None) -> RoleAnswer:
        words, who = self._lexicon.roles, self._lexicon.intents.who
        if stranger := next(words.not_a_role.all(text), None):
            return RoleAnswer(None, facet or _NO_FACET, stranger.value, "none")
        is_question = who.search(text) or (facet and self._lexicon.intents.asking.search(text))
        role = words.descriptions.role_of(text, who) if is_question else None
        if role is None and facet and not self._left_over(text, ()):
            return RoleAnswer(None, facet, (), "none", is_asked=True)
        if role is None:
            return _NOTHING
        return RoleAnswer(role, facet or _DUTIES, (), "exact", (role,), bool(facet))

    def _subject(
        self, text: str, titles: tuple[Found[tuple[str, ...]], ...], facet: str | None
    ) -> Found[tuple[str, ...]]:
        """Choose the title a question is about: the first, or the one behind 配."""
        if facet == "ratio" and (cue := self._lexicon.roles.subject_after.search(text)):
            return next((t for t in titles if t.start >= cue.end()), titles[0])
        return titles[0]

    def _named(
        self,
        text: str,
        title: Found[tuple[str, ...]],
        titles: tuple[Found[tuple[str, ...]], ...],
        facet: str | None,
        channel: str | None,
    ) -> RoleAnswer:
        candidates, is_clear = self._holders(text, title, channel)
        roles = [self._holders(text, t, channel)[0][0] for t in titles]
        return RoleAnswer(
            candidates[0],
            facet or _DUTIES,
            () if is_clear else candidates[1:],
            "exact" if is_clear else "several",
            tuple(dict.fromkeys(roles)),
            facet is not None,
        )

    def _compared(
        self, text: str, titles: tuple[Found[tuple[str, ...]], ...], channel: str | None
    ) -> RoleAnswer:
        """Put the first role named and the next different one side by side."""
        first, *others = (self._holders(text, t, channel)[0] for t in titles)
        pairs = [(one, two) for other in others for one in first for two in other if one != two]
        roles = pairs[0] if pairs else first[:1]
        return RoleAnswer(roles[0], "compare", roles[1:], "exact", roles, is_asked=True)

    def _holders(
        self, text: str, title: Found[tuple[str, ...]], channel: str | None
    ) -> tuple[tuple[str, ...], bool]:
        """List the roles of a title, the best first, and tell whether that one is clear."""
        words = self._lexicon.roles
        shared = words.shared.get(title.phrase)
        holders = shared.roles if shared else title.value
        if len(holders) == 1:
            return holders, True
        cues = shared.cues if shared else {}
        by_cue = {role: self._cues_said(text, title, cues.get(role, ())) for role in holders}
        channels = self._channels_said(text, title, channel)
        marks = {r: (by_cue[r], *(words.channel_of.get(r) == c for c in channels)) for r in holders}
        ranked = tuple(sorted(holders, key=lambda r: self._rank(r, title, marks[r])))
        said = [marks[role][:-1] for role in ranked[:2]]
        return ranked, said[0] != said[1]

    def _rank(
        self, role: str, title: Found[tuple[str, ...]], marks: tuple[int, ...]
    ) -> tuple[tuple[int, ...], bool]:
        """Order by what the text says, then the role whose proper name the title is."""
        is_name = title.phrase in self._lexicon.roles.proper_names[role]
        return tuple(-mark for mark in marks), not is_name

    def _channels_said(
        self, text: str, title: Found[tuple[str, ...]], channel: str | None
    ) -> tuple[str | None, ...]:
        """List channels, the strongest first: beside the title, of the chat, inside the title."""
        slots = self._lexicon.slots
        beside = read_channels(slots, masked(text, [title]), ()).first
        inside = read_channels(slots, title.phrase, ()).first
        return beside, channel, inside

    def _cues_said(self, text: str, title: Found[tuple[str, ...]], cues: tuple[str, ...]) -> int:
        around = text[: title.start] + " " + text[title.end :]
        return sum(cue in around for cue in cues)
