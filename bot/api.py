"""What programs and the command line ask: plans, roles, meanings, as text and as JSON values.

The JSON shapes are stable interfaces, described by `schemas/*.json`. Nothing here raises for bad
input: an item that cannot be answered gives `{"error": one sentence}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from bot.briefs import Refused, read_brief
from bot.core import Core
from bot.exports import plan_json
from bot.render import plain
from bot.roles import answer_role
from bot.views.plan import PlanView
from bot.views.summary import table
from bot.words import Voice
from bot.words.voice import as_language, voice
from flows.script import script_of

if TYPE_CHECKING:
    from flows.meaning import Meaning

Item = Mapping[str, Any]
MAX_TEXT = 4000  # characters
_SCRIPTS = {"zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant-TW", "en": "en"}


class Api:
    """The core behind the commands."""

    def __init__(self, core: Core) -> None:
        self.core = core

    @classmethod
    def load(cls) -> Api:
        """Load the core.

        Raises:
            KnowledgeError: If the knowledge is broken.
        """
        return cls(Core.load())

    def plan(self, item: Item) -> dict[str, Any]:
        """Answer one item as a plan's JSON values."""
        speak = self._voice(item)
        brief = read_brief(self.core, item)
        if isinstance(brief, Refused):
            return {"error": str(speak.say(brief.key, **brief.values))}
        return plan_json(self.core.knowledge, self.core.plan(brief), speak)

    def plan_text(self, item: Item, part: str | None = None) -> str:
        """Answer one item as a plan's text, or one part of it.

        Raises:
            click.UsageError: If there is no plan; the message says what is missing.
        """
        speak = self._voice(item)
        brief = read_brief(self.core, item)
        if isinstance(brief, Refused):
            raise click.UsageError(str(speak.say(brief.key, **brief.values)))
        view = PlanView(self.core.knowledge, self.core.plan(brief), speak)
        return plain(view.part(part) if part else view.full())

    def ask(self, item: Item) -> dict[str, Any]:
        """Answer a question about a role."""
        text = str(item.get("text") or "")
        speak = self._voice(item)
        if not text.strip() or len(text) > MAX_TEXT:
            return {"error": str(speak.say("bad.too_long" if text.strip() else "bad.anything"))}
        return answer_role(self.core, speak, text, item.get("channel"))

    def understand(self, item: Item) -> dict[str, Any]:
        """Say what a message means."""
        text = str(item.get("text") or "")
        if len(text) > MAX_TEXT:
            return {"error": str(self._voice(item).say("bad.too_long"))}
        from flows.understand import understand  # noqa: PLC0415 - a plan needs no words

        return meaning_json(understand(self.core.lexicon, text))

    def table(self, channel: str, language: str | None) -> str:
        """Show a channel's tables for an editor.

        Raises:
            click.UsageError: If there is no such channel.
        """
        found = self.core.knowledge.channels.get(channel)
        if found is None:
            names = ", ".join(self.core.knowledge.channels)
            message = f"There is no channel {channel!r}; use one of {names}."
            raise click.UsageError(message)
        return table(self.core.knowledge, found, voice(as_language(language) or "en"))

    def _voice(self, item: Item) -> Voice:
        asked = as_language(item.get("lang"))
        script = script_of(str(item.get("text") or ""))
        return voice(asked or as_language(_SCRIPTS.get(script or "")) or "en")


def meaning_json(meaning: Meaning) -> dict[str, Any]:
    """Write a meaning as the values of the `understand` interface."""
    return {
        "intent": meaning.intent,
        "channel": meaning.channel,
        "channels": list(meaning.channels),
        "stage": meaning.stage,
        "size": _size(meaning.size),
        "current_size": _size(meaning.current_size),
        "target_size": _size(meaning.target_size),
        "variants": list(meaning.variants),
        "role": meaning.role,
        "facet": meaning.facet,
    }


def _size(size: Any) -> int | list[int] | None:
    if size is None:
        return None
    return int(size.low) if size.low == size.high else [int(size.low), int(size.high)]
