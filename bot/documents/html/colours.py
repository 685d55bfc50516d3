"""The colours of pictures as variables of a style sheet, for both themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import get_args

from bot.pictures.themes import THEMES, Theme, shades

_COLOURS = ("ground", "card", "ink", "note", "line", "edge", "dotted")


def colours(hues: Iterable[int]) -> str:
    """Write the variables of both themes, and those of each area that the page has."""
    numbers = sorted({0, *hues})
    return "\n".join(rule for theme in get_args(Theme) for rule in _rules(theme, numbers)) + "\n"


def _rules(theme: Theme, hues: Iterable[int]) -> Iterator[str]:
    base = THEMES[theme]
    root = ";".join(f"--{name}:{getattr(base, name)}" for name in _COLOURS)
    yield f'[data-theme="{theme}"]{{color-scheme:{theme};{root}}}'
    for hue in hues:
        tones = shades(theme, hue)
        own = ((f.name.replace("_", "-"), getattr(tones, f.name)) for f in fields(tones))
        yield f'[data-theme="{theme}"] .h{hue}{{{";".join(f"--{n}:{c}" for n, c in own)}}}'
