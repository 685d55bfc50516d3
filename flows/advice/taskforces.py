"""Task forces in the conversation: the goal is asked, then people are drawn from the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.advice.replies import ChooseGoal, ShowTaskForce
from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.replies import Reply, ShowChart
from flows.steps import Handler, Step, about_plan
from flows.understand import understand
from flows.waiting import GOAL
from knowledge.brief import Brief
from knowledge.edits import Lines
from knowledge.knowledge import Knowledge

_LONGEST = 120  # characters of a sentence
_GOAL = 24  # characters of an answer that names the goal


def force_said(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Form a task force as a sentence says; None if it says nothing of the kind."""
    folded = lexicon.fold(text)
    if len(folded) > _LONGEST or not lexicon.taskforces.is_asked(folded):
        return None
    if understand(lexicon, text, channel=draft.only_channel, asked=draft.asked).size:
        return None  # it describes a team
    return force_for(knowledge, draft, lexicon.taskforces.goal_in(folded))


def force_for(knowledge: Knowledge, draft: Draft, goal: str | None) -> Step:
    """Form a task force of the current plan, or ask for its goal."""

    def reply(brief: Brief, code: str) -> Reply:
        return ShowTaskForce(brief, code, goal) if goal else ChooseGoal(brief, code)

    after, replies = about_plan(knowledge, draft, reply)
    is_asked = isinstance(replies[-1], ChooseGoal)
    return (replace(after, pending=GOAL) if is_asked else after), replies


def goal_said(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Take a message as the goal that was asked for; None if it names none."""
    if draft.pending != GOAL:
        return None
    folded = lexicon.fold(text)
    goal = lexicon.taskforces.goal_in(folded) if len(folded) <= _GOAL else None
    return force_for(knowledge, draft.waiting(None), goal) if goal else None


def _force(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Ask for the goal, or form the task force: `force:CODE[:GOAL]`."""
    brief = draft.find(knowledge, arguments[0])
    if brief is None:
        return None
    match arguments:
        case [code]:
            return draft, (ChooseGoal(brief, code),)
        case [code, goal] if goal in knowledge.taskforces.goals:
            return draft, (ShowTaskForce(brief, code, goal),)
        case _:
            return None


def _lines(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Draw the chart with the dotted lines of a task force: `lines:CODE:GOAL`."""
    brief = draft.find(knowledge, arguments[0])
    if brief is None or len(arguments) != 2 or arguments[1] not in knowledge.taskforces.goals:  # noqa: PLR2004 - code and goal
        return None
    drawn = replace(brief, edits=(*brief.edits, Lines(arguments[1])))
    return draft, (ShowChart(drawn, arguments[0], "light"),)


FORCES: Mapping[str, Handler] = {"force": _force, "lines": _lines}
