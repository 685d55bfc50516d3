"""The draft: a brief with holes, and where the conversation stands.

`brief()` is the only door to a `Brief`. A draft is stored as versioned JSON; every past version
loads.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias

from flows.codes import decode
from flows.meaning import Asked
from flows.shelf import EMPTY_SHELF, OWN, TOKEN, Shelf
from knowledge.brief import PARTS, Brief, Part
from knowledge.company.variants import with_variants
from knowledge.growth.figures import Told
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY, STAGES, Stage
from knowledge.own_spans import led_roles

VERSION = 1
Slot: TypeAlias = Asked


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known so far, None where it was not said yet.

    `language` was chosen by the person, `heard` is the one last written in. `now` is how many
    people there are while `size` is how many there shall be. `unsure` are the sizes that may be
    meant where the size is asked for because it was not clear. `asked` is the open question;
    `trail` the slots answered so far, oldest first, for Back; `plan` the code of the last plan
    shown; `role` the role last talked about. `spans` are as in a brief. `pending` is what the next
    message may settle beside the questions: `delete`, or `wrong:` and the answer that somebody
    finds wrong. `sized` is the workload reckoned last, as `flows.sizing.workloads` writes it.
    `told` is a team to be checked that waits for what its titles mean. `way` is the way to another
    size shown last, `CODE:START.TARGET`; `pace` the figures of months that were told.
    `parts` are those of a company with their people [people].
    """

    language: str | None
    heard: str | None
    channel: str | None
    stage: Stage | None
    stage_assumed: bool
    size: int | None
    size_low: int | None
    now: int | None
    unsure: tuple[str, ...]
    variants: tuple[str, ...] | None
    asked: Slot | None
    trail: tuple[Slot, ...]
    plan: str | None
    role: str | None
    pending: str | None
    told: str | None
    way: str | None
    pace: Told
    spans: tuple[tuple[str, int], ...]
    sized: str | None
    parts: tuple[tuple[str, int], ...]
    shelf: Shelf = field(default=EMPTY_SHELF, compare=False)

    @property
    def channels(self) -> tuple[str, ...]:
        """The channel, or those of a company's parts; none where nothing is known."""
        if self.channel == COMPANY:
            return tuple(channel for channel, _ in self.parts)
        return (self.channel,) if self.channel else ()

    @property
    def only_channel(self) -> str | None:
        """The one channel that is talked about; a company has none."""
        return None if self.channel == COMPANY else self.channel

    def brief(self, knowledge: Knowledge) -> Brief | None:
        """Give the brief once nothing is missing; a missing stage is proposed from the size."""
        if self.channel is None or self.size is None:
            return None
        if self.channel == COMPANY:
            return self._company(knowledge, self.size)
        stage = self.stage or knowledge.team(self.channel).stage_for(self.size)
        offered = {variant.id for variant in knowledge.variants_of(self.channel)}
        return Brief(
            channel=self.channel,
            stage=stage,
            stage_assumed=self.stage is None,
            size=self.size,
            size_low=self.size_low or self.size,
            variants=tuple(sorted(set(self.variants or ()) & offered)),
            spans=self.spans,
        )

    def _company(self, knowledge: Knowledge, size: int) -> Brief | None:
        """Give the brief of a company once its parts are known; it has one size, no range."""
        if not self.parts:
            return None
        stage = self.stage or knowledge.company.stage_for(size)
        parts = tuple(Part(channel, people) for channel, people in self.parts)
        is_assumed = self.stage is None
        brief = Brief(COMPANY, stage, is_assumed, size, size, (), spans=self.spans, parts=parts)
        return with_variants(knowledge, brief, self.variants or ())

    def find(self, knowledge: Knowledge, code: str) -> Brief | None:
        """Give the brief of a code; None for one that is none, or not for this person."""
        return self.shelf.brief_of(knowledge, code)

    def current(self, knowledge: Knowledge) -> Brief | None:
        """Give the brief of the plan shown last."""
        return self.shelf.brief_of(knowledge, self.plan)

    def is_current(self, knowledge: Knowledge) -> bool:
        """Tell whether what is known asks for the plan shown last."""
        shown, extra = self.current(knowledge), self.shelf.added(self.plan)
        if shown is None:
            return False
        low, size = max(1, shown.size_low + extra), shown.size + extra
        return replace(shown, edits=(), size=size, size_low=low) == self.brief(knowledge)

    def without(self, slot: Slot) -> Draft:
        """Forget the answer to one question."""
        match slot:
            case "stage":
                return replace(self, stage=None, stage_assumed=False)
            case "size":
                return replace(self, size=None, size_low=None, now=None, unsure=())
            case "variant":
                return replace(self, variants=None)
            case _:
                return replace(self, channel=None, variants=None, spans=(), parts=())

    def waiting(self, pending: str | None) -> Draft:
        """Wait for something else beside the questions, or for nothing."""
        return self if pending == self.pending else replace(self, pending=pending)

    def dump(self) -> str:
        """Write the draft as JSON."""
        values = {name: getattr(self, name) for name in _FIELDS}
        return json.dumps({"version": VERSION, **values}, ensure_ascii=False)


