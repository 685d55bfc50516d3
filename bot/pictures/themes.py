"""The colours of pictures, blended beforehand: programs differ in how they read transparency."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

Theme: TypeAlias = Literal["light", "dark"]
WHITE, BLACK = "#ffffff", "#000000"
HUES = (
    "#475569",  # the head, and people outside any area
    "#4f46e5",
    "#047857",
    "#b45309",
    "#be185d",
    "#0369a1",
    "#7c3aed",
    "#4d7c0f",
    "#b91c1c",
    "#0f766e",
)


@dataclass(frozen=True, slots=True)
class Colours:
    """What everything is painted in, but for what takes the colour of its department.

    `tint` and `border` are the shares of that colour in an area and its edge; `lift` is what is
    mixed into it for text.
    """

    ground: str
    card: str
    ink: str
    note: str
    line: str
    edge: str
    dotted: str
    tint: float
    border: float
    lift: tuple[str, float]


THEMES: dict[Theme, Colours] = {
    "light": Colours(
        ground="#f6f7fb",
        card="#ffffff",
        ink="#111827",
        note="#576377",
        line="#8c9bb2",
        edge="#dce2ec",
        dotted="#c2410c",
        tint=0.09,
        border=0.32,
        lift=(BLACK, 0.12),
    ),
    "dark": Colours(
        ground="#0b1020",
        card="#19233a",
        ink="#eef2ff",
        note="#a3b0c7",
        line="#5b6c8f",
        edge="#2e3b59",
        dotted="#fbbf24",
        tint=0.16,
        border=0.6,
        lift=(WHITE, 0.62),
    ),
}


@dataclass(frozen=True, slots=True)
class Shades:
    """One department's colour in every use."""

    solid: str
    accent: str
    area: str
    border: str
    pill: str
    solid_pill: str
    solid_note: str


@cache
def shades(theme: Theme, hue: int) -> Shades:
    """Mix the shades of a department; numbers beyond the last colour begin again."""
    colours = THEMES[theme]
    solid = HUES[hue if hue < len(HUES) else 1 + (hue - 1) % (len(HUES) - 1)]
    return Shades(
        solid=solid,
        accent=blend(colours.lift[0], solid, colours.lift[1]),
        area=blend(solid, colours.ground, colours.tint),
        border=blend(solid, colours.ground, colours.border),
        pill=blend(solid, colours.card, colours.tint + 0.02),
        solid_pill=blend(BLACK, solid, 0.22),
        solid_note=blend(WHITE, solid, 0.92),
    )


def blend(over: str, under: str, share: float) -> str:
    """Mix two colours, `share` of the first."""
    pairs = zip(rgb(over), rgb(under), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def rgb(colour: str) -> tuple[int, int, int]:
    """Read a colour such as `#0b1020`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
