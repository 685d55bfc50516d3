"""The shared card: a plan or a role as it stands in any chat, and what its buttons answer.

A card belongs to nobody: everybody may tap, and the answer is a note that only who tapped sees,
in their own language, or a link that opens more of it in private. The card stays as it is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import escape

from bot.core import Core
from bot.render import pages, plain
from bot.screen import Button, action_button, button
from bot.views.plan import PlanView
from bot.views.role import RoleView
from bot.views.statements import Statements
from bot.words.voice import Voice
from flows.links import CHART, MARK, MINE, NO_MARK, PARTS, ROLE, fingerprint, payload
from flows.sharing import LANGUAGE
from flows.shelf import TOKEN
from knowledge.brief import Brief
from knowledge.plan import Plan

KIND = "s"  # of the buttons of shared cards: `s:<part>:<code>`
MAX_TOAST = 200  # characters, a limit of the Bot API
MAX_CAPTION = 1024  # characters, another one
SHORT_TOAST = 60  # characters; what is longer stays until it is closed
_PRIVATE = (CHART, MINE, *PARTS)  # parts that a link can open


@dataclass(frozen=True, slots=True)
class Card:
    """A card: what its chooser sees of it, its text in Telegram's HTML, and its buttons.

    `caption` is the text below its picture, empty where there is none.
    """

    title: str
    description: str
    html: str
    caption: str
    rows: tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Toast:
    """The answer to a tap: a note, which `stays` if it is long, or the payload to open."""

    text: str = ""
    stays: bool = False
    opens: str | None = None


def code_of(data: str) -> str | None:
    """Give the code of the plan that a button of a shared card is about; None for other data."""
    kind, _, rest = data.partition(":")
    return rest.partition(":")[2] if kind == KIND else None


def as_shared(brief: Brief) -> Brief:
    """Leave out what only its owner said or did not say: a range, no stage."""
    return replace(brief, stage_assumed=False, size_low=brief.size)


@lru_cache(maxsize=1024)
def mark_of(core: Core, brief: Brief) -> str:
    """Give the fingerprint of a plan: another form, rule or post makes another one."""
    plan = core.plan(brief)
    posts = [(p.id, p.role, p.headcount, p.reports_to, p.functions, p.hats) for p in plan.posts]
    return fingerprint(json.dumps([plan.form.id, plan.choice.rule.id, posts]), MARK)


def payload_of(core: Core, brief: Brief, code: str, part: str = "card") -> str:
    """Write the payload of a plan as it is today; one behind a token may be edited any time.

    Raises:
        ValueError: If the code means nothing to others.
    """
    mark = NO_MARK if code.startswith(TOKEN) else mark_of(core, brief)
    return payload(core.knowledge, code, part, mark)


@lru_cache(maxsize=1024)
def plan_card(core: Core, voice: Voice, brief: Brief, code: str) -> Card:
    """Make the shared card of a plan."""
    plan = core.plan(as_shared(brief))
    view, says = PlanView(core.knowledge, plan, voice), Statements(core.knowledge, plan, voice)
    title = plain(says.title())
    html, caption = _fitting(voice, view.card()), _caption(view.head(), title)
    return Card(title, plain(says.shape()), html, caption, _plan_rows(core, voice, brief, code))


def _caption(head: str, title: str) -> str:
    """Give what stands below a picture: the head of the plan, its name alone where that is long."""
    return head if len(head) <= MAX_CAPTION else str(escape(title))


def _plan_rows(core: Core, voice: Voice, brief: Brief, code: str) -> tuple[tuple[Button, ...], ...]:
    say = voice.say
    looks = [
        button(say(key), f"{KIND}:{part}:{code}")
        for key, part in (
            ("part.roles", "roles"),
            ("part.chart", CHART),
            ("part.why", "why"),
            ("shared.language", LANGUAGE),
        )
    ]
    mine = button(say("shared.mine"), f"{KIND}:{MINE}:{code}", is_primary=True)
    private = action_button(say("shared.open"), "link", payload_of(core, brief, code))
    return (tuple(looks[:2]), tuple(looks[2:]), (private, mine))


@lru_cache(maxsize=1024)
def role_card(core: Core, voice: Voice, name: str, facet: str) -> Card:
    """Make the shared card of a role, the asked facet first."""
    role = core.knowledge.roles[name]
    html = _fitting(voice, RoleView(core.knowledge, role, voice).card(facet))
    asks = action_button(
        voice.say("shared.ask_role"), "link", payload(core.knowledge, name, ROLE, NO_MARK)
    )
    return Card(voice.text(role.name), voice.text(role.mission), html, "", ((asks,),))


def _fitting(voice: Voice, html: str) -> str:
    """Cut a text that is too long for one message, and say so."""
    first, *rest = pages(html)
    return f"{first}\n\n{voice.say('shared.more')}" if rest else first


def toast(core: Core, voice: Voice, data: str, brief: Brief | None) -> Toast:
    """Answer a tap below a shared card; data may be forged, then there is no brief."""
    part, code = data.removeprefix(f"{KIND}:").partition(":")[0], code_of(data)
    if brief is None or code is None or part not in (*_PRIVATE, LANGUAGE):
        return Toast(str(voice.say("shared.stale")))
    says = _note(core, voice, core.plan(brief), part)
    if says and len(says) <= MAX_TOAST:
        return Toast(says, len(says) > SHORT_TOAST)
    opened = part if part in _PRIVATE else "card"
    return Toast(opens=payload_of(core, brief, code, opened))


def _note(core: Core, voice: Voice, plan: Plan, part: str) -> str:
    """Say a part in a few words; empty where only the whole of it is of use."""
    knowledge, says = core.knowledge, Statements(core.knowledge, plan, voice)
    if part == LANGUAGE:
        return plain(f"{says.title()}\n{says.shape()}")
    if part == "why":
        form, because = voice.text(plan.form.name), voice.text(plan.choice.rule.because)
        return plain(voice.say("shared.why", form=form, because=because))
    if part != "roles":
        return ""
    order = dict.fromkeys(post.role for post in plan.posts)
    people = {count.role: count.people for count in plan.counts}
    lines = [
        voice.say("roles.line", role=voice.role(knowledge.roles[role]), count=people[role])
        for role in order
    ]
    return plain("\n".join(lines))
