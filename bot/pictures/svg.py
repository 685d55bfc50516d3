"""Scenes as SVG: text as outlines, so that a file looks the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.pictures.outlines import UNITS, Glyph, outlines
from bot.pictures.primitives import Bar, Circle, Label, Path, Rect, Scene
from bot.render import template
from bot.words.voice import Language
from knowledge.chart.measure import text_width


def svg(scene: Scene, language: Language) -> bytes:
    """Write a picture as an SVG file."""
    labels = [item for part in scene.parts for item in part.items if isinstance(item, Label)]
    glyphs = {Glyph(language, t.is_bold, c) for t in labels for c in t.text}
    paths = outlines(glyphs)
    names = {glyph: f"g{i}" for i, glyph in enumerate(sorted(paths))}
    written = _Writer(language, names)
    text = template("chart.svg.jinja").render(
        scene=scene,
        language=language,
        outlines=[(names[glyph], path) for glyph, path in sorted(paths.items())],
        parts=[(part.about, [written.item(i) for i in part.items]) for part in scene.parts],
    )
    return text.encode()


class _Writer:
    """Turns primitives into the numbers the template writes down."""

    def __init__(self, language: Language, names: dict[Glyph, str]) -> None:
        self.language: Language = language
        self.names = names

    def item(self, item: Rect | Bar | Circle | Path | Label) -> dict[str, object]:
        """Say what kind of element a primitive is, and its attributes."""
        match item:
            case Label():
                return {
                    "kind": "text",
                    "x": _number(item.x),
                    "y": _number(item.y),
                    "scale": _number(item.size / UNITS, 4),
                    "fill": item.fill,
                    "glyphs": list(self._glyphs(item)),
                }
            case Path():
                d = " ".join(_command(command) for command in item.commands)
                return {"kind": "path", "d": d, **_pen(item)}
            case Bar():
                return {"kind": "path", "d": _bar(item), "fill": item.fill, "stroke": None}
            case Circle():
                return {"kind": "circle", **_numbers(item._asdict())}
            case Rect():
                return {"kind": "rect", **_numbers(item._asdict())}

    def _glyphs(self, label: Label) -> Iterator[tuple[str, int]]:
        x = 0.0
        for character in label.text:
            glyph = Glyph(self.language, label.is_bold, character)
            if glyph in self.names:
                yield self.names[glyph], round(x)
            x += text_width(character, UNITS, bold=label.is_bold)


def _pen(path: Path) -> dict[str, object]:
    dash = " ".join(_number(v) for v in path.dash) if path.dash else None
    return {"fill": path.fill, "stroke": path.stroke, "width": _number(path.width), "dash": dash}


def _bar(bar: Bar) -> str:
    """Draw round corners at the left only."""
    r, right = bar.radius, _number(bar.x + bar.width)
    top, bottom = _number(bar.y), _number(bar.y + bar.height)
    left, inner = _number(bar.x), _number(bar.x + r)
    down, up = _number(bar.y + r), _number(bar.y + bar.height - r)
    return (
        f"M{right} {top}L{inner} {top}Q{left} {top} {left} {down}"
        f"L{left} {up}Q{left} {bottom} {inner} {bottom}L{right} {bottom}Z"
    )


def _command(command: Sequence[str | float]) -> str:
    letter, *places = command
    return str(letter) + " ".join(_number(float(place)) for place in places)


def _numbers(values: dict[str, object]) -> dict[str, object]:
    return {k: _number(v) if isinstance(v, int | float) else v for k, v in values.items()}


def _number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") if value else "0"
