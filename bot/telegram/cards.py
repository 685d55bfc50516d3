"""Shared cards as the Bot API wants the results of an inline query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.inline import MAX_RESULTS, Result, Results
from bot.telegram.fields import Fields
from bot.telegram.keyboard import keyboard
from bot.words.voice import voice
from flows.links import WIZARD


def inline_results(found: Results, charts: Mapping[str, str], username: str) -> list[Fields]:
    """Give the cards as results, a plan's chart too where Telegram has it.

    Args:
        found: The cards.
        charts: Telegram's ids of charts, by the ids of the results.
        username: The bot's, for links to it.
    """
    shown = [fields for result in found.results for fields in _result(result, charts, username)]
    return shown[:MAX_RESULTS]


def _result(result: Result, charts: Mapping[str, str], username: str) -> Iterator[Fields]:
    card = result.card
    given = {
        "title": card.title,
        "description": card.description,
        "reply_markup": keyboard(card.rows, None, username),
    }
    shared = {name: value for name, value in given.items() if value}
    text = {
        "message_text": card.html,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    yield {"type": "article", "id": result.id, **shared, "input_message_content": text}
    if chart := charts.get(result.id):
        caption = {"caption": card.caption, "parse_mode": "HTML"}
        photo = {"type": "photo", "id": f"chart:{result.id}", "photo_file_id": chart}
        yield {**photo, **shared, **caption}


def results_button(found: Results) -> Fields:
    """Give the button above the results: it begins a plan in private."""
    text = str(voice(found.language).say("inline.begin"))
    return {"text": text, "start_parameter": WIZARD}
