"""Two briefs compared from outside: as text, and as the JSON values of `schemas/compare.json`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.briefs import MAX_TEXT, Refused, read_brief
from bot.errors import RequestError
from bot.exports import brief_json
from bot.items import shown
from bot.refused import refusal
from bot.render import plain
from bot.views.cost import cost
from bot.views.what_if import bad_span, what_if
from flows.advice.replies import BadSpan
from flows.advice.what_if import supposed
from flows.codes import encode
from flows.draft import EMPTY, Draft
from flows.questions import from_brief
from knowledge.brief import Brief
from knowledge.compare import OwnerChange, compare
from knowledge.plan import Plan

if TYPE_CHECKING:
    from bot.core import Core
    from bot.words import Voice

_PAY = re.compile(r"\s*([^=＝]{1,60})[=＝]\s*(\d{1,9})\s*")


class CompareRequest:
    """Two teams in words; what the second leaves out is as in the first. Pay is `role=amount`."""

    def __init__(self, core: Core, voice: Voice, one: str, other: str, pay: Sequence[str]) -> None:
        """Read the request.

        Raises:
            RequestError: If a team or a pay cannot be read; says what to write instead.
        """
        self.core, self.voice = core, voice
        first = self._first(one)
        self.plans = (core.plan(first), core.plan(self._second(other, first)))
        self.pay = dict(pair for written in pay for pair in self._paid(written))

    def _first(self, text: str) -> Brief:
        brief = self._whole(text)
        if isinstance(brief, Refused):
            raise refusal(self.voice, brief.key, **brief.values)
        return self._with(text, brief) or brief

    def _second(self, text: str, first: Brief) -> Brief:
        """Read a team of its own, else what is otherwise than in the first."""
        if first.parts and (found := self._with(text, first)):
            return found
        brief = self._whole(text)
        if not isinstance(brief, Refused):
            return self._with(text, brief) or brief
        found = self._with(text, first)
        if found is None:
            raise refusal(self.voice, brief.key, **brief.values)
        return found

    def _whole(self, text: str) -> Brief | Refused:
        if len(text) > MAX_TEXT:
            return Refused("bad.too_long", {})
        _, rest = self.core.lexicon.what_if.take_spans(self.core.lexicon.fold(text))
        return read_brief(self.core, {"text": rest})

    def _with(self, text: str, brief: Brief) -> Brief | None:
        """Take over what a text says beside a brief; None if it says nothing."""
        knowledge, lexicon = self.core.knowledge, self.core.lexicon
        draft: Draft = from_brief(EMPTY, brief, encode(knowledge, brief))
        found = supposed(knowledge, lexicon, draft, brief, lexicon.fold(text))
        if isinstance(found, BadSpan):
            raise RequestError(plain(bad_span(knowledge, self.voice, found)))
        return found.brief(knowledge) if found else None

    def _paid(self, written: str) -> list[tuple[str, int]]:
        read = _PAY.fullmatch(written)
        if not read:
            raise refusal(self.voice, "what_if.bad_pay", pay=shown(written))
        lexicon = self.core.lexicon
        title = lexicon.fold(read[1].strip())
        named = {*lexicon.roles.names.values.get(title, ()), read[1].strip()}
        staffed = {count.role for plan in self.plans for count in plan.counts}
        if not (roles := sorted(named & staffed)):
            raise refusal(self.voice, "what_if.bad_pay_role", role=shown(read[1].strip()))
        return [(role, int(read[2])) for role in roles]

    def text(self) -> str:
        """Answer as text for a terminal."""
        one, other = self.plans
        return plain(what_if(self.core.knowledge, self.voice, (one, None), (other, None), self.pay))

    def json(self) -> dict[str, Any]:
        """Answer as the JSON values of `schemas/compare.json`."""
        one, other = self.plans
        found, paid = compare(one, other), cost(self.pay, one, other)
        return {
            "plans": [self._plan(plan) for plan in self.plans],
            "is_same": found.is_same,
            "roles": [
                {"role": role, "people": [before, after], "difference": after - before}
                for role, before, after in found.roles
            ],
            "owners": [_owner(change) for change in found.owners],
            "moved": [
                {"role": change.after.role, "posts": [change.before.id, change.after.id]}
                for change in found.moved
            ],
            "cost": {
                "a_month": [paid.one, paid.other],
                "difference": paid.other - paid.one,
                "roles": [
                    {"role": role, "pay": pay, "people": [before, after]}
                    for role, pay, before, after in paid.roles
                ],
                "not_counted": list(paid.missing),
            }
            if paid
            else None,
        }

    def _plan(self, plan: Plan) -> dict[str, Any]:
        return {
            "brief": brief_json(plan.brief),
            "people": plan.people,
            "layers": plan.layers,
            "leader_levels": plan.leader_levels,
            "span": list(plan.span) if plan.span else None,
            "form": {"id": plan.form.id, "name": self.voice.text(plan.form.name)},
            "functions": len(plan.coverage),
            "functions_dedicated": sum(not item.hat for item in plan.coverage),
            "warnings": len(plan.warnings),
        }


def _owner(change: OwnerChange) -> dict[str, Any]:
    both = (change.before, change.after)
    return {
        "function": change.function,
        "roles": [item.role for item in both],
        "hats": [item.hat for item in both],
    }
