"""What typst makes: scenes as PNG, and documents; it lets other threads run meanwhile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import typst

from bot.pictures.fonts import library, stack
from bot.pictures.primitives import Bar, Circle, Label, Path, Primitive, Rect, Scene
from bot.words.voice import Language

SHARPEST = 2560  # px; the longer side of what a messenger keeps
SHOWN = 1280  # px; what it shows at first
ZOOM, MOST_ZOOM = 1.6, 3.0  # a post's title has 24 px at least; packing pixels takes longest
_POINTS_AN_INCH = 72
_REMEMBERED = 10  # documents for which typst keeps what it worked out


def png(scene: Scene, language: Language, zoom: float | None = None) -> bytes:
    """Draw a picture; unless told otherwise sharper than it is shown at first, if not too large."""
    ppi = _POINTS_AN_INCH * (zoom or sharpest(scene))
    values = {
        "title": scene.title,
        "fonts": stack(language),
        "width": scene.width,
        "height": scene.height,
        "ground": scene.ground,
        "items": items(scene),
    }
    return typeset("chart.typ", {"scene": values}, format="png", ppi=ppi)


def sharpest(scene: Scene) -> float:
    """Say how much larger than its natural size a picture is drawn."""
    longer = max(scene.width, scene.height)
    return min(max(ZOOM, min(MOST_ZOOM, SHOWN / longer)), SHARPEST / longer)


def items(scene: Scene) -> list[dict[str, Any]]:
    """Say every primitive of a scene in the values `scene.typ` draws."""
    return [_item(item) for part in scene.parts for item in part.items]


def typeset(template: str, values: Mapping[str, Any], **options: Any) -> bytes:
    """Typeset a template with values, which it reads as JSON; no value becomes source text.

    Raises:
        TypeError: If a picture came out as several.
    """
    folder = str(files("bot") / "templates")
    found = typst.compile(
        f"{folder}/{template}",
        root=folder,
        font_paths=library(),
        ignore_system_fonts=True,
        sys_inputs={name: json.dumps(value) for name, value in values.items()},
        **options,
    )
    if not isinstance(found, bytes):
        raise TypeError(f"typst gave {len(found)} pages where one was asked for")
    return found


def forget_work() -> None:
    """Let typst forget what it worked out, up to 45 MB for a large report: by empty documents."""
    for _ in range(_REMEMBERED + 1):
        typst.compile(b"", format="svg", font_paths=library(), ignore_system_fonts=True)


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
