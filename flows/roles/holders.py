"""Choosing among the roles that share a title: by cue words, channel, and the work described."""

from __future__ import annotations

from typing import TypeAlias

from flows.briefs.slots import read_channels
from flows.lexicon import Lexicon
from flows.roles.names import masked
from flows.text.fold import has_chinese
from flows.text.phrases import Found

Title: TypeAlias = Found[tuple[str, ...]]


class Holders:
    """The roles of titles, in the order that a text suggests."""

    __slots__ = ("_lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(
        self, text: str, title: Title, channel: str | None, others: tuple[Title, ...] = ()
    ) -> tuple[tuple[str, ...], bool]:
        """List the roles a title stands for, the best first, and tell whether that one is clear.

        Behind a title 头儿 and the like mean whoever its bearers report to; behind a place of
        work (客服部的头儿) the head of it all. What `others` say of channels is left out.
        """
        roles, is_clear = self._bearers(text, title, channel, others)
        words = self._lexicon.roles
        if has_chinese(title.phrase) and words.heads.match(text, title.end):
            roles = tuple(dict.fromkeys(map(self._head_of, roles)))
        elif has_chinese(title.phrase) and words.leads.match(text, title.end):
            superiors = (words.superior_of.get(role) or role for role in roles)
            roles = tuple(dict.fromkeys(superiors))
        return roles, is_clear or len(roles) == 1

    def _head_of(self, role: str) -> str:
        """Climb to the highest superior of a role in its channel."""
        words = self._lexicon.roles
        above = words.superior_of.get(role)
        while above and self._is_head_of(role, above):
            role, above = above, words.superior_of.get(above)
        return role

    def _is_head_of(self, role: str, above: str) -> bool:
        """Tell whether a superior is of a role's own channel and not everybody's."""
        words = self._lexicon.roles
        if above in words.heads_of_all:
            return False
        return words.channel_of.get(above) == words.channel_of.get(role)

    def _bearers(
        self, text: str, title: Title, channel: str | None, others: tuple[Title, ...]
    ) -> tuple[tuple[str, ...], bool]:
        words = self._lexicon.roles
        shared = words.shared.get(title.phrase)
        holders = shared.roles if shared else title.value
        if len(holders) == 1:
            return holders, True
        cues = shared.cues if shared else {}
        by_cue = {role: self._cues_said(text, title, cues.get(role, ())) for role in holders}
        channels = self._channels_said(text, title, channel, others)
        marks = {r: (by_cue[r], *(words.channel_of.get(r) == c for c in channels)) for r in holders}
        ranked = tuple(sorted(holders, key=lambda r: self._rank(r, title, marks[r])))
        said = [marks[role][:-1] for role in ranked[:2]]
        return ranked, said[0] != said[1]

    def _rank(self, role: str, title: Title, marks: tuple[int, ...]) -> tuple[int, ...]:
        """Order by what the text says, the proper name of a role, the channel inside a title."""
        is_name = title.phrase in self._lexicon.roles.proper_names[role]
        return tuple(-mark for mark in (*marks[:-1], is_name, marks[-1]))

    def _channels_said(
        self, text: str, title: Title, channel: str | None, others: tuple[Title, ...]
    ) -> tuple[str | None, ...]:
        """List channels, the strongest first: beside the title, of the chat, inside the title."""
        slots = self._lexicon.slots
        beside = read_channels(slots, masked(text, [title, *others]), ()).first
        inside = read_channels(slots, title.phrase, ()).first
        return beside, channel, inside

    def _cues_said(self, text: str, title: Title, cues: tuple[str, ...]) -> int:
        around = text[: title.start] + " " + text[title.end :]
        return sum(cue in around for cue in cues)
