"""What tests look for on a page, as expressions the page can answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from tests.bot.documents.browser import Tab

Show: TypeAlias = Callable[..., Tab]
DESK, PHONE = (1440, 900), (390, 844)
FOCUS = "document.activeElement.id"
ZOOM = "new DOMMatrix(getComputedStyle(document.getElementById('canvas')).transform).a"
FOUND = "document.getElementById('found').textContent"
HITS = "[...document.querySelectorAll('.hit')].map(e => e.closest('li').id)"
SHOWN = "[...document.querySelectorAll('#tree li[id]')].filter(e => e.checkVisibility()).length"
PANEL = "document.getElementById('panel').checkVisibility()"
SCROLL = "[document.getElementById('view').scrollLeft, document.getElementById('view').scrollTop]"


def search(tab: Tab, words: str) -> None:
    """Type words into the field of the search."""
    tab.ask("document.getElementById('search').focus()")
    tab.type(words)
