"""Documents: a plan as files people forward, print, and open in other programs."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from bot.core import Core
from bot.documents.contents import Contents, contents
from bot.exports import plan_json
from bot.pictures import Format as PictureFormat
from bot.pictures import Theme, draw
from bot.render import plain
from bot.views.growth import GrowthView
from bot.words.voice import Language, Voice, voice
from knowledge.brief import Brief

DocumentFormat: TypeAlias = Literal["pdf", "html", "xlsx", "csv", "mermaid", "dot", "md"]
Format: TypeAlias = PictureFormat | DocumentFormat | Literal["json"]
PICTURES: tuple[PictureFormat, ...] = get_args(PictureFormat)
FORMATS: tuple[Format, ...] = (*PICTURES, *get_args(DocumentFormat), "json")
_Writer: TypeAlias = Callable[[Contents, Theme], bytes]
_ENDINGS = {"mermaid": "mmd", "dot": "gv"}


@dataclass(frozen=True, slots=True)
class File:
    """A file under the name a person would give it, in the language of the plan."""

    name: str
    content: bytes


def make(
    core: Core, language: Language, brief: Brief, format: Format, theme: Theme = "light"
) -> tuple[File, ...]:
    """Make the file of a brief's plan; pictures of a large team are several.

    Call it in a thread: a large plan takes up to some seconds.
    """
    name = file_name(core, voice(language), brief)
    if format == "json":
        values = plan_json(core.knowledge, core.plan(brief), voice(language))
        text = json.dumps(values, ensure_ascii=False, indent=2)
        return (File(f"{name}.json", text.encode() + b"\n"),)
    if format == "png" or format == "svg":  # noqa: PLR1714 - so the type checker follows
        drawn = draw(core, language, brief, theme=theme, format=format)
        names = [f"{name}-{n}" for n in range(1, len(drawn) + 1)] if len(drawn) > 1 else [name]
        return tuple(File(f"{n}.{format}", d.content) for n, d in zip(names, drawn, strict=True))
    content = _writer(format)(contents(core, language, brief), theme)
    return (File(f"{name}.{_ENDINGS.get(format, format)}", content),)


def make_way(
    core: Core, language: Language, brief: Brief, format: DocumentFormat, way: GrowthView
) -> tuple[File, ...]:
    """Make the file of a way with the plan at its end; call it in a thread, like `make`."""
    made = contents(core, language, brief, way)
    return (
        File(
            f"{plain(way.file_name())}.{_ENDINGS.get(format, format)}",
            _writer(format)(made, "light"),
        ),
    )


def file_name(core: Core, speak: Voice, brief: Brief) -> str:
    """Name a plan's files, without ending, in the reader's language."""
    channel, stage = core.knowledge.team(brief.channel), core.knowledge.stages[brief.stage]
    names = {"channel": speak.text(channel.name), "stage": speak.text(stage.name)}
    if brief.parts:
        name = speak.say("company.file", size=core.plan(brief).people, stage=names["stage"])
        return str(name.unescape())
    return str(speak.say("file.name", size=core.plan(brief).people, **names).unescape())


def _writer(format: DocumentFormat) -> _Writer:
    """Load a writer when it is first needed; some bring large libraries."""
    write: _Writer = importlib.import_module(f"bot.documents.{format}").write
    return write
