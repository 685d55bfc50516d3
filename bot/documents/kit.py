"""A hiring kit as files: Markdown to go on working with, a PDF to print, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal, TypeAlias, get_args

from bot.documents import File
from bot.documents.md import escaped
from bot.documents.pdf.values import REGIONS
from bot.pictures.fonts import drawable, printable, stack
from bot.pictures.themes import THEMES, shades
from bot.pictures.typesetting import typeset
from bot.render import render
from bot.views.kit import KitView, Sheet
from knowledge.kits import PERIODS

Format: TypeAlias = Literal["pdf", "md", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
_WORDS = {
    "title": "kit.title",
    "job": "kit.job",
    "duties": "role.duties",
    "must_haves": "kit.must_haves",
    "line": "kit.line",
    "questions": "kit.questions",
    "goals": "kit.goals",
    "day": "kit.day",
    "kpis": "kit.kpis",
    "kpi_name": "kit.kpi_name",
    "kpi_unit": "kit.kpi_unit",
    "kpi_goal": "kit.kpi_goal",
    "kpi_day": "kit.kpi_day",
    "kpi_note": "kit.kpi_note",
    "sources": "why.sources",
    "colon": "list.colon",
    "clause": "list.clause",
    "made_with": "document.made_with",
}


def kit_file(view: KitView, format: Format) -> File:
    """Make a kit's file; a PDF takes some tenths of a second, so call it in a thread."""
    writers: Mapping[str, Callable[[KitView], bytes]] = {"pdf": _pdf, "md": _md, "json": _json}
    return File(f"{view.file_name()}.{format}", writers[format](view))


def kit_json(view: KitView) -> dict[str, Any]:
    """Write a kit as the JSON values of `schemas/kit.json`."""
    sheet, known = view.sheet(), view.knowledge
    role = view.role
    below = [r.id for r in known.roles.values() if r.reports_to == role.id]
    sources = (known.sources[name] for name in view.source_ids())
    return {
        "role": {"id": role.id, "name": sheet.role, "channel": role.channel},
        "mission": sheet.mission,
        "duties": list(sheet.duties),
        "must_haves": list(sheet.must_haves),
        "reports_to": role.reports_to,
        "leads": below,
        "kpis": [{"name": name, "unit": unit} for name, unit in sheet.kpis],
        "questions": list(sheet.questions),
        "goals": [{"days": days, "items": list(items)} for days, items in sheet.goals],
        "complete": sheet.is_complete,
        "note": sheet.note,
        "alternatives": list(view.others),
        "sources": [
            {"id": s.id, "title": view.voice.text(s.title), "kind": s.kind} for s in sources
        ],
    }


def _json(view: KitView) -> bytes:
    return json.dumps(kit_json(view), ensure_ascii=False, indent=2).encode() + b"\n"


def _md(view: KitView) -> bytes:
    sheet = _each(view.sheet(), escaped)
    text = render("documents/kit.md.jinja", view.voice, sheet=sheet, days=PERIODS)
    return f"{text}\n".encode()


def _pdf(view: KitView) -> bytes:
    language, light = view.voice.language, THEMES["light"]
    sheet = _each(view.sheet(), printable if language == "en" else drawable)
    said, region = view.voice.say, REGIONS[language]
    values = {
        "sheet": {name: getattr(sheet, name) for name in Sheet.__dataclass_fields__},
        "days": PERIODS,
        "words": {name: str(said(key).unescape()) for name, key in _WORDS.items()},
        "language": region[0],
        "region": region[1],
        "fonts": stack(language),
        "ink": light.ink,
        "note": light.note,
        "edge": light.edge,
        "accent": shades("light", 1).solid,
    }
    return typeset("documents/kit.typ", {"kit": values}, format="pdf")


def _each(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    """Change every text of a sheet."""

    def changed(value: Any) -> Any:
        if isinstance(value, str):
            return change(value)
        return tuple(map(changed, value)) if isinstance(value, tuple) else value

    return replace(sheet, **{n: changed(getattr(sheet, n)) for n in Sheet.__dataclass_fields__})
