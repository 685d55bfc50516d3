"""Hiring kits from outside: a role somebody wrote becomes its kit, or a sentence what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import RequestError
from bot.render import plain
from bot.views.kit import KitView
from flows.roles.asked import ask_role

if TYPE_CHECKING:
    from bot.core import Core
    from bot.words import Voice

_LONGEST = 200  # characters of a title


def kit_of(core: Core, voice: Voice, role: str, others: tuple[str, ...] = ()) -> KitView:
    """Give the kit of a role by its id."""
    return KitView(core.knowledge, core.kits, core.knowledge.roles[role], voice, others)


def asked_kit(core: Core, voice: Voice, written: str) -> KitView:
    """Give the kit of a role named by its id or a title; further roles of the title are `others`.

    Raises:
        RequestError: If no role has that title; names those it may be.
    """
    if written in core.knowledge.roles:
        return kit_of(core, voice, written)
    found = ask_role(core.lexicon, core.lexicon.fold(written[:_LONGEST]), None)
    if found.role is not None:
        return kit_of(core, voice, found.role, found.alternatives)
    if not found.may_mean:
        raise RequestError(plain(voice.say("role.unknown")))
    names = [voice.role(core.knowledge.roles[name]) for name in found.may_mean]
    raise RequestError(plain(voice.say("role.near_names", roles=voice.join(names))))
