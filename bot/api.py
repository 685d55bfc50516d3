"""What programs and the command line ask: plans, roles, meanings, as text and as JSON values.

The JSON shapes are stable interfaces, described by `schemas/*.json`. Whatever cannot be answered
raises `RequestError`, whose message is one line that says what to write instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.briefs import MAX_TEXT, Refused, read_brief, refuse_unknown_channel
from bot.core import Core
from bot.exports import plan_json
from bot.items import BRIEF, QUESTION, Item, checked
from bot.refused import refusal
from bot.render import plain
from bot.roles import answer_role
from bot.views.plan import PlanView
from bot.views.summary import table
from bot.words import Voice
from bot.words.voice import as_language, voice
from flows.clues import Clue, clues
from flows.meaning import Meaning
from flows.sums.sizes import PeopleRange
from flows.text.script import script_of
from flows.understand import understand
from knowledge.brief import Brief
from knowledge.model import COMPANY

if TYPE_CHECKING:
    from bot.documents import File, Format
    from bot.pictures import Theme

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
        """Answer one item as a plan's JSON values.

        Raises:
            RequestError: If there is no plan; says what is missing or wrong.
        """
        brief, speak = self._brief(item)
        return plan_json(self.core.knowledge, self.core.plan(brief), speak)

    def plan_text(self, item: Item, part: str | None = None) -> str:
        """Answer one item as a plan's text, or one part of it.

        Raises:
            RequestError: If there is no plan; says what is missing or wrong.
        """
        brief, speak = self._brief(item)
        view = PlanView(self.core.knowledge, self.core.plan(brief), speak)
        return plain(view.part(part) if part else view.full())

    def plan_files(self, item: Item, format: Format, theme: Theme) -> tuple[File, ...]:
        """Answer one item as files.

        Raises:
            RequestError: If there is no plan; says what is missing or wrong.
        """
        from bot.documents import make  # noqa: PLC0415 - brings what draws and typesets

        brief, speak = self._brief(item)
        return make(self.core, speak.language, brief, format, theme)

    def ask(self, item: Item) -> dict[str, Any]:
        """Answer a question about a role.

        Raises:
            RequestError: If there is no question that can be read.
        """
        text, channel, speak = self._question(item)
        return answer_role(self.core, speak, text, channel)

    def understand(self, item: Item) -> dict[str, Any]:
        """Say what a message means.

        Raises:
            RequestError: If there is no message that can be read.
        """
        text, channel, _ = self._question(item)
        return meaning_json(understand(self.core.lexicon, text, channel=channel))

    def clues(self, item: Item) -> tuple[Clue, ...]:
        """Say which words of a message told what.

        Raises:
            RequestError: If there is no message that can be read.
        """
        text, channel, _ = self._question(item)
        return clues(self.core.lexicon, text, understand(self.core.lexicon, text, channel=channel))

    def table(self, channel: str, language: str | None) -> str:
        """Show the tables of a channel or of the company for an editor.

        Raises:
            RequestError: If there is no such channel.
        """
        speak = voice(as_language(language) or "en")
        if channel != COMPANY and (refused := refuse_unknown_channel(self.core, channel)):
            raise refusal(speak, refused.key, **refused.values)
        return table(self.core.knowledge, self.core.knowledge.team(channel), speak)

    def _brief(self, item: Item) -> tuple[Brief, Voice]:
        item = checked(item, BRIEF)
        speak = speaker(item)
        brief = read_brief(self.core, item)
        if isinstance(brief, Refused):
            raise refusal(speak, brief.key, **brief.values)
        return brief, speak

    def _question(self, item: Item) -> tuple[str, str | None, Voice]:
        item = checked(item, QUESTION)
        speak = speaker(item)
        text: str = item.get("text") or ""
        channel: str | None = item.get("channel")
        if refused := refuse_unknown_channel(self.core, channel) or _unreadable(text):
            raise refusal(speak, refused.key, **refused.values)
        return text, channel, speak


def _unreadable(text: str) -> Refused | None:
    if not text.strip():
        return Refused("bad.anything", {})
    return Refused("bad.too_long", {}) if len(text) > MAX_TEXT else None


def speaker(item: Item) -> Voice:
    """Speak the language asked for, else that of the text, else of a size in words."""
    typed = (item.get("text"), item.get("size"))
    scripts = (script_of(words) for words in typed if isinstance(words, str))
    said = next((_SCRIPTS[script] for script in scripts if script), None)
    return voice(as_language(item.get("lang")) or as_language(said) or "en")


def meaning_json(meaning: Meaning) -> dict[str, Any]:
    """Write a meaning as the values of the `understand` interface.

    A doubtful size is not told: `unsure` lists those that may be meant, what words tell first.
    """
    sizes = (meaning.size, meaning.current_size, meaning.target_size)
    size, current, target = (None, None, None) if meaning.unsure else sizes
    unsure = {"unsure": [_size(size) for size in meaning.unsure]} if meaning.unsure else {}
    return {
        "intent": meaning.intent,
        "channel": meaning.channel,
        "channels": list(meaning.channels),
        "stage": meaning.stage,
        "size": _size(size),
        "current_size": _size(current),
        "target_size": _size(target),
        "variants": list(meaning.variants),
        "role": meaning.role,
        "facet": meaning.facet,
        **unsure,
    }


def _size(size: PeopleRange | None) -> int | list[int] | None:
    if size is None:
        return None
    return size.low if size.low == size.high else [size.low, size.high]
