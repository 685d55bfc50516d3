"""Ways as pictures: nothing overlaps or leaves the picture, every size stands there, on a phone."""

from __future__ import annotations

import struct
from itertools import pairwise

import pytest

from bot.core import Core
from bot.growing import path_of
from bot.pictures.growth import growth_files, scenes
from bot.pictures.primitives import Label, Rect, Scene
from bot.pictures.themes import THEMES, Theme
from bot.pictures.timeline import MOST_PAGES, TALLEST, WIDTH
from bot.views.growth import GrowthView
from bot.words.voice import LANGUAGES, Language, voice
from knowledge.brief import Brief
from knowledge.chart.measure import text_width

WAYS = [
    ("telesales", "growth", 3, 30),
    ("ecommerce", "mature", 60, 5),
    ("customer_service", "mature", 20, 1000),
    ("marketing", "growth", 8, 3),
]
SMALLEST = 14  # px of text


def _view(core: Core, way: tuple[str, str, int, int], language: Language) -> GrowthView:
    channel, stage, start, target = way
    brief = Brief(channel, stage, False, target, target, ())  # type: ignore[arg-type]
    return GrowthView(core.knowledge, path_of(core, brief, start), voice(language))


def _drawn(core: Core, way: tuple[str, str, int, int], language: Language) -> tuple[Scene, ...]:
    return scenes(_view(core, way, language), "light")


def _labels(scene: Scene) -> list[Label]:
    return [item for part in scene.parts for item in part.items if isinstance(item, Label)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[2]}-{way[3]}")
def test_everything_lies_inside_and_can_be_read(
    core: Core, way: tuple[str, str, int, int], language: Language
) -> None:
    pages = _drawn(core, way, language)
    assert len(pages) <= MOST_PAGES
    for scene in pages:
        assert scene.width == WIDTH
        assert scene.height < TALLEST + 500
        for label in _labels(scene):
            right = label.x + text_width(label.text, label.size, bold=label.is_bold)
            assert 0 <= label.x < right <= WIDTH
            assert 0 < label.y < scene.height
            assert label.size >= SMALLEST


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[2]}-{way[3]}")
def test_cards_stand_below_each_other(core: Core, way: tuple[str, str, int, int]) -> None:
    for scene in _drawn(core, way, "zh-Hans"):
        cards = [i for part in scene.parts for i in part.items if isinstance(i, Rect)]
        assert cards
        for one, other in pairwise(cards):
            assert one.y + one.height <= other.y
        assert cards[-1].y + cards[-1].height < scene.height


def test_a_picture_begins_with_today_and_ends_with_the_target(core: Core) -> None:
    (scene,) = _drawn(core, ("telesales", "growth", 3, 29), "en")
    sizes = [int(label.text) for label in _labels(scene) if label.text.isdigit()]
    assert sizes == [3, 13, 14, 15, 22, 24, 29]


def test_a_long_way_is_several_pictures_that_go_on(core: Core) -> None:
    pages = _drawn(core, ("customer_service", "mature", 20, 1000), "en")
    assert len(pages) > 1
    sizes = [int(t.text) for scene in pages for t in _labels(scene) if t.text.isdigit()]
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[-1]) == (20, 1000)


@pytest.mark.parametrize("theme", list(THEMES))
def test_a_file_is_a_picture_in_the_theme(core: Core, theme: Theme) -> None:
    view = _view(core, WAYS[3], "zh-Hant-HK")
    (file,) = growth_files(view, "png", theme)
    assert file.content.startswith(b"\x89PNG")
    assert struct.unpack_from(">I", file.content, 16)[0] > WIDTH
    (drawn,) = growth_files(view, "svg", theme)
    assert f'height="100%" fill="{THEMES[theme].ground}"' in drawn.content.decode()


def test_a_picture_says_itself_to_those_who_cannot_see_it(core: Core) -> None:
    (file,) = growth_files(_view(core, WAYS[0], "en"), "svg", "dark")
    text = file.content.decode()
    assert 'aria-label="15: First Telesales Manager"' in text
