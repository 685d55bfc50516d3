"""The outlines of characters, for SVG files that need no font where they are opened.

Typst draws the characters once; what it drew is kept. Opening the font in Python instead would
take a second and much memory.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from threading import Lock
from typing import NamedTuple

import typst

from bot.pictures.fonts import library, stack
from bot.words.voice import Language

UNITS = 1000  # an em, in the numbers of an outline
_MOST = 6000  # outlines that are kept, about a kilobyte each
_USES = re.compile(r'<use xlink:href="#(\w+)"')
_SHAPES = re.compile(r'<symbol id="(\w+)"[^>]*><path d="([^"]*)"')
_NUMBERS = re.compile(r"-?\d+\.\d+")
_SOURCE = b"""
#let data = json(bytes(sys.inputs.data))
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: data.fonts, size: 1000pt, top-edge: "baseline", bottom-edge: "baseline")
#for (weight, character) in data.glyphs {
  place(top + left, box(text(weight: weight, character)))
}
"""


class Glyph(NamedTuple):
    """A character in the font of a language, regular or bold."""

    language: Language
    is_bold: bool
    character: str


_known: dict[Glyph, str] = {}
_lock = Lock()


def outlines(glyphs: Iterable[Glyph]) -> Mapping[Glyph, str]:
    """Give the path of every glyph but blanks, y upwards from the baseline, in thousandths."""
    wanted = {glyph for glyph in glyphs if not glyph.character.isspace()}
    with _lock:
        missing = sorted(wanted - _known.keys())
        if len(_known) + len(missing) > _MOST:
            _known.clear()
            missing = sorted(wanted)
        for language, group in groupby(missing, key=attrgetter("language")):
            _known.update(_drawn(language, list(group)))
        return {glyph: _known[glyph] for glyph in wanted}


def _drawn(language: Language, glyphs: list[Glyph]) -> dict[Glyph, str]:
    """Let typst draw glyphs of one language, in order."""
    data = {
        "fonts": stack(language),
        "glyphs": [(600 if glyph.is_bold else 400, glyph.character) for glyph in glyphs],
    }
    drawn = typst.compile(
        _SOURCE,
        font_paths=library(),
        ignore_system_fonts=True,
        format="svg",
        sys_inputs={"data": json.dumps(data)},
    )
    text = drawn.decode() if isinstance(drawn, bytes) else drawn[0].decode()
    shapes = dict(_SHAPES.findall(text))
    paths = [_short(shapes[name]) for name in _USES.findall(text)]
    return dict(zip(glyphs, paths, strict=True))


def _short(path: str) -> str:
    return _NUMBERS.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), path)
