"""Screens: each reply of the conversation as messages with buttons, in one voice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from bot.advice_screens import AdviceScreens
from bot.buttons import to_plan, wrong_button
from bot.changes import describe_change
from bot.check_screens import CheckScreens
from bot.core import Core
from bot.edit_screens import EditScreens
from bot.growth_screens import GrowthScreens
from bot.plan_screens import PlanScreens
from bot.render import bulleted
from bot.screen import Button, Screen, button, rows
from bot.sharing_screens import SharingScreens
from bot.sizing_screens import SizingScreens
from bot.views.comparison import Comparison
from bot.views.role import FACETS, RoleView
from bot.words import LANGUAGES, Voice
from bot.words.voice import Language, voice
from flows.codes import encode
from flows.questions import NONE, SIZES, UNKNOWN
from flows.replies import (
    Ask,
    ChooseChange,
    ChooseFile,
    ChooseLanguage,
    ChooseRole,
    Compare,
    ConfirmForget,
    Reply,
    Say,
    Share,
    ShowChart,
    ShowPlan,
    ShowRole,
    ShowShared,
)
from flows.teams.replies import ShowCheck
from knowledge.model import COMPANY

Maker = Callable[[Any], Screen]
_ASKING = {
    "role.ask": "role.ask_example",
    "kit.ask": "role.ask_example",
    "size.ask": "size.ask_example",
    "size.not_read": "size.ask_example",
    "report.ask": "report.ask_example",
}
_APART = ("report.ask",)


def screen_of(core: Core, language: Language, reply: Reply) -> Screen:
    """Make the screen of a reply; the same reply looks the same to everybody."""
    if isinstance(reply, ShowCheck):  # holds a team of perhaps thousands, too much to remember
        return _screen_of.__wrapped__(core, language, reply)
    return _screen_of(core, language, reply)


@lru_cache(maxsize=4096)
def _screen_of(core: Core, language: Language, reply: Reply) -> Screen:
    return _screens(core, language).screen(reply)


@lru_cache(maxsize=len(LANGUAGES))
def _screens(core: Core, language: Language) -> Screens:
    return Screens(core, voice(language))


class Screens:
    """Words and lays out replies in one voice."""

    def __init__(self, core: Core, voice: Voice) -> None:
        self.core, self.voice = core, voice
        self._plans = PlanScreens(core, voice)
        self._sharing = SharingScreens(core, voice)
        self._makers: Mapping[type, Maker] = {
            Ask: self._ask,
            ShowPlan: self._plan,
            ShowChart: self._chart,
            ShowRole: self._role,
            Compare: self._compare,
            ChooseRole: self._choose_role,
            ChooseChange: self._plans.choose_change,
            ChooseFile: self._plans.choose_file,
            ChooseLanguage: self._choose_language,
            ConfirmForget: self._confirm_forget,
            Share: self._sharing.share,
            ShowShared: self._sharing.shared,
            Say: self._say,
            **EditScreens(core, voice).makers,
            **GrowthScreens(core, voice).makers,
            **AdviceScreens(core, voice).makers,
            **CheckScreens(core, voice).makers,
            **SizingScreens(core, voice).makers,
        }

    def screen(self, reply: Reply) -> Screen:
        """Make the screen of a reply; replies that need the store are the service's."""
        return self._makers[type(reply)](reply)

    def _say(self, reply: Say) -> Screen:
        example = _ASKING.get(reply.key)
        asks = self.voice.say(example) if example else ""
        return Screen(self.voice.say(reply.key), (), asks, reply.key in _APART)

    def _confirm_forget(self, reply: ConfirmForget) -> Screen:
        del reply
        kept = button(self.voice.say("chat.delete_no"), "delete:no", is_primary=True)
        gone = button(self.voice.say("chat.delete_yes"), "delete:yes")
        return Screen(self.voice.say("chat.delete_sure"), ((kept, gone),))

    def _ask(self, reply: Ask) -> Screen:
        buttons = [self._option(reply.slot, option) for option in reply.options]
        found = rows(buttons, 3 if reply.slot == "size" else 2)
        found += rows((self._known(slot, value) for slot, value in reply.known), 3)
        if reply.can_go_back:
            found += ((button(self.voice.say("ask.back"), "back"),),)
        asks = self.voice.say("ask.size_example") if reply.slot == "size" else ""
        return Screen(self._question(reply), found, asks)

    def _question(self, reply: Ask) -> str:
        is_doubt = reply.slot == "size" and reply.options != SIZES
        question = self.voice.say("ask.size_doubt" if is_doubt else f"ask.{reply.slot}")
        if reply.known:
            known = [self._option_label(slot, value) for slot, value in reply.known]
            question = self.voice.say("ask.known", known=self.voice.join(known)) + "\n" + question
        if reply.slot != "stage":
            return question
        stages = [self.core.knowledge.stages[s] for s in reply.options if s != UNKNOWN]
        text = self.voice.text
        lines = [
            self.voice.say("ask.stage_option", name=text(s.name), meaning=text(s.meaning))
            for s in stages
        ]
        return "\n".join([question, *bulleted(lines)])

    def _known(self, slot: str, value: str) -> Button:
        """Offer what was understood for correction."""
        label = self._option_label(slot, value)
        return button(self.voice.say("ask.redo", value=label), f"redo:{slot}")

    def _option(self, slot: str, option: str) -> Button:
        return button(self._option_label(slot, option), f"{slot}:{option}")

    def _option_label(self, slot: str, option: str) -> str:
        knowledge = self.core.knowledge
        if slot == "size":
            return self.voice.say("ask.people", size=option)
        if option in (UNKNOWN, NONE):
            return self.voice.say(f"ask.{slot}_{option}")
        if slot == "channel":
            is_all = option.startswith(f"{COMPANY}.")
            named = self.voice.say("ask.channel_company")
            return named if is_all else self.voice.text(knowledge.team(option).name)
        source: Mapping[str, Any] = knowledge.stages if slot == "stage" else knowledge.variants
        return self.voice.text(source[option].name)

    def _plan(self, reply: ShowPlan) -> Screen:
        if reply.before is None:
            return self._plans.screen(reply)
        screen = screen_of(self.core, self.voice.language, replace(reply, before=None, dropped=0))
        change = describe_change(self.core, self.voice, reply.before, reply.brief)
        if reply.dropped:
            change = f"{change}\n{self.voice.say('edit.dropped', count=reply.dropped)}"
        return Screen(f"{change}\n\n{screen.html}", screen.rows)

    def _chart(self, reply: ShowChart) -> Screen:
        """Show the chart as text."""
        return self._plans.screen(ShowPlan(reply.brief, reply.code, "tree", 1, None, None, None))

    def _role(self, reply: ShowRole) -> Screen:
        role = self.core.knowledge.roles[reply.role]
        plan = self.core.plan(reply.brief) if reply.brief else None
        view = RoleView(self.core.knowledge, role, self.voice, plan)
        others = [self._role_button(name, reply.facet) for name in reply.others]
        kit = button(self.voice.say("kit.button"), f"kit:{role.id}")
        last = [kit, wrong_button(self.voice, "role", role.id)]
        if reply.brief:
            code = reply.code or encode(self.core.knowledge, reply.brief)
            back = to_plan(self.voice, code)
            last.insert(0, back)
        return Screen(view.card(reply.facet), (*rows(others, 2), tuple(last)))

    def _compare(self, reply: Compare) -> Screen:
        knowledge = self.core.knowledge
        one, other = (knowledge.roles[name] for name in (reply.one, reply.other))
        text = Comparison(knowledge, one, other, self.voice).text()
        buttons = [self._role_button(role.id, FACETS[0]) for role in (one, other)]
        return Screen(text, rows(buttons, 2))

    def _choose_role(self, reply: ChooseRole) -> Screen:
        say, knowledge = self.voice.say, self.core.knowledge
        roles = [knowledge.roles[name] for name in reply.roles]
        lines = [
            say("role.choice", name=self.voice.role(r), mission=self.voice.text(r.mission))
            for r in roles
        ]
        question = say("role.near" if reply.is_guess else "role.several", title=reply.title)
        html = "\n".join([question, *bulleted(lines)])
        return Screen(html, rows((self._role_button(r.id, reply.facet) for r in roles), 2))

    def _role_button(self, name: str, facet: str) -> Button:
        role = self.core.knowledge.roles[name]
        return button(self.voice.role(role), f"role:{name}:{facet}")

    def _choose_language(self, reply: ChooseLanguage) -> Screen:
        del reply
        buttons = (button(self.voice.say(f"language.{code}"), f"lang:{code}") for code in LANGUAGES)
        return Screen(self.voice.say("chat.language"), rows(buttons, 2))
