"""Orders: messages that are a command as a whole, slash commands and plain words alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from flows.draft import Draft
from flows.growth.growing import ask_kit, grow
from flows.pending import DELETE
from flows.questions import UNKNOWN, add_variant, set_stage
from flows.replies import (
    ChooseChange,
    ChooseFile,
    ChooseLanguage,
    ConfirmForget,
    ExplainPrivacy,
    ListPlans,
    Reply,
    Say,
    SendData,
    ShowChart,
)
from flows.sharing import share_current
from flows.sizing.steps import ask_size, picture_of
from flows.steps import Step, about_plan, again, back, cancel, proceed, restart, show_part
from knowledge.knowledge import Knowledge

_Order = Callable[[Knowledge, Draft], Step | None]
_PARTS = ("roles", "covers", "why", "changes", "next", "run", "warnings")  # of a plan


def order(knowledge: Knowledge, draft: Draft, command: str) -> Step | None:
    """Carry out a command; None where the word is an answer to the open question instead."""
    if command in _PARTS:
        return show_part(knowledge, draft, command)
    return _ORDERS[command](knowledge, draft)


def _plan(knowledge: Knowledge, draft: Draft) -> Step:
    """Show the current plan, or begin one."""
    return show_part(knowledge, draft, "card") if draft.plan else proceed(knowledge, draft)


def _chart(knowledge: Knowledge, draft: Draft) -> Step:
    """Show the chart of the current plan; before there is one, the picture of a workload."""
    if draft.plan is None and (picture := picture_of(knowledge, draft)):
        return again(knowledge, draft, picture)
    return about_plan(knowledge, draft, lambda brief, code: ShowChart(brief, code, "light"))


def _export(knowledge: Knowledge, draft: Draft) -> Step:
    return about_plan(knowledge, draft, ChooseFile)


def _start(knowledge: Knowledge, draft: Draft) -> Step:
    return restart(knowledge, draft, "chat.welcome")


def _restart(knowledge: Knowledge, draft: Draft) -> Step:
    return restart(knowledge, draft)


def _cancel(knowledge: Knowledge, draft: Draft) -> Step:
    del knowledge
    return cancel(draft)


def _change(knowledge: Knowledge, draft: Draft) -> Step:
    brief = draft.current(knowledge)
    if brief is None or draft.plan is None:
        return proceed(knowledge, draft, Say("chat.no_plan"))
    return draft, (ChooseChange(draft.plan, brief),)


def _dont_know(knowledge: Knowledge, draft: Draft) -> Step | None:
    """Propose a stage; a team needs a number and a kind, so those are asked again with help."""
    if draft.asked == "stage":
        return proceed(knowledge, set_stage(draft, UNKNOWN))
    if draft.asked == "variant":
        return proceed(knowledge, add_variant(knowledge, draft, "none"))
    if draft.asked is None:
        return None
    return again(knowledge, draft, Say(f"ask.guess_{draft.asked}"))


def _no(knowledge: Knowledge, draft: Draft) -> Step | None:
    if draft.asked == "variant":
        return proceed(knowledge, add_variant(knowledge, draft, "none"))
    return None


def _says(key: str) -> _Order:
    def say(knowledge: Knowledge, draft: Draft) -> Step:
        return again(knowledge, draft, Say(key))

    return say


def _shows(reply: Reply) -> _Order:
    def show(knowledge: Knowledge, draft: Draft) -> Step:
        return again(knowledge, draft, reply)

    return show


def _delete(knowledge: Knowledge, draft: Draft) -> Step:
    del knowledge
    return replace(draft, pending=DELETE), (ConfirmForget(),)


_ORDERS: Mapping[str, _Order] = {
    "start": _start,
    "plan": _plan,
    "chart": _chart,
    "export": _export,
    "share": share_current,
    "restart": _restart,
    "help": _says("chat.help"),
    "back": back,
    "cancel": _cancel,
    "settings": _shows(ChooseLanguage()),
    "dont_know": _dont_know,
    "yes": lambda _knowledge, _draft: None,
    "no": _no,
    "change": _change,
    "role": _says("role.ask"),
    "plans": _shows(ListPlans()),
    "privacy": _shows(ExplainPrivacy()),
    "mydata": _shows(SendData()),
    "delete": _delete,
    "grow": grow,
    "kit": ask_kit,
    "size": lambda _knowledge, draft: ask_size(draft),
}
