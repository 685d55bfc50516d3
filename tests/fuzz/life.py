"""A town with what is known of it: who is where, what each may see, what was to be answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.core import Core
from tests.fuzz.checks import SENDING, Checks
from tests.fuzz.planted import Planted
from tests.fuzz.seen import said, shown
from tests.fuzz.town import Town
from tests.telegram.chats import BASIC_GROUP, Chat
from tests.telegram.inline import InlineMessage
from tests.telegram.people import Person
from tests.telegram.state import Call, Sent
from tests.telegram.updates import Update

PEOPLE = (("Anna", "zh-hans"), ("Ben", "en"), ("Chen", "zh-hant"), ("Dora", "zh-hk"))
ELSEWHERE = "-1000000009999"
_QUERIES = {"answerCallbackQuery": "callback_query_id", "answerInlineQuery": "inline_query_id"}


@dataclass(frozen=True, slots=True)
class Shared:
    """A link as it is in the store: whose plan it opens, and what that holds."""

    chat: str
    user: str
    body: str
    may_edit: bool


class Life:
    """People and groups of a town, and what they do."""

    def __init__(self, core: Core, folder: Path) -> None:
        self.town = Town(core, folder)
        self.api = self.town.api
        self.planted = Planted(self._groups)
        self.checks = Checks(self.town)
        self.people = [self._person(place) for place in range(len(PEOPLE))]
        anna, ben, chen, dora = self.people
        self.groups = [
            self.api.group(-5001, "Team", (anna, ben, chen), type=BASIC_GROUP),
            self.api.group(-1_000_000_005_002, "Forum", (ben, chen, dora), forum=True),
        ]
        self.inline: list[InlineMessage] = []
        self.tokens: set[str] = set()
        self.links: dict[str, Shared] = {}
        self._visits: set[tuple[str, str]] = set()  # chat and token
        self._asked_by: dict[str, str] = {}  # query and the private chat of whoever asked

    def close(self) -> None:
        """End the town."""
        self.town.close()

    def _person(self, place: int) -> Person:
        name, code = PEOPLE[place]
        number = 7001 + place
        person = self.api.person(number, name, code)
        person.last_name = self.planted.new(str(number))
        return person

    def _groups(self, chat: str) -> Iterator[str]:
        """Give the groups that the person of a private chat is in, under all their ids."""
        for group in [g for g in self.api.chats.values() if g.id < 0]:
            if chat in (str(member.id) for member in group.members):
                yield str(group.id)

    def polls(self) -> list[Sent]:
        """List the polls that are open."""
        sent = (message for group in self.groups for message in group.messages)
        polls = ((message, message.media.get("poll")) for message in sent)
        return [message for message, poll in polls if poll and not poll["is_closed"]]

    def move(self) -> None:
        """Make a supergroup of the first group, which gives it another id."""
        old = self.groups[0]
        self.groups[0] = old.migrates(-1_000_000_005_001)
        self.planted.moves(str(old.id), str(self.groups[0].id))

    def waiting(self) -> list[Update]:
        """List what the bot was not told yet."""
        return [*self.api.updates.pending.values()]

    def name_for(self, person: Person, chat: Chat) -> str:
        """Plant a name that a person says in a chat; who may see it is who is there.

        Where the person works on a plan that somebody lets them edit, its owner may, too.
        """
        owners = [
            link.chat
            for (where, token) in self._visits
            if where == str(chat.id) and (link := self.links.get(token)) and link.may_edit
        ]
        return self.planted.new(str(chat.id), *owners)

    def settle(self) -> None:
        """Bring what was done to the bot; everything must be answered, and nothing leaked."""
        self._take(self.town.waiting())

    def die(self) -> None:
        """Bring what was done to a bot that is killed before it sends anything."""
        updates = self.town.waiting()
        if updates:
            before = self._noted(updates)
            self._come_again(updates)
            self._judge(updates, self.town.die_after(updates), before)

    def repeat(self, updates: list[Update]) -> None:
        """Bring updates a second time: taps are confirmed again, nothing else happens."""
        self._come_again(updates)
        calls = self.town.deliver(updates)
        assert not [call for call in calls if call.method in SENDING], calls
        self.check()

    def _come_again(self, updates: list[Update]) -> None:
        """Let the server expect that queries may be answered twice."""
        names = {"callback_query": "id", "inline_query": "id", "guest_message": "guest_query_id"}
        for kind, name in names.items():
            self.api.uncertain.update(u[kind][name] for u in updates if kind in u)

    def restart(self) -> None:
        """Start the bot anew; there is nothing that it has to send."""
        calls = self.town.reopen()
        assert [call.method for call in calls] in ([], ["getMe"]), calls

    def _take(self, updates: list[Update]) -> None:
        if updates:
            before = self._noted(updates)
            self._judge(updates, self.town.deliver(updates), before)

    def _judge(self, updates: list[Update], calls: list[Call], before: dict[str, Shared]) -> None:
        self._read_links()
        self._open_links(before)
        for call in calls:
            self._check_leaks(call)
        self._check_stored()
        for update in updates:
            fault = self._unanswered(update, calls)
            assert fault is None, f"{fault}: {update}\n{calls}"
        self.check()

    def check(self) -> None:
        """Find the bot and its store sound."""
        found = [*self.checks.faults()]
        assert not found, "\n".join(found)

    def _noted(self, updates: list[Update]) -> dict[str, Shared]:
        """Note which links are used and who asks; gives the links as they are before."""
        self._read_links()
        for update in updates:
            for chat, text in said(update):
                known = [token for token in self.tokens if token in text]
                self._visits |= {(chat, token) for token in known}
            for kind in ("callback_query", "inline_query"):
                if kind in update:
                    self._asked_by[update[kind]["id"]] = str(update[kind]["from"]["id"])
        return dict(self.links)

    def _read_links(self) -> None:
        sql = """SELECT token, chat, user, body, may_edit FROM shares JOIN plans USING (chat, user)
                 WHERE plans.id = shares.plan AND (expires_at IS NULL OR expires_at > ?)"""
        rows = self.town.query(sql, self.town.now)
        self.links = {token: Shared(*row) for token, *row in rows}
        self.tokens |= self.links.keys()

    def _open_links(self, before: dict[str, Shared]) -> None:
        """Let whoever used a link see what it opens, as it was or as it is now."""
        cards = self.town.query("SELECT message, token FROM cards")
        seen = {*self._visits, *((f"inline:{message}", token) for message, token in cards)}
        for chat, token in seen:
            for links in (before, self.links):
                if token in links:
                    self.planted.allow(links[token].body, chat)

    def _check_leaks(self, call: Call) -> None:
        chat = self._seen_in(call)
        leaks = self.planted.leaks(shown(call), chat)
        assert not leaks, f"{leaks} in {chat}: {call}"

    def _check_stored(self) -> None:
        """Find no name among the plans of those who may not see it: they would be shown it."""
        for chat, code, body in self.town.query("SELECT chat, id, body FROM plans"):
            leaks = self.planted.leaks(body, chat)
            assert not leaks, f"{leaks} in plan {code} of {chat}"

    def _seen_in(self, call: Call) -> str | None:
        """Give the chat in which a request shows something."""
        params = call.params
        if "inline_message_id" in params:
            return f"inline:{params['inline_message_id']}"
        if call.method == "answerGuestQuery":
            return ELSEWHERE
        if call.method in _QUERIES:
            return self._asked_by.get(params[_QUERIES[call.method]])
        return str(params["chat_id"]) if "chat_id" in params else None

    def _unanswered(self, update: Update, calls: list[Call]) -> str | None:
        """Say what of an update was not answered."""
        for kind, method in (
            ("callback_query", "answerCallbackQuery"),
            ("inline_query", "answerInlineQuery"),
        ):
            if kind in update:
                name = _QUERIES[method]
                found = [c for c in calls if c.params.get(name) == update[kind]["id"]]
                return None if found else f"no {method}"
        if "guest_message" in update:
            return None if any(c.method == "answerGuestQuery" for c in calls) else "no guest"
        return self._unanswered_message(update.get("message") or {}, calls)

    def _unanswered_message(self, message: dict[str, Any], calls: list[Call]) -> str | None:
        """Say that a message was not answered that is for the bot: in private, or mentioning it."""
        chat = self.api.chats.get(message.get("chat", {}).get("id", 0))
        if chat is None or chat.blocked or chat.bot_status != "member" or "via_bot" in message:
            return None
        is_private = chat.type == "private"
        if not is_private and not message.get("text", "").startswith(f"@{self.api.me.username} "):
            return None
        here = (chat.id, chat.migrated_to)
        sent = [c for c in calls if c.method in SENDING and c.params.get("chat_id") in here]
        return None if sent else "no message"
