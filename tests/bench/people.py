"""What simulated people do: a whole conversation again and again, or only text for an echo.

A script acts once, then yields until that was answered. Chance varies what it says, by a seed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from bot.words.voice import Language, voice
from knowledge.knowledge import Knowledge
from knowledge.model import CHANNELS, STAGES
from tests.telegram.people import Person

Script = Iterator[None]
ANY_SIZES = range(3, 301)  # [people]; hardly any answer has been given before
# Small teams and round numbers, as people are likely to type: a guess, not measured [people].
USUAL_SIZES = (3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 55, 60, 80, 100, 120, 150, 200, 300)
ASKED_ROLES = 20
SPOKEN: dict[Language, tuple[str, str, str]] = {  # language code, asking, changing
    "zh-Hans": ("zh-hans", "{}做什么", "改成{}个人"),
    "zh-Hant-TW": ("zh-hant", "{}做什麼", "改成{}個人"),
    "zh-Hant-HK": ("zh-hk", "{}做什麼", "改成{}個人"),
    "en": ("en", "What does a {} do?", "make it {} people"),
}
LANGUAGES = tuple(SPOKEN)


def language_of(number: int) -> Language:
    """Give the language of a person by their number, so that all languages are spoken."""
    return LANGUAGES[number // len(CHANNELS) % len(LANGUAGES)]


def conversation(sizes: Sequence[int], person: Person, number: int, knowledge: Knowledge) -> Script:
    """Plan a team, look at its parts, ask about a role, change the size; then begin anew."""
    dice = Random(number)  # noqa: S311 - a benchmark must repeat
    language, channel = language_of(number), CHANNELS[number % len(CHANNELS)]
    _, ask, change = SPOKEN[language]
    names = [voice(language).role(role) for role in [*knowledge.roles.values()][:ASKED_ROLES]]
    while True:
        yield from _plan(person, channel, dice, sizes)
        for part in ("part:roles", "part:card", "part:why"):
            _tap(person, part)
            yield
        person.says(ask.format(dice.choice(names)))
        yield
        person.says(change.format(dice.choice(sizes)))
        yield


def _plan(person: Person, channel: str, dice: Random, sizes: Sequence[int]) -> Script:
    person.says("/start")
    yield
    _tap(person, f"channel:{channel}")
    yield
    _tap(person, f"stage:{dice.choice(STAGES)}")
    yield
    person.says(str(dice.choice(sizes)))
    yield
    if _data(person, "variant:none"):
        _tap(person, "variant:none")
        yield


def echo(person: Person, number: int, knowledge: Knowledge) -> Script:
    """Say one number after another."""
    del knowledge
    dice = Random(number)  # noqa: S311 - a benchmark must repeat
    while True:
        person.says(f"{dice.choice(ANY_SIZES)}个人")
        yield


def _tap(person: Person, start: str) -> None:
    """Tap the button whose data starts like this, below the latest message."""
    data = _data(person, start)
    assert data, f"no button {start!r} below {person.chat.last}"
    person.taps_data(person.chat.last, data)


def _data(person: Person, start: str) -> str | None:
    rows = person.chat.last.buttons if person.chat.last else ()
    found = (button["callback_data"] for row in rows for button in row)
    return next((data for data in found if data.startswith(start)), None)
