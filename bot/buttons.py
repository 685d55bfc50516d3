"""What many screens have: buttons below them, and pages."""

from __future__ import annotations

from bot.render import pages
from bot.screen import Button, button, turns
from bot.words import Voice


def to_plan(voice: Voice, code: str) -> Button:
    """Make the button that leads to the card of a plan."""
    return button(voice.say("part.plan"), f"part:card:{code}", is_primary=True)


def wrong_button(voice: Voice, answer: str, about: str) -> Button:
    """Make the button by which somebody says that an answer is wrong."""
    return button(voice.say("report.button"), f"wrong:{answer}:{about}")


def paged(
    voice: Voice, text: str, page: int, data: str
) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    """Give a page of a text, and the row of buttons to the page before and after.

    Args:
        voice: Says which page it is, where there are several.
        text: The whole text.
        page: The page that is wanted, from 1; beyond the last one the last.
        data: What a tap on the buttons sends, without the page.
    """
    found = pages(text)
    number = min(page, len(found))
    html, row = found[number - 1], turns(data, number, len(found))
    if len(found) == 1:
        return html, row
    return f"{html}\n\n{voice.say('plan.page', page=number, pages=len(found))}", row
