"""Searching the page: what is found, marked, counted, opened, and gone to."""

from __future__ import annotations

from tests.bot.documents.browser import SHIFT
from tests.bot.documents.in_browser.looks import FOCUS, FOUND, HITS, SHOWN, Show, search


def test_a_search_marks_and_counts_the_boxes_that_hold_the_word(show: Show) -> None:
    tab = show()
    search(tab, "电销专员")
    boxes = "[...document.querySelectorAll('#tree li[id]')]"
    holding = (
        f"{boxes}.filter(e => e.querySelector('.t').textContent === '电销专员').map(e => e.id)"
    )
    assert tab.ask(HITS) == tab.ask(holding)
    assert tab.ask(FOUND) == "找到 4 处"
    assert tab.ask("document.getElementById('found').ariaLive") == "polite"


def test_a_search_for_work_finds_who_answers_for_it_and_says_so_on_the_card(show: Show) -> None:
    tab = show()
    search(tab, "提成")
    assert tab.ask(HITS) == ["p13"]
    assert tab.ask("document.querySelector('#p13 .why').textContent") == "提成核算与激励"


def test_a_search_for_a_unit_finds_everybody_in_it(show: Show) -> None:
    tab = show()
    search(tab, "电销2组")
    assert tab.ask(HITS) == ["p4", "p5"]


def test_a_search_for_what_is_not_there_says_so(show: Show) -> None:
    tab = show()
    search(tab, "飞行员")
    assert (tab.ask(HITS), tab.ask(FOUND)) == ([], "没找到，换个词试试。")


def test_enter_goes_from_hit_to_hit_and_back(show: Show) -> None:
    tab = show()
    search(tab, "电销专员")
    now = "document.querySelector('.now').closest('li').id"
    tab.press("Enter")
    first = tab.ask(now)
    tab.press("Enter")
    second = tab.ask(now)
    tab.press("Enter", SHIFT)
    assert (first, second, tab.ask(now)) == ("p3", "p5", "p3")
    assert tab.ask(FOUND).startswith("第 1/4 处")


def test_a_search_opens_the_branches_its_hits_stand_in(show: Show) -> None:
    tab = show()
    tab.click("#fold-all")
    assert tab.ask("document.getElementById('p15').checkVisibility()") is False
    search(tab, "名单数据")
    assert tab.ask("document.getElementById('p15').checkVisibility()") is True


def test_escape_in_the_field_ends_the_search(show: Show) -> None:
    tab = show()
    search(tab, "电销专员")
    tab.press("Escape")
    assert (tab.ask(HITS), tab.ask(FOUND)) == ([], "")


def test_a_company_of_a_thousand_opens_folded_and_can_be_searched(show: Show) -> None:
    tab = show(size=1000)
    assert tab.ask(SHOWN) < 90
    search(tab, "电销专员")
    assert len(tab.ask(HITS)) > 60
    assert tab.ask(f"{HITS}.every(id => document.getElementById(id).checkVisibility())")


def test_a_link_from_the_work_leads_to_the_box_even_if_it_is_folded_away(show: Show) -> None:
    tab = show()
    tab.click("#fold-all")
    tab.click('#covers a[href="#p15"]')
    assert tab.ask(FOCUS) == "p15"
    assert tab.ask("document.getElementById('p15').checkVisibility()") is True


def test_names_that_are_markup_do_nothing_in_a_browser(show: Show) -> None:
    tab = show("ecommerce", is_hostile=True)
    search(tab, "pwned")
    assert tab.ask(HITS)
    tab.click("#p1 > .c")
    assert 'onclick="pwned()' in tab.ask("document.getElementById('panel').innerText")
    assert tab.ask("document.querySelectorAll('img, [onclick], b:not(summary b)').length") == 0
