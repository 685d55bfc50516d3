"""Seats: opening the list of a plan, taking a seat, giving it back, and clearing one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from bot.screen import Button, Screen, button, turns
from bot.store.workshop import Board
from bot.workshop.boards import A_PAGE, Boards, seat_labels
from bot.workshop.sitting import Done, Sitting
from flows.links import fingerprint
from flows.paging import page_of
from flows.shelf import Kept
from flows.workshop.seats import called, put, staffed, toggled, without_one
from knowledge.edits import Staff
from knowledge.plan import Plan, Post

_SOON = 60  # seconds in which a list is not sent a second time
_PRINT = 6  # characters that tell names in a post apart
_SEARCHED = 50  # plans in which a name may be taken already


def open_board(at: Sitting, arguments: list[str]) -> Done:
    """Send the list of a plan, or turn to a page of it: `seats:CODE[:PAGE]`."""
    found, page = at.kept(arguments[0]), page_of(arguments[1:])
    if found is None or page is None:
        return at.done("seats.gone")
    code, kept = found
    board, now = _board(at, arguments[0], code), at.shelf.transaction.now
    boards = Boards(at.core, at.shelf)
    if len(arguments) > 1:
        if board is None:
            return at.done("seats.gone")
        boards.put(replace(board, page=page), kept)
        return at.draft, ()
    if board and now - board.at < _SOON:
        return at.done("seats.above")
    if board:
        boards.blank(board, "seats.moved")
    language, thread = at.voice.language, at.address.thread
    boards.put(Board(*at.place, code, 1, language, thread, now, None), kept)
    return at.draft, ()


def _board(at: Sitting, tapped: str, code: str) -> Board | None:
    """Find the board of a plan, which goes along where the plan got a code of its own.

    The tapped message is taken for the board if nothing else is known of where it is.
    """
    board = at.rows.board(*at.place, code) or at.rows.board(*at.place, tapped)
    return _moved(at, board, code) if board else None


def _moved(at: Sitting, board: Board, code: str) -> Board:
    if code != board.plan:
        at.rows.end_board(board)
    moved = replace(board, plan=code, message=board.message or at.address.edits)
    at.rows.save_board(moved, None)
    return moved


def take(at: Sitting, arguments: list[str]) -> Done:
    """Put the member into a post, or take them out again: `take:CODE:POST`."""
    code, wanted = arguments if len(arguments) == 2 else ("", "")  # noqa: PLR2004
    found = at.kept(code)
    board = _board(at, code, found[0]) if found else None
    post = _post(at, found[1], wanted) if found else None
    if found is None or board is None or post is None:
        return at.done("seats.gone")
    name = _name(at)
    names = toggled(post, name)
    if names is None:
        return at.done("seats.full")
    after = staffed(found[1], at.core.plan(found[1].brief), Staff(post.id, names))
    if after is None:
        return at.done("refused.too_many", limit=len(found[1].brief.edits))
    draft, own = put(at.draft, found[0], after)
    _moved(at, board, own)
    if at.member.id not in at.rows.names(*at.place):
        at.rows.call(*at.place, at.member.id, name)
    label = seat_labels(at.core, at.core.plan(found[1].brief), at.aside)[post.id]
    return draft, (at.note("seats.taken" if name in names else "seats.given_back", post=label),)


def _post(at: Sitting, kept: Kept, id: str) -> Post | None:
    return next((post for post in at.core.plan(kept.brief).posts if post.id == id), None)


def _name(at: Sitting) -> str:
    """Say what the member is called in the owner's plans in this group."""
    names = at.rows.names(*at.place)
    if known := names.get(at.member.id):
        return known
    taken = {*names.values(), *_typed(at)}
    somebody = at.voice.say("seats.somebody")
    return called(at.member.first_name, at.member.last_name, taken, somebody)


def _typed(at: Sitting) -> Iterator[str]:
    """List the names that stand in the owner's plans in this group."""
    for saved in at.shelf.transaction.plans_of(*at.place, _SEARCHED, 0):
        kept = json.loads(saved.body).get("kept") or {"edits": []}
        for edit in kept["edits"][1:]:
            yield from edit.get("names", ())


def offer_clearing(at: Sitting, arguments: list[str]) -> Done:
    """List the taken seats for the owner, in a message of its own: `free:CODE[:PAGE]`."""
    found, page = at.kept(arguments[0]), page_of(arguments[1:])
    if found is None or page is None:
        return at.done("seats.gone")
    screen = _taken_seats(at, *found, page)
    post = at.post if len(arguments) > 1 else replace(at.post, address=at.address.anew())
    post.letters([screen])
    return at.draft, (screen,)


def _taken_seats(at: Sitting, code: str, kept: Kept, page: int) -> Screen:
    keys = list(_clearing(at, code, at.core.plan(kept.brief)))
    last = max(1, -(-len(keys) // A_PAGE))
    page = min(page, last)
    shown = tuple((key,) for key in keys[(page - 1) * A_PAGE : page * A_PAGE])
    ask = at.voice.say("seats.clear_ask" if keys else "seats.clear_none")
    return Screen(ask, (*shown, *turns(f"free:{code}", page, last)))


def _clearing(at: Sitting, code: str, plan: Plan) -> Iterator[Button]:
    labels = seat_labels(at.core, plan, at.voice)
    for post in plan.posts:
        for name in post.names:
            label = at.voice.say("seats.clear_one", name=name, post=labels[post.id])
            yield button(label, f"unseat:{code}:{post.id}:{fingerprint(name, _PRINT)}")


def clear(at: Sitting, arguments: list[str]) -> Done:
    """Clear a seat: `unseat:CODE:POST:PRINT`."""
    code, wanted, mark = arguments if len(arguments) == 3 else ("", "", "")  # noqa: PLR2004
    found = at.kept(code)
    post = _post(at, found[1], wanted) if found else None
    names = post.names if post else ()
    name = next((name for name in names if fingerprint(name, _PRINT) == mark), None)
    if found is None or post is None or name is None:
        return at.done("seats.gone")
    after = staffed(
        found[1], at.core.plan(found[1].brief), Staff(post.id, without_one(names, name))
    )
    if after is None:
        return at.done("refused.too_many", limit=len(found[1].brief.edits))
    draft, own = put(at.draft, found[0], after)
    screen = _taken_seats(at, own, after, 1)
    at.post.letters([screen])
    return draft, (screen,)
