"""The screens of task forces and of what would be otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.buttons import to_plan
from bot.core import Core
from bot.screen import Screen, button, rows
from bot.views.taskforce import TaskForceView
from bot.views.what_if import bad_span, what_if
from bot.words.voice import Voice
from flows.advice.replies import AskParts, BadSpan, ChooseGoal, ShowTaskForce, WhatIf
from knowledge.edits import Lines
from knowledge.taskforce import task_force

_EXAMPLES = (40, 20, 15, 10)  # people


class AdviceScreens:
    """Lays them out in one voice."""

    def __init__(self, core: Core, voice: Voice) -> None:
        self.core, self.voice = core, voice
        self.makers: Mapping[type, Callable[[Any], Screen]] = {
            ChooseGoal: self._goals,
            ShowTaskForce: self._force,
            WhatIf: self._what_if,
            BadSpan: self._bad_span,
            AskParts: self._ask_parts,
        }

    def _goals(self, reply: ChooseGoal) -> Screen:
        goals = self.core.knowledge.taskforces.goals.values()
        found = [
            button(self.voice.text(goal.name), f"force:{reply.code}:{goal.id}") for goal in goals
        ]
        return Screen(
            self.voice.say("force.choose"), (*rows(found, 2), (to_plan(self.voice, reply.code),))
        )

    def _force(self, reply: ShowTaskForce) -> Screen:
        """Show the task force; where nobody gets a second leader, there is nothing to draw."""
        say, code, knowledge = self.voice.say, reply.code, self.core.knowledge
        plan = self.core.plan(reply.brief)
        view = TaskForceView(knowledge, plan, task_force(knowledge, plan, reply.goal), self.voice)
        lined = replace(reply.brief, edits=(*reply.brief.edits, Lines(reply.goal)))
        buttons = [button(say("force.other"), f"force:{code}"), to_plan(self.voice, code)]
        if any(post.also_reports_to for post in self.core.plan(lined).posts):
            buttons.insert(0, button(say("force.chart"), f"lines:{code}:{reply.goal}"))
        return Screen(view.text(), rows(buttons, 2))

    def _what_if(self, reply: WhatIf) -> Screen:
        say = self.voice.say
        one = (self.core.plan(reply.one), str(say("what_if.mine")))
        other = (self.core.plan(reply.other), str(say("what_if.other")))
        text = what_if(self.core.knowledge, self.voice, one, other, dict(reply.pay))
        both = (
            button(say("what_if.use"), reply.use, is_primary=True),
            button(say("what_if.keep"), f"part:card:{reply.code}"),
        )
        return Screen(text, (both,))

    def _bad_span(self, reply: BadSpan) -> Screen:
        return Screen(bad_span(self.core.knowledge, self.voice, reply), ())

    def _ask_parts(self, reply: AskParts) -> Screen:
        """Ask for the people in each channel, with an example of as many numbers."""
        say, knowledge = self.voice.say, self.core.knowledge
        names = [self.voice.text(knowledge.channels[name].name) for name in reply.channels]
        example = self.voice.join([str(people) for people in _EXAMPLES[: len(names)]])
        text = say("company.ask_parts", channels=self.voice.join(names), example=example)
        if reply.is_again:
            text = say("company.ask_again", count=len(names)) + "\n" + text
        return Screen(text, (), example)
