"""The gate: updates beyond somebody's budget are turned away before anything is understood.

What is turned away leaves no trace in the store, but for the one message that asks to slow down.
A tap is confirmed all the same, or its button would go on waiting.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple

from bot.budgets import Budgets, Kind, Refusal, pieces_of
from bot.figures import Figures
from bot.logs import log, who
from bot.message import Message
from bot.service import Service
from bot.slowing import asks_to_wait
from bot.telegram.answers import Answers
from bot.telegram.bot import RawUpdate
from bot.telegram.events import Asked, Called, Chosen, Event, Filed, Heard, Looked, Refused, Voted
from bot.telegram.fields import ANONYMOUS_ADMIN, GROUPS
from bot.words.voice import Language, first_language, voice
from flows.replies import Said, Tapped

MOST_WAITING = 100  # answers for one person in a chat that are not sent yet
MOST_IN_CHAT = 400  # answers for all members of a group
_QUERY_PIECES = 3  # an inline query takes as long as a message, but nobody decides to send one
_VOTE_PIECES = 20  # a vote begins with three charts
_MOST_VOICES = 10_000
_LOG = log(__name__)


class _Sender(NamedTuple):
    """Who sent an update, in which group; None in private or where no group is known."""

    person: str
    group: str | None


class Gate:
    """Lets updates of one bot through as far as budgets and outbox allow."""

    def __init__(
        self,
        budgets: Budgets,
        service: Service,
        answers: Answers,
        wake: Callable[[str], None],
        figures: Figures,
    ) -> None:
        self._budgets, self._service, self._answers = budgets, service, answers
        self._wake, self._figures = wake, figures
        self._voices: OrderedDict[str, Language] = OrderedDict()  # of those who were asked to wait

    def lets(self, update: RawUpdate, event: Event) -> bool:
        """Tell whether an event is to be handled; if not, whatever it needs was done.

        Raises:
            StoreError: If the store cannot be used; then it counts as not seen yet.
        """
        asked = _asked_for(event)
        if asked is None:
            return True
        kind, pieces = asked
        sender = _sender(update.fields)
        refusal = self._budgets.spend(kind, *sender, str(update.update_id), pieces)
        if refusal is not None:
            self._refuse(sender.person, event, refusal)
        elif self._has_to_wait(event):
            self._confirm(sender.person, event, None)
        else:
            return True
        self._figures.refused += 1
        return False

    def worked(self, update: RawUpdate, event: Event, seconds: float) -> None:
        """Note how long the processor worked for an event that was let through [seconds]."""
        if _asked_for(event) is not None:
            self._budgets.worked(_sender(update.fields).person, seconds)

    def _refuse(self, person: str, event: Event, refusal: Refusal) -> None:
        if refusal.is_first:
            _LOG.info("asked to slow down", person=who(person), kind=refusal.kind)
            if message := _message(event):
                writes = refusal.kind != "tap"
                self._voices[person] = self._service.slow_down(message, refusal, writes=writes)
                self._wake(message.chat)
                if len(self._voices) > _MOST_VOICES:
                    self._voices.popitem(last=False)
        self._confirm(person, event, refusal)

    def _confirm(self, person: str, event: Event, refusal: Refusal | None) -> None:
        """Confirm a tap that is not done, and say why."""
        query = getattr(event, "query", None)
        if query is None or isinstance(event, Asked | Called):
            return
        told = (self._voices.get(person), self._service.default_language, _language(event))
        speak = voice(first_language(told))
        said = asks_to_wait(speak, refusal) if refusal else speak.say("slow.behind")
        self._answers.confirm(query, str(said))

    def _has_to_wait(self, event: Event) -> bool:
        """Tell whether so much waits to be sent to a chat already that nothing may be added."""
        message = _message(event)
        if message is None:
            return False
        waiting = self._service.store.waiting_for(message.source, message.chat, message.user)
        return waiting[0] >= MOST_WAITING or waiting[1] >= MOST_IN_CHAT


def _asked_for(event: Event) -> tuple[Kind, int] | None:
    """Say what an event asks for, and how much of it; None if it always has to be handled."""
    match event:
        case Heard(query=None) | Called():
            return "message", pieces_of(_text(event))
        case Filed():
            return "import", 1
        case Heard() | Refused() | Looked() | Asked() | Chosen() | Voted():
            return "tap", _taken_by(event)
        case _:
            return None


def _text(event: Heard | Called) -> str:
    if isinstance(event, Called):
        return event.text
    said = event.message.incoming
    return said.text if isinstance(said, Said) else ""


def _taken_by(event: Event) -> int:
    """Say how much of the budget of taps an event takes."""
    match event:
        case Asked():
            return _QUERY_PIECES
        case Heard(message=Message(incoming=Tapped(data=data))):
            return _VOTE_PIECES if data.startswith("poll:") else 1
        case _:
            return 1


def _message(event: Event) -> Message | None:
    return event.message if isinstance(event, Heard | Filed) else None


def _language(event: Event) -> str | None:
    """Give what the messenger says of the language of whoever tapped."""
    match event:
        case Refused(language=language):
            return language
        case Looked(visit=visit):
            return visit.language
        case Heard(message=message):
            return message.incoming.language
        case _:
            return None


def _sender(update: dict[str, Any]) -> _Sender:
    """Read who sent an update, of a kind that `_asked_for` knows, and in which group.

    All who write as their group share one account of Telegram's, so they count as the group.
    """
    body = next(value for value in update.values() if isinstance(value, dict))
    sender = body.get("from") or body.get("voter_chat") or body["user"]
    chat = body.get("message", body).get("chat", {})
    group = str(chat["id"]) if chat.get("type") in GROUPS else None
    person = str(sender["id"])
    return _Sender(group or person if person == str(ANONYMOUS_ADMIN) else person, group)
