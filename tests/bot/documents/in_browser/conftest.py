"""Pages of plans, shown one after the other in one headless Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core import Core
from bot.documents.html import write
from bot.pictures import Theme
from bot.words import Language
from tests.bot.documents.browser import Tab, browser, chromium
from tests.bot.documents.in_browser.looks import DESK, Show
from tests.bot.documents.test_html_page import hostile, made


@pytest.fixture(scope="package")
def tab() -> Iterator[Tab]:
    program = chromium()
    if program is None:
        pytest.skip("no Chromium on this machine")
    with browser(program) as started:
        yield started.tab()


@pytest.fixture
def show(core: Core, tab: Tab, tmp_path: Path) -> Iterator[Show]:
    """Show the page of a plan; in the end it must have had no fault and asked for nothing else."""

    def shown(
        channel: str = "telesales",
        size: int = 55,
        screen: tuple[int, int] = DESK,
        *,
        language: Language = "zh-Hans",
        theme: Theme = "light",
        scripts: bool = True,
        is_hostile: bool = False,
    ) -> Tab:
        plan = made(core, channel, size, language)
        file = tmp_path / "page.html"
        file.write_bytes(write(hostile(plan) if is_hostile else plan, theme))
        tab.open(file, *screen, scripts=scripts)
        return tab

    yield shown
    assert tab.faults() == []
    assert [url.rsplit("/", 1)[-1] for url in tab.requested()] == ["page.html"]
