"""The screens of sharing: the ways to share a plan, and a shared plan as its reader sees it."""

from __future__ import annotations

from bot.core import Core
from bot.plan_screens import PlanScreens
from bot.render import plain
from bot.screen import Button, Screen, action_button, button, can_be_copied
from bot.shared_card import KIND, as_shared, mark_of, payload_of
from bot.views.plan import PlanView
from bot.views.statements import Statements
from bot.words.voice import Voice
from flows.links import MINE, NO_MARK, can_be_linked
from flows.replies import ChooseFile, Share, ShowPlan, ShowShared
from flows.sharing import FILES

# What a reader may do with the screens of a plan that is not theirs, as the kinds of the buttons.
_READING = ("part", "open", FILES, "file", "chart", "wrong")


class SharingScreens:
    """Lays out sharing in one voice."""

    def __init__(self, core: Core, voice: Voice) -> None:
        self.core, self.voice = core, voice
        self._plans = PlanScreens(core, voice)

    def share(self, reply: Share) -> Screen:
        """Offer to choose a chat, to copy the link, and the text where it is short."""
        say, plan = self.voice.say, self.core.plan(reply.brief)
        title = Statements(self.core.knowledge, plan, self.voice).title()
        copied = [self._copied(reply)] if can_be_copied(self._text(reply)) else []
        back = button(say("ask.back"), f"part:card:{reply.code}", is_primary=True)
        lines = (*self._links(reply), *((button,) for button in copied), (back,))
        return Screen(say("share.ask", title=title), lines)

    def _links(self, reply: Share) -> tuple[tuple[Button, ...], ...]:
        """Give the buttons that carry a link; none for a code that only its owner can open."""
        if not can_be_linked(self.core.knowledge, reply.code):
            return ()
        say, payload = self.voice.say, payload_of(self.core, reply.brief, reply.code)
        chat = action_button(say("share.choose_chat"), "choose_chat", payload)
        return ((chat,), (action_button(say("share.copy_link"), "copy_link", payload),))

    def _copied(self, reply: Share) -> Button:
        return action_button(self.voice.say("share.copy_text"), "copy", self._text(reply))

    def _text(self, reply: Share) -> str:
        """Write the plan as a short text: its name and its tree."""
        plan = self.core.plan(reply.brief)
        view = PlanView(self.core.knowledge, plan, self.voice)
        lines = [
            "　" * line.depth + ("└ " if line.depth else "") + line.text
            for line in view.tree.lines()
        ]
        return plain("\n".join([view.says.title(), *lines]))

    def shared(self, reply: ShowShared) -> Screen:
        """Show a shared plan as its own screens do, without what changes it."""
        screen = self._screen(reply)
        kept = (tuple(_reading(b) for b in row if _kind(b) in _READING) for row in screen.rows)
        found = tuple(row for row in kept if row)
        if reply.part == "card" and reply.post is None:
            mine = button(self.voice.say("shared.mine"), f"{MINE}:{reply.code}", is_primary=True)
            edit = button(self.voice.say("edit.posts"), f"edit:{reply.code}")
            found += ((mine, edit) if reply.may_edit else (mine,),)
        return Screen(self._noted(reply, screen.html), found)

    def _screen(self, reply: ShowShared) -> Screen:
        if reply.part == FILES:
            return self._plans.choose_file(ChooseFile(reply.brief, reply.code))
        brief, part, page, post = as_shared(reply.brief), reply.part, reply.page, reply.post
        shown = ShowPlan(brief, reply.code, part, page, post, before=None, now=None)
        return self._plans.screen(shown)

    def _noted(self, reply: ShowShared, html: str) -> str:
        """Say above a plan if it is not the one that was shared any more."""
        if reply.mark in (NO_MARK, mark_of(self.core, reply.brief)):
            return html
        return f"{self.voice.say('shared.changed')}\n\n{html}"


def _kind(button: Button) -> str:
    return button.data.partition(":")[0]


def _reading(button: Button) -> Button:
    """Let a button lead on within the shared plan."""
    kind, _, rest = button.data.partition(":")
    if kind in ("part", "open"):
        return button._replace(data=f"{KIND}:{rest}")
    return button._replace(data=f"{KIND}:{FILES}:{rest}") if kind == FILES else button
