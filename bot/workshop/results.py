"""Results: the end of a vote, what came out, and the winner as the plan."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.buttons import to_plan
from bot.screen import Screen, button
from bot.store.workshop import Round
from bot.workshop.card import card_of
from bot.workshop.options import Option, brief_of, options_of
from bot.workshop.sitting import Done, Sitting
from flows.workshop.ballot import elected, winners


def close(at: Sitting, arguments: list[str]) -> Done:
    """End a vote and say the result: `close:ROUND`."""
    held = _round(at, arguments[:1]) if len(arguments) == 1 else None
    if held is None:
        return at.done("vote.gone")
    if held.counts is not None:
        return at.done("vote.closed")
    options = options_of(held)
    counts = at.rows.close(held.id, len(options))
    stop_poll(at, held)
    screen = replace(_result(at, held, options, counts), is_apart=True)
    letters: list[Screen] = [screen]
    found = at.kept(held.plan)
    if found and at.address.edits not in (None, held.message):
        letters.insert(0, card_of(at, found[0], found[1].brief))
    at.post.letters(letters)
    return at.draft, tuple(letters)


def stop_poll(at: Sitting, round: Round) -> None:
    """Let the poll of a vote end."""
    address = replace(at.address, edits=round.message)
    at.post.enqueue("stop", json.dumps({"round": round.id}), address)


def _round(at: Sitting, arguments: Sequence[str]) -> Round | None:
    """Find a vote about a plan of this owner in this group."""
    number = arguments[0] if arguments else ""
    is_number = number.isascii() and number.isdigit() and len(number) < 16  # noqa: PLR2004
    held = at.rows.round(int(number)) if is_number else None
    return held if held and (held.chat, held.owner) == at.place else None


def _result(at: Sitting, round: Round, options: Sequence[Option], counts: Sequence[int]) -> Screen:
    say, best = at.voice.say, winners(counts)
    if not best:
        return Screen(say("vote.nobody"), ())
    uses = tuple(
        (button(say("vote.use", name=options[place].name), f"win:{round.id}:{place}"),)
        for place in best
    )
    return Screen(_said(at, options, counts), uses)


def _said(at: Sitting, options: Sequence[Option], counts: Sequence[int]) -> Markup:
    """Say a result in one line."""
    say, best = at.voice.say, winners(counts)
    each = [
        say("vote.count", name=option.name, count=count)
        for option, count in zip(options, counts, strict=True)
    ]
    said = at.voice.join(each)
    if len(best) > 1:
        return say("vote.tie", counts=said)
    return say("vote.won", counts=said, name=options[best[0]].name)


def win(at: Sitting, arguments: list[str]) -> Done:
    """Make a winner the plan: `win:ROUND:OPTION`."""
    held = _round(at, arguments[:1]) if len(arguments) == 2 else None  # noqa: PLR2004
    best = winners(held.counts or ()) if held else ()
    place = next((n for n in best if arguments[1:] == [str(n)]), None)
    found = at.kept(held.plan) if held else None
    if held is None or found is None or place is None or held.number is not None:
        return at.done("vote.gone")
    options = options_of(held)
    version = at.voice.say("vote.version", number=at.rows.take(held)).unescape()
    brief = brief_of(at.core.knowledge, options[place])
    draft, code = elected(at.core.knowledge, at.draft, *found, brief, version)
    kept = draft.shelf.find(code)
    used = at.voice.say("vote.used", name=options[place].name, version=version)
    said = Screen(f"{_said(at, options, held.counts or ())}\n{used}", ((to_plan(at.voice, code),),))
    card = card_of(replace(at, draft=draft), code, kept.brief if kept else brief)
    letters = (said, card)
    at.post.letters(letters)
    return draft, letters
