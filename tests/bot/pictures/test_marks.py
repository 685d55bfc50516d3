"""The chart of a checked team: boxes that findings are about are outlined, numbered, explained."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.checking import Checked, Checking
from bot.core import Core
from bot.pictures import Theme
from bot.pictures.marked import check_chart, marked_files, scenes_of
from bot.pictures.marks import INKS
from bot.pictures.primitives import Label, Path, Scene
from bot.pictures.themes import THEMES
from bot.words.voice import LANGUAGES, Language, voice
from flows.teams.told import written
from tests.bot.pictures.test_themes import LEAST_CONTRAST, contrast

THEME_NAMES: tuple[Theme, ...] = get_args(Theme)
FLOOR = (
    "1 manager, 2 team leaders, 44 agents, 2 QA, 1 trainer, 1 sales ops, 1 sales admin, "
    "team leaders also doing quality checks"
)
SHOP = "运营2 美工3 客服8 直播运营1 数据1 文案2 采购1 财务1 我自己管投放"
GAPS = "运营主管1 运营30 美工6 客服19"


def checked(core: Core, text: str, language: Language = "en") -> Checked:
    return Checking(core, voice(language)).described(text)


def told(core: Core, result: Checked) -> str:
    return written(result.team, core.plan(result.team.brief))


def drawn(core: Core, text: str, theme: Theme = "light", language: Language = "en") -> Scene:
    result = checked(core, text, language)
    chart = check_chart(core, language, result.team.brief, told(core, result))
    assert chart is not None
    (scene,) = scenes_of(core, chart, result.team.brief, theme)
    return scene


def outlined(scene: Scene, theme: Theme = "light") -> list[Path]:
    inks = {ink.solid for ink in INKS[theme].values()}
    items = (item for part in scene.parts for item in part.items)
    return [i for i in items if isinstance(i, Path) and i.stroke in inks]


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_exactly_the_boxes_that_findings_are_about_are_outlined(core: Core, theme: Theme) -> None:
    scene = drawn(core, FLOOR, theme)
    numbered = [part.about for part in scene.parts if part.about.endswith(": 1, 2")]
    assert numbered == ["Squad 1: 1, 2", "Squad 2: 1, 2"]
    assert len(outlined(scene, theme)) == len(numbered)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_has_the_numbers_and_texts_of_the_list(core: Core, language: Language) -> None:
    result = checked(core, SHOP, language)
    text = Checking(core, voice(language)).view(result, tries=False)
    chart = check_chart(core, language, result.team.brief, told(core, result))
    assert chart is not None
    listed = [str(found.number) for group in text.groups() for found in group.findings]
    assert [entry.number for entry in chart.legend()] == listed
    scene = drawn(core, SHOP, language=language)
    said = [part.about for part in scene.parts]
    assert all(f"{entry.number}: {entry.text}" in said for entry in chart.legend())


def test_findings_of_a_kind_share_the_last_line_of_the_legend(core: Core) -> None:
    result = checked(core, GAPS)
    chart = check_chart(core, "en", result.team.brief, told(core, result))
    assert chart is not None
    numbers = [entry.number for entry in chart.legend()]
    alone = [n for n in numbers if "–" not in n]
    shared = [n.split("–") for n in numbers if "–" in n]
    counted = len(alone) + sum(int(b) - int(a) + 1 for a, b in shared)
    assert shared
    assert counted == len(chart.findings)


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_marks_stand_out_and_their_numbers_can_be_read(theme: Theme) -> None:
    for ink in INKS[theme].values():
        assert contrast(ink.solid, THEMES[theme].ground) >= LEAST_CONTRAST
        assert contrast(ink.number, ink.solid) >= LEAST_CONTRAST


def test_an_empty_seat_of_the_head_is_not_counted(core: Core) -> None:
    scene = drawn(core, "运营3 客服2 地推5", language="zh-Hans")
    written_in = [i.text for p in scene.parts for i in p.items if isinstance(i, Label)]
    assert "电商团队·10人·成长期" in "".join(written_in).replace(" ", "")
    assert "行政专员" not in written_in, "a title that means no role is shown as none"


def test_every_mark_says_its_number_not_only_a_colour(core: Core) -> None:
    scene = drawn(core, SHOP)
    written_in = [i.text for p in scene.parts for i in p.items if isinstance(i, Label)]
    assert len(outlined(scene)) == 4
    for number in ("5", "6", "7", "8", "9"):
        assert written_in.count(number) >= 2, number  # on the box and in the legend


def test_nothing_is_drawn_beyond_the_edge_of_the_picture(core: Core) -> None:
    scene = drawn(core, SHOP, language="zh-Hans")
    labels = [i for p in scene.parts for i in p.items if isinstance(i, Label)]
    assert max(label.y for label in labels) <= scene.height
    assert min(label.x for label in labels) >= 0


@pytest.mark.parametrize(("format", "start"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_the_same_team_is_drawn_once(core: Core, format: str, start: bytes) -> None:
    result = checked(core, FLOOR, "zh-Hans")
    how = result.team.brief, told(core, result)
    first, again = (marked_files(core, "zh-Hans", *how, format, "dark") for _ in range(2))  # type: ignore[arg-type]
    assert first[0].content.startswith(start)
    assert again[0].content is first[0].content


def test_what_was_never_told_is_no_picture(core: Core) -> None:
    result = checked(core, FLOOR)
    with pytest.raises(LookupError):
        marked_files(core, "en", result.team.brief, "../x", "svg", "light")
