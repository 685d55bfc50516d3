"""A chat: its messages and ids, its members, and whether the bot may write there."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from tests.telegram.state import Sent
from tests.telegram.wire import ApiError, bad_request

if TYPE_CHECKING:
    from tests.telegram.people import Person
    from tests.telegram.world import World

Message = dict[str, Any]
BASIC_GROUP, SUPERGROUP, PRIVATE = "group", "supergroup", "private"


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat, a group or a supergroup.

    `admins` run a group, by default the first member does. `muted`: the bot may not write.
    `blocked`: the person has blocked the bot. `bot_status` is the bot's membership of a group.
    """

    world: World = field(repr=False)
    id: int
    type: str
    title: str
    members: list[Person] = field(default_factory=list, repr=False)
    forum: bool = False
    admins: list[Person] = field(default_factory=list, repr=False)
    muted: bool = False
    blocked: bool = False
    bot_status: str = "member"
    migrated_to: int | None = None
    messages: list[Sent] = field(default_factory=list, repr=False)
    known: dict[int, Sent | Message] = field(default_factory=dict, repr=False)
    _ids: count[int] = field(default_factory=lambda: count(1), repr=False)

    def __post_init__(self) -> None:
        if self.type != PRIVATE:
            self.admins = self.admins or self.members[:1]

    @property
    def last(self) -> Sent | None:
        """Give the newest message of the bot."""
        return self.messages[-1] if self.messages else None

    def new_id(self) -> int:
        """Count messages: supergroups each on their own, all other chats together."""
        return next(self._ids if self.type == SUPERGROUP else self.world.message_ids)

    def json(self) -> dict[str, Any]:
        """Give the chat as the Bot API writes it."""
        name = "first_name" if self.type == PRIVATE else "title"
        chat = {"id": self.id, "type": self.type, name: self.title}
        return {**chat, "is_forum": True} if self.forum else chat

    def check_writable(self) -> None:
        """Refuse a message that the bot may not send.

        Raises:
            ApiError: If it may not.
        """
        if self.migrated_to:
            why = "group chat was upgraded to a supergroup chat"
            raise bad_request(why, migrate_to_chat_id=self.migrated_to)
        if self.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if self.bot_status == "left":
            raise ApiError(403, f"Forbidden: bot is not a member of the {self.type} chat")
        if self.bot_status != "member":
            raise ApiError(403, f"Forbidden: bot was kicked from the {self.type} chat")
        if self.muted:
            raise bad_request("not enough rights to send text messages to the chat")

    def keep(self, message: Sent | Message) -> None:
        """Remember a message so that it can be edited and answered."""
        limit = self.world.keep
        if isinstance(message, Sent):
            self.messages.append(message)
            if limit and len(self.messages) > 2 * limit:
                del self.messages[:-limit]
        self.known[message.id if isinstance(message, Sent) else message["message_id"]] = message
        if limit and len(self.known) > 2 * limit:
            del self.known[next(iter(self.known))]

    def has(self, message_id: int) -> bool:
        """Say whether there is such a message; one that was dropped to save memory counts."""
        dropped = self.world.keep and self.known and message_id < next(iter(self.known))
        return bool(dropped) or message_id in self.known

    def delete(self, message_id: int) -> bool:
        """Remove a message; False if there is none."""
        message = self.known.pop(message_id, None)
        if isinstance(message, Sent):
            message.deleted = True
            if message in self.messages:
                self.messages.remove(message)
        return message is not None

    def message(self, message_id: int) -> Message | None:
        """Give a message as the Bot API writes it."""
        found = self.known.get(message_id)
        return found.json() if isinstance(found, Sent) else found

    def receive(self, sender: Person, content: dict[str, Any], **context: Any) -> Message:
        """Remember a message that someone wrote here."""
        message: Message = {
            "message_id": self.new_id(),
            "date": int(time.time()),
            "chat": self.json(),
            "from": sender.json(),
            **context,
            **content,
        }
        self.keep(message)
        return message

    def adds_bot(self, by: Person) -> int:
        """Let someone take the bot into the group; gives the id of the my_chat_member update."""
        update_id = self._changes(by, "left", "member")
        self._serves(by, {"new_chat_members": [self.world.me.json()]})
        return update_id

    def removes_bot(self, by: Person) -> int:
        """Let someone throw the bot out; gives the id of the my_chat_member update."""
        status = "kicked" if self.type == SUPERGROUP else "left"
        update_id = self._changes(by, "member", status)
        self.bot_status = "kicked"
        self._serves(by, {"left_chat_member": self.world.me.json()})
        return update_id

    def migrates(self, new_id: int) -> Chat:
        """Turn the group into a supergroup with another id; the old chat says so, the new too."""
        new = self.world.group(new_id, title=self.title, members=self.members)
        self.migrated_to = new_id
        self._serves(self.members[0], {"migrate_to_chat_id": new_id})
        new._serves(self.members[0], {"migrate_from_chat_id": self.id})
        return new

    def changes_membership(self, by: Person, old: str, new: str) -> int:
        """Tell the bot that its membership has changed."""
        return self._changes(by, old, new)

    def _changes(self, by: Person, old: str, new: str) -> int:
        self.bot_status = new
        change = {
            "chat": self.json(),
            "from": by.json(),
            "date": int(time.time()),
            "old_chat_member": self.world.me.member(old),
            "new_chat_member": self.world.me.member(new),
        }
        return self.world.add_update(my_chat_member=change)

    def _serves(self, by: Person, content: dict[str, Any]) -> None:
        self.world.add_update(message=self.receive(by, content))
