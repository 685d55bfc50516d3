"""The workshop: which tap does what, and what has to follow a plan that changes or goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core import Core
from bot.shelf import StoredShelf
from bot.workshop.boards import Boards
from bot.workshop.endings import end_plan
from bot.workshop.results import close, win
from bot.workshop.seats import clear, offer_clearing, open_board, take
from bot.workshop.sitting import Done, Sitting
from bot.workshop.votes import begin, choose
from flows.shelf import Shelf

_TAPS: Mapping[str, Callable[[Sitting, list[str]], Done]] = {
    "seats": open_board,
    "take": take,
    "free": offer_clearing,
    "unseat": clear,
    "vote": choose,
    "poll": begin,
    "close": close,
    "win": win,
}


def answer(at: Sitting, data: str) -> Done:
    """Answer a tap; who may make it was found out before, see `flows.workshop.taps`."""
    kind, *arguments = data.split(":")
    return _TAPS[kind](at, arguments) if arguments else at.done("seats.gone")


def follow(core: Core, source: StoredShelf, shelf: Shelf) -> None:
    """Change the lists of plans that a step changed; those of deleted plans end, and votes too."""
    Boards(core, source).follow(shelf)
    for code, kept in shelf.changed.items():
        if kept is None:
            end_plan(source, code)
