"""Why something from outside cannot be answered: as a value, and as the error that says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import RequestError
from bot.render import plain

if TYPE_CHECKING:
    from bot.words import Voice


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no brief: the key of a phrase and its values."""

    key: str
    values: Mapping[str, object]


def refusal(voice: Voice, key: str, **values: object) -> RequestError:
    """Make the error that says in somebody's language what to write instead."""
    return RequestError(plain(voice.say(key, **values)))
