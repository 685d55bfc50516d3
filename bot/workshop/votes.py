"""Votes: choosing what a group votes on, the charts and the poll."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from bot.buttons import to_plan
from bot.screen import Letter, PlanFile, Screen, button, dump_screen, rows
from bot.shelf import written
from bot.store.workshop import Round
from bot.workshop.boards import title_of
from bot.workshop.card import card_of
from bot.workshop.options import Option, brief_of, dump_options
from bot.workshop.sitting import Done, Sitting
from flows.shelf import Kept
from flows.workshop.ballot import MOST_CHOSEN, Choice, choices, chosen, current, with_toggled

MOST_QUESTION, MOST_OPTION = 300, 100  # characters, limits of Telegram


def choose(at: Sitting, arguments: list[str]) -> Done:
    """Offer what to vote on in the place of the card: `vote:CODE[:KEYS]`."""
    found = at.kept(arguments[0])
    if found is None:
        return at.done("vote.gone")
    code, kept = found
    if going := at.rows.open_round(*at.place, code):
        return _shown(at, _running(at, code, going))
    offered = choices(at.core.knowledge, at.draft, kept)
    marked = chosen(offered, "".join(arguments[1:2]))
    if marked is None or len(arguments) > 2:  # noqa: PLR2004 - code and keys
        return at.done("vote.gone")
    return _shown(at, _offer(at, code, offered, marked))


def _shown(at: Sitting, screen: Screen) -> Done:
    at.post.letters([screen])
    return at.draft, (screen,)


def _running(at: Sitting, code: str, going: Round) -> Screen:
    say = at.voice.say
    end = button(say("vote.close"), f"close:{going.id}")
    return Screen(say("vote.running"), ((end,), (to_plan(at.voice, code),)))


def _offer(at: Sitting, code: str, offered: Sequence[Choice], marked: Sequence[Choice]) -> Screen:
    say, keys = at.voice.say, [choice.key for choice in marked]
    found = []
    for choice in offered:
        name = _name(at, choice)
        label = say("vote.mark", name=name) if choice.key in keys else name
        found.append(button(label, f"vote:{code}:{'.'.join(with_toggled(keys, choice.key))}"))
    last = [button(say("ask.back"), f"part:card:{code}", is_primary=not keys)]
    if keys:
        begin = button(say("vote.begin"), f"poll:{code}:{'.'.join(keys)}", is_primary=True)
        last.append(begin)
    ask = say("vote.ask" if offered else "vote.nothing")
    return Screen(ask, (*rows(found, 2), tuple(last)))


def _name(at: Sitting, choice: Choice) -> Markup:
    """Name an alternative by what makes it different."""
    say, knowledge, what = at.voice.say, at.core.knowledge, choice.what
    match choice.kind:
        case "version":
            return escape(what) if what else say("vote.name_unnamed")
        case "with" | "without":
            variant = at.voice.text(knowledge.variants[what].name)
            key = "vote.name_with" if choice.kind == "with" else "vote.name_without"
            return say(key, what=variant)
        case "stage":
            return say("vote.name_stage", what=at.voice.text(knowledge.stages[what].name))
        case "size":
            return say("vote.name_size", what=at.core.plan(choice.brief).people)
        case "made":
            return say("vote.name_made")
        case _:
            return say("vote.name_now")


def begin(at: Sitting, arguments: list[str]) -> Done:
    """Begin a vote: charts, then the poll: `poll:CODE:KEYS`."""
    found = at.kept(arguments[0])
    if found is None or len(arguments) != 2:  # noqa: PLR2004 - code and keys
        return at.done("vote.gone")
    code, kept = found
    if going := at.rows.open_round(*at.place, code):
        return _shown(at, _running(at, code, going))
    against = chosen(choices(at.core.knowledge, at.draft, kept), arguments[1])
    if not against or len(against) > MOST_CHOSEN:
        return at.done("vote.gone")
    return _begun(at, code, kept, (current(kept), *against))


def _begun(at: Sitting, code: str, kept: Kept, stand: Sequence[Choice]) -> Done:
    names = _apart(at, [_name(at, choice).unescape() for choice in stand])
    options = [
        Option(name, *written(at.core.knowledge, choice.brief))
        for name, choice in zip(names, stand, strict=True)
    ]
    number = at.rows.begin(*at.place, code, dump_options(options))
    card = card_of(at, code, kept.brief)
    said = replace(card, html=f"{at.voice.say('vote.begun')}\n\n{card.html}")
    letters: list[Letter] = [said, *(_chart(at, option) for option in options)]
    at.post.letters(letters)
    _send_poll(at, number, names, kept)
    return at.draft, tuple(letters)


def _apart(at: Sitting, names: Sequence[str]) -> list[str]:
    """Make names short enough for a poll, and no two alike."""
    found: list[str] = []
    for name in names:
        number, fresh = 1, name[:MOST_OPTION]
        while fresh in found:
            number += 1
            again = at.voice.say("vote.name_again", name=name[: MOST_OPTION // 2], number=number)
            fresh = again.unescape()
        found.append(fresh)
    return found


def _chart(at: Sitting, option: Option) -> PlanFile:
    """Make the chart of an option, with its name below it."""
    title = title_of(at.core, at.voice, Kept(brief_of(at.core.knowledge, option)))
    html = at.voice.say("vote.caption", name=option.name, title=title)
    language, edits = at.voice.language, tuple(option.edits)
    file = PlanFile(option.code, language, html, "png", "light", is_photo=True, edits=edits)
    return replace(file, is_first=True)  # three albums would be more than a group takes in a minute


def _send_poll(at: Sitting, id: int, names: Sequence[str], kept: Kept) -> None:
    title = title_of(at.core, at.voice, kept)
    question = at.voice.say("vote.question", title=title).unescape()[:MOST_QUESTION]
    end = button(at.voice.say("vote.close"), f"close:{id}")
    screen = dump_screen(Screen(question, ((end,),)))
    body = {"round": id, "options": list(names), "screen": json.loads(screen)}
    at.post.enqueue("poll", json.dumps(body, ensure_ascii=False), at.address.anew())
