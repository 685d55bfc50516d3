"""Polls that the bot has sent: people vote, or take a vote back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.telegram.schema import load
from tests.telegram.state import Sent

if TYPE_CHECKING:
    from tests.telegram.people import Person


def vote(person: Person, message: Sent, option: str | None) -> int:
    """Vote for an option, found by its text, or take the vote back; gives the update id."""
    poll = message.media["poll"]
    assert not poll["is_closed"], "the poll is closed"
    assert not poll["is_anonymous"], "Telegram tells nothing of who votes in an anonymous poll"
    texts = [found["text"] for found in poll["options"]]
    assert option is None or option in texts, f"no option {option!r}, only {texts}"
    message.voters.pop(person.id, None)
    if option is not None:
        message.voters[person.id] = texts.index(option)
    _count(message)
    chosen = [] if option is None else [texts.index(option)]
    answer = {
        "poll_id": poll["id"],
        "user": person.json(),
        "option_ids": chosen,
        "option_persistent_ids": [poll["options"][place]["persistent_id"] for place in chosen],
    }
    assert load().problems("PollAnswer", answer) == []
    return person.world.add_update(poll_answer=answer)


def _count(message: Sent) -> None:
    poll = message.media["poll"]
    for place, option in enumerate(poll["options"]):
        option["voter_count"] = sum(voted == place for voted in message.voters.values())
    poll["total_voter_count"] = len(message.voters)
