"""The chart on the page: folded, moved, zoomed, read by mouse, key and screen reader."""

from __future__ import annotations

from tests.bot.documents.browser import CONTROL, SHIFT
from tests.bot.documents.in_browser.looks import FOCUS, PANEL, SCROLL, SHOWN, ZOOM, Show


def test_a_leaders_button_folds_and_unfolds_the_branch(show: Show) -> None:
    tab = show()
    tab.click("#p2 .f")
    assert tab.ask("document.getElementById('p2').ariaExpanded") == "false"
    assert tab.ask("document.getElementById('p3').checkVisibility()") is False
    assert tab.ask(PANEL) is False
    tab.click("#p2 .f")
    assert tab.ask("document.getElementById('p3').checkVisibility()") is True


def test_all_branches_fold_and_unfold_at_once(show: Show) -> None:
    tab = show()
    tab.click("#fold-all")
    assert tab.ask(SHOWN) == 7
    tab.click("#unfold-all")
    assert tab.ask(SHOWN) == 15


def test_a_click_shows_what_a_post_does_and_answers_for(show: Show) -> None:
    tab = show()
    tab.click("#p10 > .area > .c")
    text = tab.ask("document.getElementById('panel').innerText")
    for said in (
        "质检与培训",
        "向电销经理汇报",
        "录音质检",
        "外呼合规",
        "与组长校准评分",
        "致命错误率",
    ):
        assert said in text
    assert "每 30 名一线人员配 1 人" in text
    assert tab.ask(FOCUS) == "panel"


def test_escape_closes_details_and_gives_the_focus_back(show: Show) -> None:
    tab = show()
    tab.click("#p10 > .area > .c")
    tab.press("Escape")
    assert (tab.ask(PANEL), tab.ask(FOCUS)) == (False, "p10")


def test_the_chart_is_walked_and_read_by_keyboard_alone(show: Show) -> None:
    tab = show()
    tab.ask("document.getElementById('view').focus()")
    tab.press("Tab")
    places = [tab.ask(FOCUS)]
    for key in ("ArrowDown", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowDown", "End", "Home"):
        tab.press(key)
        places.append(tab.ask(FOCUS))
    assert places == ["p1", "p2", "p3", "p2", "p2", "p4", "p15", "p1"]
    assert tab.ask("document.getElementById('p2').ariaExpanded") == "false"
    tab.press("Enter")
    assert (tab.ask(PANEL), tab.ask(FOCUS)) == (True, "panel")


def test_the_focus_can_be_seen(show: Show) -> None:
    tab = show()
    tab.ask("document.getElementById('view').focus()")
    tab.press("Tab")
    assert tab.ask("getComputedStyle(document.querySelector('#p1 > .c')).outlineWidth") == "3px"


def test_only_one_box_of_the_chart_is_reached_by_tab(show: Show) -> None:
    tab = show()
    assert tab.ask("document.querySelectorAll('#tree [tabindex=\"0\"]').length") == 1


def test_a_screen_reader_is_told_a_tree_of_named_boxes(show: Show) -> None:
    tab = show(language="en")
    told = tab.accessible()
    assert ("tree", "Telesales team of 55 · Growth") in told
    boxes = [name for role, name in told if role == "treeitem"]
    assert len(boxes) == 15
    assert "Squad 1 (Telesales Team Leader) · 12 people in all" in boxes
    assert "Telesales Agent × 11" in boxes
    assert [
        name for role, name in told if role in {"button", "searchbox", "combobox"} and not name
    ] == []


def test_the_chart_moves_by_arrow_keys_wheel_and_mouse(show: Show) -> None:
    tab = show("ecommerce", 200)
    tab.click("#unfold-all")
    tab.ask("document.getElementById('view').focus()")
    tab.press("ArrowDown")
    assert tab.ask(SCROLL)[1] == 90
    x, y = tab.place("#view")
    tab.mouse("mouseWheel", x, y, deltaX=0, deltaY=60)
    tab.wait(f"{SCROLL}[1] === 150")
    tab.mouse("mousePressed", x, y)
    tab.mouse("mouseMoved", x, y - 40)
    tab.mouse("mouseReleased", x, y - 40)
    assert tab.ask(SCROLL)[1] == 190
    assert tab.ask(PANEL) is False


def test_shift_with_an_arrow_key_moves_the_chart_and_not_the_focus(show: Show) -> None:
    tab = show("ecommerce", 200)
    tab.ask("document.getElementById('p1').focus()")
    before = tab.ask(SCROLL)[1]
    tab.press("ArrowDown", SHIFT)
    assert (tab.ask(SCROLL)[1] - before, tab.ask(FOCUS)) == (90, "p1")


def test_the_chart_grows_and_shrinks_by_button_key_and_wheel(show: Show) -> None:
    tab = show()
    tab.click("#larger")
    by_button = tab.ask(ZOOM)
    tab.ask("document.getElementById('view').focus()")
    tab.press("-")
    by_key = tab.ask(ZOOM)
    x, y = tab.place("#view")
    tab.mouse("mouseWheel", x, y, deltaX=0, deltaY=-100, modifiers=CONTROL)
    tab.wait(f"{ZOOM} > 1.1")
    tab.click("#natural")
    assert (by_button, by_key, tab.ask(ZOOM)) == (1.25, 1, 1)


def test_the_whole_chart_can_be_seen_at_once(show: Show) -> None:
    tab = show("ecommerce", 200)
    tab.click("#unfold-all")
    tab.click("#fit")
    whole = "(v => [v.scrollWidth <= v.clientWidth, v.scrollHeight <= v.clientHeight])"
    assert tab.ask(f"{whole}(document.getElementById('view'))") == [True, True]
