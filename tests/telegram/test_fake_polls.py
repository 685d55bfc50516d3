"""The fake Bot API server knows polls: sent, voted in, stopped."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot, Message, PollAnswer
from telegram.error import BadRequest

from tests.telegram.people import Person
from tests.telegram.server import BotApi
from tests.telegram.state import Sent

KINDS = ["message", "poll_answer"]


async def sent(client: Bot, person: Person, **fields: Any) -> tuple[Message, Sent]:
    message = await client.send_poll(
        person.id, "Which?", ["One", "Two"], **{"is_anonymous": False, **fields}
    )
    assert person.chat.last
    return message, person.chat.last


async def answers(client: Bot) -> list[PollAnswer]:
    updates = await client.get_updates(allowed_updates=KINDS)
    return [update.poll_answer for update in updates if update.poll_answer]


async def test_a_vote_arrives_with_its_poll_and_person(
    client: Bot, anna: Person, bob: Person
) -> None:
    message, poll = await sent(client, anna)
    bob.votes(poll, "Two")
    (answer,) = await answers(client)
    assert message.poll
    assert (answer.poll_id, answer.option_ids) == (message.poll.id, (1,))
    assert answer.user
    assert answer.user.id == bob.id


async def test_a_vote_can_be_changed_and_taken_back(client: Bot, anna: Person, bob: Person) -> None:
    _, poll = await sent(client, anna)
    anna.votes(poll, "One")
    bob.votes(poll, "Two")
    bob.votes(poll, "One")
    anna.votes(poll, None)
    assert [answer.option_ids for answer in await answers(client)] == [(0,), (1,), (0,), ()]
    counts = [option["voter_count"] for option in poll.media["poll"]["options"]]
    assert (counts, poll.media["poll"]["total_voter_count"]) == ([1, 0], 1)


async def test_a_poll_is_stopped_once_with_its_counts(
    client: Bot, api: BotApi, anna: Person
) -> None:
    message, poll = await sent(client, anna)
    anna.votes(poll, "One")
    stopped = await client.stop_poll(anna.id, message.message_id)
    assert stopped.is_closed
    assert [option.voter_count for option in stopped.options] == [1, 0]
    with pytest.raises(BadRequest, match="already been closed"):
        await client.stop_poll(anna.id, message.message_id)
    with pytest.raises(AssertionError, match="the poll is closed"):
        anna.votes(poll, "Two")
    assert api.violations == []


async def test_what_is_no_poll_cannot_be_stopped(client: Bot, anna: Person) -> None:
    message = await client.send_message(anna.id, "Hi")
    with pytest.raises(BadRequest, match="poll to stop not found"):
        await client.stop_poll(anna.id, message.message_id)


async def test_nobody_learns_who_votes_in_an_anonymous_poll(client: Bot, anna: Person) -> None:
    _, poll = await sent(client, anna, is_anonymous=True)
    with pytest.raises(AssertionError, match="anonymous"):
        anna.votes(poll, "One")


async def test_two_options_alike_are_a_breach(client: Bot, api: BotApi, anna: Person) -> None:
    with pytest.raises(BadRequest, match=r"(?i)poll_option_duplicate"):
        await client.send_poll(anna.id, "Which?", ["One", "One"])
    assert len(api.violations) == 1


async def test_a_vote_for_what_is_no_option_is_no_vote(client: Bot, anna: Person) -> None:
    _, poll = await sent(client, anna)
    with pytest.raises(AssertionError, match="no option 'Three'"):
        anna.votes(poll, "Three")
