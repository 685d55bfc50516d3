"""The charts of real plans are sound and legible, in every language and size."""

from __future__ import annotations

import pytest

from bot.core import Core
from bot.pictures import pages
from bot.words import LANGUAGES, Language
from knowledge.chart.album import MOST_PAGES, is_legible
from knowledge.model import CHANNELS
from tests.bot.pictures.conftest import brief
from tests.knowledge.chart.pages import posts, problems

SIZES = (1, 2, 5, 12, 25, 55, 90, 130, 200, 350, 1000)
HUGE = (2200, 5000)


def _assert_sound(core: Core, language: Language, channel: str, size: int) -> None:
    asked = brief(core, channel, size)
    drawn = pages(core, language, asked)
    assert 1 <= len(drawn) <= MOST_PAGES
    assert posts(drawn) == {post.id for post in core.plan(asked).posts}
    assert [found for page in drawn for found in problems(page)] == []
    assert [page.title for page in drawn if not is_legible(page, size)] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_is_sound_and_legible_on_a_phone(
    core: Core, language: Language, channel: str, size: int
) -> None:
    _assert_sound(core, language, channel, size)


@pytest.mark.parametrize("size", HUGE)
@pytest.mark.parametrize("channel", CHANNELS)
def test_the_largest_teams_are_legible_too(core: Core, channel: str, size: int) -> None:
    _assert_sound(core, "en", channel, size)


@pytest.mark.long
@pytest.mark.parametrize("size", range(1, 5001, 83))
@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_of_all_kinds_of_sizes_are_sound(
    core: Core, language: Language, channel: str, size: int
) -> None:
    _assert_sound(core, language, channel, size)


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_name_on_a_chart_is_cut_off(core: Core, channel: str) -> None:
    for language in LANGUAGES:
        for page in pages(core, language, brief(core, channel, 200)):
            texts = [text.text for card in page.cards for text in card.texts]
            assert [text for text in texts if text.endswith("…")] == []


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_picture_of_a_small_team_shows_names_at_15_pixels(core: Core, channel: str) -> None:
    for size in (5, 12, 55, 120, 200):
        for page in pages(core, "en", brief(core, channel, size)):
            titles = [card.texts[0].size for card in page.cards]
            assert min(titles) * min(1, 1280 / max(page.width, page.height)) >= 15


def test_from_about_120_boxes_on_there_is_an_overview_first(core: Core) -> None:
    first, *rest = pages(core, "zh-Hans", brief(core, "customer_service", 1000))
    assert first.texts[0].text == f"1/{len(rest) + 1}"
    assert first.title == "客服团队·1000 人·成熟期"
    assert rest[0].title == "客服经理 1"
    assert any(card.kind == "summary" for card in first.cards)
