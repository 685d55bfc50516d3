"""Sources in words: what a figure or a rule rests on."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from bot.words import Voice
from knowledge.knowledge import Knowledge

JUDGEMENT = "JUDGEMENT"  # the source of what is a rule of thumb


def source_line(knowledge: Knowledge, name: str, voice: Voice) -> str:
    """Name a source with its kind, which the title of a rule of thumb says already."""
    source = knowledge.sources[name]
    if source.kind == "judgement":
        return voice.text(source.title)
    kind = voice.say(f"why.kind_{source.kind}")
    return voice.say("why.source", title=voice.text(source.title), kind=kind)


def source_titles(knowledge: Knowledge, names: Iterable[str], voice: Voice) -> Markup:
    """Name sources one after another; a rule of thumb only as what it is."""
    return voice.join([_title(knowledge, name, voice) for name in names])


def _title(knowledge: Knowledge, name: str, voice: Voice) -> str:
    source = knowledge.sources[name]
    is_thumb = source.kind == "judgement"
    return voice.say("why.kind_judgement") if is_thumb else voice.text(source.title)
