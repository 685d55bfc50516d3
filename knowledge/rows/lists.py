"""Stages, forms, sources, variants, units of measures, advice and shared titles."""

from __future__ import annotations

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
    found = []
    for entry in file.entries("stage"):
        stage = StageInfo(entry.one_of("id", STAGES), entry.text("name"), entry.text("meaning"))
        entry.finish()
        found.append(stage)
    file.finish()
    return found


def forms(file: Entry) -> list[Form]:
    """Read the organisation forms."""
    found = []
    for entry in file.entries("form"):
        form = Form(
            id=entry.string("id"),
            name=entry.text("name"),
            when=entry.text("when"),
            strengths=entry.texts("strengths"),
            weaknesses=entry.texts("weaknesses"),
            signals=entry.texts("signals"),
            sources=entry.strings("sources"),
        )
        entry.finish()
        found.append(form)
    file.finish()
    return found


def sources(file: Entry) -> list[Source]:
    """Read the sources with the facts they support."""
    found = []
    for entry in file.entries("source"):
        source = Source(
            id=entry.string("id"),
            kind=entry.one_of("kind", KINDS),
            title=entry.text("title"),
            url=entry.optional("url"),
            supports=tuple(_fact(fact) for fact in entry.entries("supports")),
        )
        entry.finish()
        found.append(source)
    file.finish()
    return found


def _fact(entry: Entry) -> Fact:
    fact = Fact(entry.string("code"), Text(entry.string("en"), entry.string("zh")))
    entry.finish()
    return fact


def variants(file: Entry) -> list[Variant]:
    """Read the variants."""
    found = []
    for entry in file.entries("variant"):
        variant = Variant(
            id=entry.string("id"),
            channels=entry.strings("channels"),
            group=entry.string("group"),
            name=entry.text("name"),
            note=entry.text("note"),
            sources=entry.strings("sources"),
        )
        entry.finish()
        found.append(variant)
    file.finish()
    return found


def units(file: Entry) -> dict[str, Text]:
    """Read the units of measures."""
    found = {}
    for entry in file.entries("unit"):
        found[entry.string("id")] = Text(entry.string("en"), entry.string("zh"))
        entry.finish()
    file.finish()
    return found


def advice(file: Entry, channel: str) -> list[Advice]:
    """Read one channel's playbook."""
    found = []
    for entry in file.entries("advice"):
        piece = Advice(
            id=entry.string("id"),
            channel=channel,
            stages=tuple(s for s in STAGES if s in entry.strings("stages")),
            topic=entry.one_of("topic", TOPICS),
            place=entry.optional("place"),
            text=entry.text("text"),
            sources=entry.strings("sources"),
        )
        entry.finish()
        found.append(piece)
    file.finish()
    return found


def titles(file: Entry) -> Titles:
    """Read how shared titles and ordinary words are to be read."""
    shared, cues = [], {}
    for number, entry in enumerate(file.entries("shared_title"), 1):
        aliases = entry.strings("aliases")
        entry.name = aliases[0]
        shared.append(Ambiguity(aliases, entry.strings("roles"), entry.text("how")))
        entry.has("cues")
        given = entry.table.get("cues", {})
        cues[str(number - 1)] = MappingProxyType({r: tuple(w) for r, w in given.items()})
        entry.finish()
    found = Titles(
        shared=tuple(shared),
        cues=MappingProxyType(cues),
        ordinary_words=file.strings("ordinary_words"),
        level_words=file.strings("level_words"),
        not_a_role=tuple(map(_not_a_role, file.entries("not_a_role"))),
    )
    file.finish()
    return found


def _not_a_role(entry: Entry) -> Ambiguity:
    titles_ = entry.strings("titles")
    entry.name = titles_[0]
    found = Ambiguity(titles_, entry.strings("nearest", required=False), entry.text("say"))
    entry.finish()
    return found
