"""Heat maps as pictures: all inside, readable on a phone, goal and answer where they are."""

from __future__ import annotations

import struct

import pytest

from bot.core import Core
from bot.pictures import sizing as pictures
from bot.pictures.heat import WIDTH, draw_heat
from bot.pictures.primitives import Label, Path, Rect, Scene
from bot.pictures.sizing import sizing_files
from bot.pictures.themes import THEMES, Theme
from bot.pictures.typesetting import SHOWN
from bot.views.heat import HeatView, heat_text, views
from bot.words.voice import LANGUAGES, Language, voice
from knowledge.chart.measure import text_width
from tests.knowledge.workload.told import sized

CASES: dict[str, tuple[str, dict[str, float]]] = {
    "calls": ("calls", {"calls": 100, "interval_minutes": 30, "aht_seconds": 180}),
    "a peak": ("calls", {"calls": 120, "off_peak_calls": 60, "interval_minutes": 60}),
    "chats": ("chats", {"chats": 37.5, "interval_minutes": 60}),
    "very many": ("calls", {"calls": 100_000, "aht_seconds": 60, "interval_minutes": 60}),
    "hardly any": ("chats", {"chats": 0.01}),
    "a goal never reached": ("calls", {"calls": 9, "service_level": 0.999, "answer_seconds": 0}),
    "no goal": ("calls", {"calls": 100, "service_level": 0}),
}
SMALLEST = 14  # px of text in a picture of 480
CASE = pytest.mark.parametrize("case", CASES)


def _view(core: Core, case: str, language: Language) -> HeatView:
    work, figures = CASES[case]
    (found,) = views([sized(core.knowledge, work, **figures)], voice(language))
    return found


def _labels(scene: Scene) -> list[Label]:
    return [item for part in scene.parts for item in part.items if isinstance(item, Label)]


@CASE
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_lies_inside_and_can_be_read(core: Core, case: str, language: Language) -> None:
    scene = draw_heat(_view(core, case, language), "light")
    assert scene.width == WIDTH
    assert scene.height <= 2 * WIDTH
    for label in _labels(scene):
        right = label.x + text_width(label.text, label.size, bold=label.is_bold)
        assert 0 <= label.x < right <= WIDTH
        assert 0 < label.y < scene.height
        assert label.size >= SMALLEST


@CASE
def test_a_figure_stands_inside_its_cell(core: Core, case: str) -> None:
    scene = draw_heat(_view(core, case, "en"), "dark")
    rows = [part for part in scene.parts if part.about]
    assert rows
    for row in rows:
        cells = [item for item in row.items if isinstance(item, Rect)]
        texts = [item for item in row.items if isinstance(item, Label)][1:]
        for cell, text in zip(cells, texts, strict=True):
            width = text_width(text.text, text.size, bold=text.is_bold)
            assert cell.x <= text.x < text.x + width <= cell.x + cell.width
            assert cell.y < text.y < cell.y + cell.height


@CASE
def test_the_goal_is_met_below_its_line_and_only_there(core: Core, case: str) -> None:
    view = _view(core, case, "en")
    for column, first in enumerate(view.line()):
        met = [row.cells[column].judged != "missed" for row in view.rows()]
        assert met == [False] * first + [True] * (len(met) - first)


def test_the_answer_is_framed(core: Core) -> None:
    view = _view(core, "calls", "en")
    scene = draw_heat(view, "light")
    (bold,) = [label for label in _labels(scene) if label.is_bold and label.text.endswith("%")]
    (frame,) = [
        item
        for part in scene.parts
        for item in part.items
        if isinstance(item, Path) and item.commands[-1] == ("Z",)
    ]
    xs, ys = ([float(c[n]) for c in frame.commands[:-1]] for n in (1, 2))
    assert min(xs) < bold.x < max(xs)
    assert min(ys) < bold.y < max(ys)
    assert bold.text == "88%"


def test_a_missed_goal_never_looks_met(core: Core) -> None:
    """79.6 % is no 80 %."""
    (row,) = [row for row in _view(core, "calls", "en").rows() if row.label == "13"]
    assert row.cells[3].text == "79%"
    assert row.cells[3].judged == "missed"


def test_people_who_are_too_busy_have_a_colour_of_their_own(core: Core) -> None:
    view = _view(core, "very many", "zh-Hans")
    assert [judged for judged, _ in view.legend()] == ["fits", "busy", "missed"]


@pytest.mark.parametrize("theme", list(THEMES))
def test_a_picture_is_as_wide_as_a_phone_shows_it(core: Core, theme: Theme) -> None:
    view = _view(core, "a peak", "zh-Hant-HK")
    (file,) = sizing_files([view], "png", theme)
    assert file.name == "orgwright-calls-16.png"
    assert struct.unpack_from(">I", file.content, 16)[0] == SHOWN
    (drawn,) = sizing_files([view], "svg", theme)
    assert f'fill="{THEMES[theme].ground}"' in drawn.content.decode()
    assert 'aria-label="16: 60 99%, ' in drawn.content.decode()


def test_a_picture_that_was_drawn_lately_is_not_drawn_again(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first,) = sizing_files([_view(core, "chats", "en")], "png", "light")
    monkeypatch.setattr(pictures, "png", None)
    (again,) = sizing_files([_view(core, "chats", "en")], "png", "light")
    assert again == first


@CASE
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_picture_can_be_shown_a_table_says_the_same(
    core: Core, case: str, language: Language
) -> None:
    view = _view(core, case, language)
    rows = view.table().split("\n")[1:]
    assert [row for row in rows if row.startswith("→")] == [
        row for row, one in zip(rows, view.rows(), strict=True) if one.is_answer
    ]
    for row, one in zip(rows, view.rows(), strict=True):
        assert row[1:].split() == [one.label, *(cell.text for cell in one.cells)]
    assert len(heat_text(view)) < 2000
