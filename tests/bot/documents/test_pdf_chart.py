"""The chart in the report: everybody is on it, and it can be read once it is printed."""

from __future__ import annotations

import pytest

from bot.core import Core
from bot.documents.contents import Contents, contents
from bot.documents.pdf.charts import SHEET, pages
from bot.words.voice import Language
from knowledge.chart.paper import LEAST_POINTS, drawn, smallest
from knowledge.model import CHANNELS
from tests.bot.documents.reports import made, missing, sheets
from tests.bot.pictures.conftest import brief
from tests.knowledge.chart.pages import posts, problems


def _assert_legible(plan: Contents) -> None:
    charts = pages(plan)
    assert posts(charts) == {post.id for post in plan.posts}
    assert [found for page in charts for found in problems(page)] == []
    for page in charts:
        box = drawn(page)
        scale = SHEET.scale(box.width, box.height)
        assert box.width * scale <= SHEET.width + 0.01
        assert box.height * scale <= SHEET.height + 0.01
        assert smallest(page) * scale >= LEAST_POINTS


@pytest.mark.parametrize("size", [1, 30, 200, 1000])
@pytest.mark.parametrize("channel", CHANNELS)
def test_the_chart_can_be_read_on_paper(core: Core, channel: str, size: int) -> None:
    _assert_legible(made(core, "en", channel, size))


@pytest.mark.long
@pytest.mark.parametrize("size", range(1, 5001, 119))
@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_charts_of_all_kinds_of_sizes_can_be_read_on_paper(
    core: Core, language: Language, channel: str, size: int
) -> None:
    _assert_legible(contents(core, language, brief(core, channel, size)))


def test_a_chart_on_several_pages_names_the_way_to_each_unit(core: Core) -> None:
    plan, found = made(core, "en", "marketing", 200), "".join(sheets(core, "en", "marketing", 200))
    overview, *units = pages(plan)
    assert len(units) > 1
    assert missing(tuple(f"{unit.title}{plan.tree.title}" for unit in units), found) == []
    assert overview.cards[0].node.title == plan.tree.title
