"""All that exists at the fake Telegram: the bot, people, chats, updates, what the bot has set."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

from tests.telegram.chats import PRIVATE, SUPERGROUP, Chat
from tests.telegram.files import Files
from tests.telegram.inline import InlineMessage
from tests.telegram.people import Person
from tests.telegram.pulse import Pulse
from tests.telegram.state import Call
from tests.telegram.updates import Update, Updates

CommandList = list[dict[str, str]]
TURNS = 10


class World:
    """The state of the fake Telegram, without a server.

    `keep` limits how many requests, updates, files and messages of a chat are remembered.
    """

    def __init__(
        self, token: str, username: str, *, validate: bool = True, keep: int | None = None
    ) -> None:
        self.token = token
        self.validate = validate
        self.keep = keep
        self.me = Person(
            self, int(token.partition(":")[0]), "Orgwright", None, username, is_bot=True
        )
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, Person] = {}
        self.files = Files(keep)
        self.pulse = Pulse()
        self.updates = Updates(1, keep, self.pulse)
        self.message_ids = count(1)
        self.requests: list[Call] = []
        self.violations: list[str] = []
        self.answers: dict[str, list[dict[str, Any]]] = {}
        self.inline_answers: dict[str, dict[str, Any]] = {}
        self.inline_messages: dict[str, InlineMessage] = {}
        self.commands: dict[tuple[str, str], CommandList] = {}
        self.profile: dict[str, dict[Any, Any]] = {}
        self.webhook: dict[str, Any] | None = None
        self.open_queries: dict[str, None] = {}
        self.uncertain: set[str] = set()  # queries whose answer the bot may not know of
        self._query_ids = count(1)
        self.busy = 0  # requests in progress, other than for updates
        self.work = 0  # counts what happens, other than requests for updates

    @property
    def unacknowledged(self) -> int:
        """Count the updates that the bot has not confirmed."""
        return len(self.updates)

    @property
    def confirmed(self) -> set[int]:
        """Give the ids of the updates that the bot has confirmed."""
        return self.updates.confirmed

    def person(
        self,
        id: int,
        first_name: str = "Anna",
        language_code: str | None = None,
        username: str | None = None,
    ) -> Person:
        """Make a person and the private chat with the bot, which has the same id."""
        person = self.people[id] = Person(self, id, first_name, language_code, username)
        self.chats[id] = Chat(self, id, PRIVATE, first_name, [person])
        return person

    def group(
        self,
        id: int,
        title: str = "Team",
        members: Iterable[Person] = (),
        *,
        forum: bool = False,
        type: str = SUPERGROUP,
    ) -> Chat:
        """Make a group that has the bot as a member; the first person in it is its creator."""
        chat = self.chats[id] = Chat(self, id, type, title, list(members), forum)
        return chat

    def add_update(self, **fields: Any) -> int:
        """Queue an update as the Bot API writes it; gives its id."""
        for kind in fields.keys() & {"callback_query", "inline_query"}:
            self.open_queries[fields[kind]["id"]] = None
        if "guest_message" in fields:
            self.open_queries[fields["guest_message"]["guest_query_id"]] = None
        if self.keep and len(self.open_queries) > self.keep:
            del self.open_queries[next(iter(self.open_queries))]
        update_id = self.updates.add(fields)
        self.work += 1
        self.pulse.beat()
        return update_id

    def update(self, update_id: int) -> Update:
        """Give an update as it is delivered."""
        return self.updates[update_id]

    def redeliver(self, update_id: int) -> None:
        """Deliver an update once more although the bot has confirmed it."""
        self.updates.redeliver(update_id)
        self.work += 1
        self.pulse.beat()

    def shuffle_next(self, n: int) -> None:
        """Deliver the next n updates in a random order, once all of them are there."""
        self.updates.shuffle_next(n)

    def new_query_id(self) -> str:
        """Give an id that no query has yet."""
        return f"{self.me.id}{next(self._query_ids):06}"

    def new_inline_message(self, result: dict[str, Any]) -> InlineMessage:
        """Send a chosen result into a chat that the bot need not know."""
        message = InlineMessage.of(f"inline{self.new_query_id()}", result)
        self.inline_messages[message.id] = message
        return message

    def expires(self, query_id: str) -> None:
        """Make a query too old to be answered."""
        self.open_queries.pop(query_id, None)

    def record(self, call: Call) -> None:
        """Remember a request."""
        self.requests.append(call)
        if self.keep and len(self.requests) > 2 * self.keep:
            del self.requests[: -self.keep]
        self.pulse.beat()

    async def until(
        self,
        condition: Callable[[], object],
        timeout: float = 10,  # noqa: ASYNC109 - the message is what counts
    ) -> None:
        """Wait until a condition holds; it is tried again after every request and update.

        Raises:
            AssertionError: If it doesn't hold in time [seconds]; says what happened so far.
        """
        try:
            async with asyncio.timeout(timeout):
                await self._when(condition)
        except TimeoutError:
            assert condition(), f"not within {timeout} s:\n{self.dump()}"

    async def settled(
        self,
        timeout: float = 10,  # noqa: ASYNC109 - the message is what counts
        quiet: float = 0.05,
    ) -> None:
        """Wait until all updates are confirmed and the bot has been quiet for a while [seconds].

        Asking for updates does not count as work.

        Raises:
            AssertionError: If that takes too long; says what happened so far.
        """
        try:
            async with asyncio.timeout(timeout):
                while not await self._stays_idle(quiet):
                    pass
        except TimeoutError:
            raise AssertionError(f"not settled within {timeout} s:\n{self.dump()}") from None

    def dump(self) -> str:
        """Say what happened so far, newest requests last."""
        calls = (f"  {c.status} {c.method} {c.params} {c.fault or ''}" for c in self.requests[-12:])
        return "\n".join(
            (
                f"unacknowledged: {[*self.updates.pending]}, busy with {self.busy} requests",
                f"violations: {self.violations[-5:]}",
                *(f"{chat.title} ({chat.id}): {chat.last}" for chat in self.chats.values()),
                "last requests:",
                *calls,
            )
        )

    async def _when(self, condition: Callable[[], object]) -> None:
        while not condition():
            await self.pulse.wait()

    def _is_idle(self) -> bool:
        return not self.unacknowledged and not self.busy

    async def _stays_idle(self, seconds: float) -> bool:
        """Watch in many short turns: a bot in this process may keep the loop busy for one."""
        await self._when(self._is_idle)
        before = self.work
        for _ in range(TURNS):
            try:
                async with asyncio.timeout(seconds / TURNS):
                    await self._when(lambda: self.work != before)
            except TimeoutError:
                continue
            return False
        return self._is_idle()
