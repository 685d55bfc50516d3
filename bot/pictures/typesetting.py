"""Scenes as PNG and PDF, drawn by typst, which lets other threads run meanwhile."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from bot.pictures.fonts import library, stack
from bot.pictures.primitives import Bar, Circle, Label, Path, Primitive, Rect, Scene
from bot.words.voice import Language

SHARPEST = 2560  # px; the longer side of what a messenger keeps
SHOWN = 1280  # px; what it shows at first
ZOOM, MOST_ZOOM = 2.0, 3.0
_POINTS_AN_INCH = 72


def png(scene: Scene, language: Language, zoom: float | None = None) -> bytes:
    """Draw a picture; unless told otherwise at twice its size where that is not too large."""
    ppi = _POINTS_AN_INCH * (zoom or sharpest(scene))
    return _compiled((scene,), language, format="png", ppi=ppi)


def pdf(scenes: Sequence[Scene], language: Language) -> bytes:
    """Draw all pages into one file, with text that can be searched."""
    return _compiled(scenes, language, format="pdf")


def sharpest(scene: Scene) -> float:
    """Say how much larger than its natural size a picture is drawn."""
    longer = max(scene.width, scene.height)
    return min(max(ZOOM, min(MOST_ZOOM, SHOWN / longer)), SHARPEST / longer)


def _compiled(scenes: Sequence[Scene], language: Language, **options: Any) -> bytes:
    found = typst.compile(
        _template(),
        font_paths=library(),
        ignore_system_fonts=True,
        sys_inputs={"scenes": _json(scenes, language)},
        **options,
    )
    if not isinstance(found, bytes):
        raise TypeError(f"typst gave {len(found)} pages where one was asked for")
    return found


def _json(scenes: Sequence[Scene], language: Language) -> str:
    pages = [
        {
            "width": scene.width,
            "height": scene.height,
            "ground": scene.ground,
            "items": [_item(item) for part in scene.parts for item in part.items],
        }
        for scene in scenes
    ]
    return json.dumps({"title": scenes[0].title, "fonts": stack(language), "scenes": pages})


def _item(item: Primitive) -> dict[str, Any]:
    match item:
        case Label(x, y, text, size, is_bold, fill):
            weight = 600 if is_bold else 400
            return {"k": "t", "x": x, "y": y, "z": size, "f": fill, "w": weight, "t": text}
        case Rect(x, y, width, height, radius, fill, stroke):
            box = {"x": x, "y": y, "w": width, "h": height, "r": radius}
            return {"k": "r", **box, "f": fill, "s": stroke, "sw": 1, "d": None}
        case Bar(x, y, width, height, radius, fill):
            return {"k": "b", "x": x, "y": y, "w": width, "h": height, "r": radius, "f": fill}
        case Circle(x, y, radius, fill):
            return {"k": "c", "x": x, "y": y, "r": radius, "f": fill}
        case Path(commands, filled, stroke, width, dash):
            pen = {"s": stroke, "sw": width, "d": dash}
            return {"k": "p", "p": commands, "f": filled, **pen}


@cache
def _template() -> bytes:
    return (files("bot") / "templates" / "chart.typ").read_bytes()
