"""Colours: text stands out from what it is written on, in both themes."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.pictures import Theme
from bot.pictures.themes import HUES, THEMES, WHITE, blend, rgb, shades

THEME_NAMES: tuple[Theme, ...] = get_args(Theme)
LEAST_CONTRAST = 4.5  # WCAG 2.2, level AA for text


def _light(colour: str) -> float:
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(channel, rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """Measure the contrast of two colours as WCAG does, 1 to 21."""
    low, high = sorted((_light(a), _light(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_text_stands_out_from_cards_and_ground(theme: Theme) -> None:
    colours = THEMES[theme]
    for under in (colours.ground, colours.card):
        assert contrast(colours.ink, under) >= 10
        assert contrast(colours.note, under) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("hue", range(len(HUES)))
def test_text_stands_out_from_the_colour_of_its_department(theme: Theme, hue: int) -> None:
    tones = shades(theme, hue)
    assert contrast(WHITE, tones.solid) >= LEAST_CONTRAST
    assert contrast(tones.solid_note, tones.solid) >= 4.2
    assert contrast(WHITE, tones.solid_pill) >= LEAST_CONTRAST
    assert contrast(tones.accent, tones.pill) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_lines_can_be_seen_on_ground_and_areas(theme: Theme) -> None:
    colours = THEMES[theme]
    for hue in range(len(HUES)):
        assert contrast(colours.line, shades(theme, hue).area) >= 2
        assert contrast(colours.dotted, shades(theme, hue).area) >= 3


def test_departments_beyond_the_last_colour_begin_again_but_not_with_the_heads() -> None:
    assert shades("light", len(HUES)).solid == HUES[1]
    assert shades("light", 2 * len(HUES) - 2).solid == HUES[-1]


def test_blending_half_is_in_the_middle() -> None:
    assert blend("#000000", "#ffffff", 0.5) == "#808080"
