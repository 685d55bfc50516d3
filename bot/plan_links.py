"""Links to plans that somebody edited: an unguessable token, until its owner takes it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.buttons import to_plan
from bot.core import Core
from bot.live_cards import LiveCards
from bot.screen import Screen, button
from bot.screens import screen_of
from bot.shelf import StoredShelf
from bot.store import Share as Link
from bot.store import Transaction
from bot.store.clock import DAY
from bot.words.voice import Voice
from flows.replies import SetLink, Share
from flows.shelf import TOKEN
from knowledge.brief import Brief

_MAY_EDIT = {"edit": True, "view": False}


def link_to(
    transaction: Transaction, chat: str, user: str, plan: str, new_token: Callable[[], str]
) -> Link:
    """Give the link to a person's plan, a new one unless it has one."""
    if known := transaction.share_of(plan, chat, user):
        return known
    link = Link(new_token(), chat, user, plan, transaction.now, None, may_edit=False)
    transaction.save_share(link)
    return link


@dataclass(frozen=True, slots=True)
class PlanLinks:
    """The links of one person in one chat."""

    core: Core
    transaction: Transaction
    chat: str
    user: str
    new_token: Callable[[], str]

    def share(self, voice: Voice, reply: Share) -> Screen:
        """Offer the ways to share an edited plan; it gets its link now, unless it has one."""
        link = link_to(self.transaction, self.chat, self.user, reply.code, self.new_token)
        return self._screen(voice, reply.brief, link)

    def change(self, voice: Voice, reply: SetLink) -> Screen:
        """Let others edit or only look, let the link expire, or take it back."""
        link = self._of(reply.code)
        back = to_plan(voice, reply.code)
        if link is None or reply.what == "end":
            if link:
                shelf = StoredShelf(self.core, self.transaction, self.chat, self.user)
                LiveCards(shelf, voice.language).end(link)
            self.transaction.end_share(reply.code, self.chat, self.user)
            return Screen(voice.say("link.ended"), ((back,),))
        changed = self._changed(link, reply.what)
        self.transaction.save_share(changed)
        return self._screen(voice, reply.brief, changed)

    def _of(self, code: str) -> Link | None:
        return self.transaction.share_of(code, self.chat, self.user)

    def _changed(self, link: Link, what: str) -> Link:
        if what in _MAY_EDIT:
            return replace(link, may_edit=_MAY_EDIT[what])
        days = int(what)
        return replace(link, expires_at=self.transaction.now + days * DAY if days else None)

    def _screen(self, voice: Voice, brief: Brief, link: Link) -> Screen:
        say, code = voice.say, link.plan
        ways = screen_of(self.core, voice.language, Share(brief, f"{TOKEN}{link.token}"))
        what = "view" if link.may_edit else "edit"
        who = button(say(f"link.{what}"), f"link:{code}:{what}")
        times = tuple(
            button(say(f"link.days_{days}"), f"link:{code}:{days}") for days in ("7", "30", "0")
        )
        end = button(say("link.end"), f"link:{code}:end")
        back = button(say("ask.back"), f"part:card:{code}", is_primary=True)
        html = f"{ways.html}\n\n{self._state(voice, link)}"
        return Screen(html, (*ways.rows[:-1], (who,), times, (end, back)))

    def _state(self, voice: Voice, link: Link) -> str:
        """Say who may do what with the link, and for how long."""
        who = voice.say("link.may_edit" if link.may_edit else "link.may_look")
        if link.expires_at is None:
            return who
        days = -(-(link.expires_at - self.transaction.now) // DAY)
        return f"{who}\n{voice.say('link.expires', days=days)}"
