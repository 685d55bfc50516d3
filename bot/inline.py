"""Inline mode: what somebody types behind the bot's name in any chat, as cards to choose from.

Pure over the core and what the store knows of the person. A card that is chosen is read by
everybody in that chat, so it holds nothing but the plan or the role.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.briefs import read_brief
from bot.core import Core
from bot.render import plain
from bot.shared_card import Card, plan_card, role_card
from bot.visitors import Visitor
from bot.words.voice import Language, Voice, as_language, voice
from flows.answers import ABOUT_ROLES
from flows.codes import encode
from flows.hearing import heard
from flows.links import ROLE, read_payload
from flows.meaning import Meaning
from flows.understand import understand
from knowledge.brief import Brief
from knowledge.model import CHANNELS, MAX_SIZE, STAGES, Stage

PLAN = "plan:"  # what the id of a plan's result begins with
_LONGEST = 1000  # characters that are read
MAX_RESULTS = 50  # a limit of the Bot API
_MOST_ROLES = 8
_SIZES = (5, 12, 30, 60)  # [people], for who names a team without its size
_NAME = 4  # letters; English words no longer than that may be names in any language


@dataclass(frozen=True, slots=True)
class Result:
    """A card to choose; `brief` is that of its plan, None for a role."""

    id: str
    card: Card
    brief: Brief | None


@dataclass(frozen=True, slots=True)
class Results:
    """What to choose from, in one language; `is_personal` if others must not be shown it."""

    language: Language
    results: tuple[Result, ...]
    is_personal: bool


def code_of(text: str) -> str | None:
    """Give the code of the plan whose payload was typed; None for anything else."""
    link = read_payload(text.strip())
    return link.code if link and link.part != ROLE else None


def results(core: Core, text: str, known: Visitor) -> Results:
    """Answer what was typed; where nothing is understood, show what could be."""
    text = text.strip()[:_LONGEST]
    if link := read_payload(text):
        return _linked(core, link.code, link.part, known)
    if not text:
        speak = voice(known.language)
        found = (*_recent(core, speak, known), *_examples(core, known.language))
        return Results(known.language, _distinct(found), is_personal=True)
    language, is_sure = _language(text, known.language)
    found = _understood(core, voice(language), text) or _examples(core, language)
    return Results(language, _distinct(found), is_personal=not is_sure)


def guest_answer(core: Core, text: str, known: Visitor) -> tuple[Result, Language]:
    """Answer a mention in a chat where the bot is not: with a plan, a role, or what it can do."""
    text = text[:_LONGEST]
    language = _language(text, known.language)[0] if text else known.language
    found = _understood(core, voice(language), text) if text else ()
    return (found[0] if found else _help(voice(language))), language


def _help(speak: Voice) -> Result:
    text = str(speak.say("inline.guest"))
    card = Card(plain(text), "", text, "", ())
    return Result("help", card, None)


def _language(text: str, own: Language) -> tuple[Language, bool]:
    """Choose the language of a text; tell whether it is the same whoever typed it."""
    alone, of_person = as_language(heard(text, None, None)), as_language(heard(text, None, own))
    is_name = alone == "en" and max(map(len, text.split())) <= _NAME
    if alone is None or is_name:
        return own, False
    if alone == "en":
        return "en", True
    return of_person or alone, False


def _linked(core: Core, code: str, part: str, known: Visitor) -> Results:
    """Show exactly what a payload stands for."""
    speak, brief = voice(known.language), known.brief
    found: tuple[Result, ...] = _examples(core, known.language)
    if part == ROLE and code in core.knowledge.roles:
        found = (_role(core, speak, code, "duties"),)
    elif part != ROLE and brief:
        found = (_plan(core, speak, brief, code),)
    return Results(known.language, found, is_personal=True)


def _understood(core: Core, speak: Voice, text: str) -> tuple[Result, ...]:
    """Show the plan of a brief, or the roles that are named or described."""
    meaning = understand(core.lexicon, text)
    roles = tuple(_roles(core, speak, text)) if meaning.intent in ABOUT_ROLES else ()
    brief = read_brief(core, {"text": text})
    if isinstance(brief, Brief):
        return (*roles, _plan(core, speak, brief))
    return roles or tuple(_teams(core, speak, meaning)) or tuple(_roles(core, speak, text))


def _teams(core: Core, speak: Voice, meaning: Meaning) -> Iterator[Result]:
    """Show some sizes of a team that was named without one, or every team of a size."""
    if meaning.intent not in ("brief", "change"):
        return
    size = meaning.size.high if meaning.size else 0
    sizes = (size,) if 1 <= size <= MAX_SIZE else _SIZES
    for name in meaning.channels or (CHANNELS if meaning.size else ()):
        for people in sizes:
            stage = next((s for s in STAGES if s == meaning.stage), None)
            yield _plan(core, speak, _proposed(core, name, stage, people))


def _proposed(core: Core, channel: str, stage: Stage | None, size: int) -> Brief:
    usual = stage or core.knowledge.channels[channel].stage_for(size)
    return Brief(channel, usual, stage is None, size, size, ())


def _roles(core: Core, speak: Voice, text: str) -> Iterator[Result]:
    answer = core.roles.ask(text)
    for name in answer.may_mean[:_MOST_ROLES]:
        yield _role(core, speak, name, answer.facet)


def _recent(core: Core, speak: Voice, known: Visitor) -> Iterator[Result]:
    """Show the person's own plans."""
    for code, brief in known.plans:
        result = _plan(core, speak, brief, code)
        yield _described(result, speak.say("inline.recent", shape=result.card.description))


@lru_cache(maxsize=16)
def _examples(core: Core, language: Language) -> tuple[Result, ...]:
    """Show a plan of every channel and a role, each with what to type for it."""
    speak = voice(language)
    found = []
    for channel in CHANNELS:
        text = speak.say(f"inline.{channel}")
        brief = read_brief(core, {"text": str(text)})
        if isinstance(brief, Brief):
            found.append(_example(_plan(core, speak, brief), speak, text))
    text = speak.say("inline.role")
    found += [_example(role, speak, text) for role in tuple(_roles(core, speak, str(text)))[:1]]
    return tuple(found)


def _example(result: Result, speak: Voice, text: str) -> Result:
    return _described(result, speak.say("inline.example", example=text))


def _described(result: Result, html: str) -> Result:
    return replace(result, card=replace(result.card, description=plain(html)))


def _plan(core: Core, speak: Voice, brief: Brief, code: str | None = None) -> Result:
    code = code or encode(core.knowledge, brief)
    return Result(f"{PLAN}{code}", plan_card(core, speak, brief, code), brief)


def _role(core: Core, speak: Voice, name: str, facet: str) -> Result:
    return Result(f"role:{name}", role_card(core, speak, name, facet), None)


def _distinct(found: tuple[Result, ...]) -> tuple[Result, ...]:
    """Leave out what comes a second time, and what is too much."""
    first: dict[str, Result] = {}
    for result in found:
        first.setdefault(result.id, result)
    return tuple(first.values())[:MAX_RESULTS]
