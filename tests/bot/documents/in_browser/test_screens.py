"""The page on desk, phone and paper, in both themes, with and without scripts."""

from __future__ import annotations

import pytest

from bot.pictures import Theme
from bot.pictures.themes import THEMES, rgb
from tests.bot.documents.browser import Tab
from tests.bot.documents.in_browser.looks import DESK, PHONE, SHOWN, ZOOM, Show


@pytest.mark.parametrize("screen", [DESK, PHONE])
@pytest.mark.parametrize("size", [1, 12, 200])
def test_a_page_is_no_wider_than_the_screen(show: Show, screen: tuple[int, int], size: int) -> None:
    tab = show("ecommerce", size, screen, language="en")
    assert tab.ask("document.documentElement.scrollWidth") == screen[0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_opens_in_the_theme_it_was_made_for(show: Show, theme: Theme) -> None:
    tab = show(theme=theme)
    assert tab.ask("document.getElementById('theme').value") == theme
    assert _ground(tab) == f"rgb{rgb(THEMES[theme].ground)}"


def test_the_reader_may_choose_the_other_theme_or_that_of_the_device(show: Show) -> None:
    tab = show()
    change = "t.dispatchEvent(new Event('change'))"
    choose = f"((t, value) => {{ t.value = value; {change}; }})(document.getElementById('theme'), "
    tab.ask(f"{choose}'dark')")
    chosen = _ground(tab)
    tab.ask(f"{choose}'system')")
    assert chosen == f"rgb{rgb(THEMES['dark'].ground)}"
    for theme in ("dark", "light"):
        tab.emulate("", **{"prefers-color-scheme": theme})
        tab.wait(f"document.documentElement.dataset.theme === '{theme}'")


def _ground(tab: Tab) -> str:
    return str(tab.ask("getComputedStyle(document.body).backgroundColor"))


def test_two_fingers_zoom_the_chart_on_a_phone(show: Show) -> None:
    tab = show(screen=PHONE)
    before = tab.ask(ZOOM)
    x, y = tab.place("#view")
    tab.touch([(x - 30, y), (x + 30, y)], [(x - 90, y), (x + 90, y)])
    assert tab.ask(ZOOM) == pytest.approx(3 * before, rel=0.05)


def test_details_come_from_below_on_a_phone_and_beside_the_chart_on_a_desk(show: Show) -> None:
    box = "document.getElementById('{}').getBoundingClientRect().{}"
    tab = show(screen=PHONE)
    tab.tap("#p10 > .area > .c")
    assert [tab.ask(box.format("panel", side)) for side in ("left", "right", "bottom")] == [
        0,
        *PHONE,
    ]
    tab = show()
    tab.click("#p10 > .area > .c")
    assert tab.ask(box.format("panel", "left")) > tab.ask(box.format("view", "right"))


def test_the_box_whose_details_are_shown_is_not_hidden_by_them_on_a_phone(show: Show) -> None:
    tab = show(screen=PHONE)
    tab.tap("#p15 > .c")
    bottom = "document.querySelector('#p15 > .c').getBoundingClientRect().bottom"
    tab.wait(f"{bottom} <= document.getElementById('panel').getBoundingClientRect().top")


def test_without_scripts_the_chart_and_the_texts_can_be_read(show: Show) -> None:
    tab = show(scripts=False)
    assert tab.ask(SHOWN) == 15
    assert tab.ask("document.querySelector('noscript p').checkVisibility()") is True
    assert tab.ask("document.getElementById('chart-tools').checkVisibility()") is False
    tab.click("#sheet-0 summary")
    assert tab.ask("document.querySelector('#sheet-0 .body').checkVisibility()") is True


def test_on_paper_there_are_all_branches_and_texts_but_no_controls(show: Show) -> None:
    tab = show()
    tab.click("#fold-all")
    tab.emulate("print")
    assert tab.ask(SHOWN) == 15
    controls = "[...document.querySelectorAll('button, input, select, nav')]"
    assert tab.ask(f"{controls}.filter(e => e.checkVisibility()).length") == 0
    assert tab.ask("getComputedStyle(document.querySelector('#p2 .c')).backgroundColor") == (
        "rgba(0, 0, 0, 0)"
    )
    bodies = "[...document.querySelectorAll('.sheet .body')]"
    assert tab.ask(f"{bodies}.every(e => e.getBoundingClientRect().height > 40)")
