"""Stages, forms, sources, variants, units of measures, advice and shared titles."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.entry import Entry
from knowledge.knowledge import StageInfo, Titles
from knowledge.model import (
    STAGES,
    Advice,
    Ambiguity,
    Fact,
    Form,
    Source,
    Text,
    Variant,
)

PLACES = ("cn", "hk", "us")
KINDS = ("study", "book", "practice", "judgement")
TOPICS = (
    "process",
    "hiring",
    "training",
    "cadence",
    "pay",
    "quality",
    "capacity",
    "compliance",
    "structure",
)


def stages(file: Entry) -> list[StageInfo]:
    """Read the stages' names and meanings."""
    found = file.every("stage", _stage)
    for stage in STAGES:
        if stage not in [info.id for info in found]:
            file.fail(f"the stage {stage} is missing; give it a [[stage]]")
    return found


def _stage(entry: Entry) -> StageInfo:
    return StageInfo(entry.one_of("id", STAGES), entry.text("name"), entry.text("meaning"))


def forms(file: Entry) -> list[Form]:
    """Read the organisation forms."""
    return file.every("form", _form)


def _form(entry: Entry) -> Form:
    return Form(
        id=entry.string("id"),
        name=entry.text("name"),
        when=entry.text("when"),
        strengths=entry.texts("strengths"),
        weaknesses=entry.texts("weaknesses"),
        signals=entry.texts("signals"),
        sources=entry.strings("sources"),
    )


def sources(file: Entry) -> list[Source]:
    """Read the sources with the facts they support."""
    return file.every("source", _source)


def _source(entry: Entry) -> Source:
    return Source(
        id=entry.string("id"),
        kind=entry.one_of("kind", KINDS),
        title=entry.text("title"),
        url=entry.optional("url"),
        supports=tuple(entry.every("supports", _fact)),
    )


def _fact(entry: Entry) -> Fact:
    return Fact(entry.string("code"), entry.own_text())


def variants(file: Entry) -> list[Variant]:
    """Read the variants."""
    return file.every("variant", _variant)


def _variant(entry: Entry) -> Variant:
    return Variant(
        id=entry.string("id"),
        channels=entry.strings("channels"),
        group=entry.string("group"),
        name=entry.text("name"),
        note=entry.text("note"),
        sources=entry.strings("sources"),
    )


def units(file: Entry) -> dict[str, Text]:
    """Read the units of measures."""
    return dict(file.every("unit", _unit))


def _unit(entry: Entry) -> tuple[str, Text]:
    return entry.string("id"), entry.own_text()


def advice(file: Entry, channel: str) -> list[Advice]:
    """Read one channel's playbook."""
    return file.every("advice", lambda entry: _advice(entry, channel))


def _advice(entry: Entry, channel: str) -> Advice:
    return Advice(
        id=entry.string("id"),
        channel=channel,
        stages=entry.some_of("stages", STAGES),
        topic=entry.one_of("topic", TOPICS),
        place=entry.one_of("place", PLACES) if entry.has("place") else None,
        text=entry.text("text"),
        sources=entry.strings("sources"),
    )


def titles(file: Entry) -> Titles:
    """Read how shared titles and ordinary words are to be read."""
    shared = file.every("shared_title", _shared_title)
    return Titles(
        shared=tuple(title for title, _ in shared),
        cues=MappingProxyType({str(i): cues for i, (_, cues) in enumerate(shared)}),
        ordinary_words=file.strings("ordinary_words"),
        level_words=file.strings("level_words"),
        not_a_role=tuple(file.every("not_a_role", _not_a_role)),
    )


def _shared_title(entry: Entry) -> tuple[Ambiguity, Mapping[str, tuple[str, ...]]]:
    aliases = entry.strings("aliases")
    entry.name = aliases[0]
    cues = entry.word_lists("cues")
    title = Ambiguity(aliases, entry.strings("roles"), entry.text("how"))
    return title, MappingProxyType(cues)


def _not_a_role(entry: Entry) -> Ambiguity:
    names = entry.strings("titles")
    entry.name = names[0]
    return Ambiguity(names, entry.strings("nearest", required=False), entry.text("say"))