_FIELDS = tuple(f.name for f in fields(Draft) if f.name != "shelf")
EMPTY = Draft(
    language=None,
    heard=None,
    channel=None,
    stage=None,
    stage_assumed=False,
    size=None,
    size_low=None,
    now=None,
    unsure=(),
    variants=None,
    asked=None,
    trail=(),
    plan=None,
    role=None,
    pending=None,
    told=None,
    way=None,
    pace=(),
    spans=(),
    sized=None,
    parts=(),
)
_EMPTY_VALUES = {name: getattr(EMPTY, name) for name in _FIELDS}


def blank(draft: Draft) -> Draft:
    """Forget everything of a draft but the language."""
    return replace(EMPTY, language=draft.language, heard=draft.heard, shelf=draft.shelf)


def recognised(knowledge: Knowledge, draft: Draft) -> Draft:
    """Forget what the knowledge does not know any more: an older version may have stored it."""
    if draft.channel is not None and not _is_known(knowledge, draft):
        draft = draft.without("channel")
    channel = knowledge.channels.get(draft.channel or "")
    led = led_roles(channel) if channel else tuple(knowledge.roles)
    variants = draft.variants and tuple(v for v in draft.variants if v in knowledge.variants)
    is_code = draft.plan is not None and draft.plan[:1] not in (OWN, TOKEN)
    asks_nobody = draft.asked == "variant" and draft.channel is None
    return replace(
        draft,
        asked=None if asks_nobody else draft.asked,
        stage=draft.stage if draft.stage in STAGES else None,
        stage_assumed=draft.stage_assumed and draft.stage in (None, *STAGES),
        variants=variants,
        spans=tuple(span for span in draft.spans if span[0] in led),
        plan=None if is_code and decode(knowledge, draft.plan or "") is None else draft.plan,
        role=draft.role if draft.role in knowledge.roles else None,
    )


def _is_known(knowledge: Knowledge, draft: Draft) -> bool:
    """Tell whether there is such a channel, or all channels of such a company."""
    if draft.channel == COMPANY:
        return all(channel in PARTS for channel, _ in draft.parts)
    return draft.channel in knowledge.channels


def load_draft(body: str | None, shelf: Shelf = EMPTY_SHELF) -> Draft:
    """Read a stored draft of this or an earlier version; nothing stored is the empty draft.

    Args:
        body: What was stored.
        shelf: The plans that its person can reach.

    Raises:
        ValueError: If the draft was written by a newer version of the program.
    """
    if body is None:
        return replace(EMPTY, shelf=shelf)
    stored: dict[str, Any] = json.loads(body)
    version = stored.pop("version")
    if version > VERSION:
        msg = f"the draft has version {version}, this program knows {VERSION}"
        raise ValueError(msg)
    values = {key: _frozen(value) for key, value in stored.items() if key in _EMPTY_VALUES}
    return Draft(**{**_EMPTY_VALUES, **values}, shelf=shelf)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
