"""The people who talk to the bot: they write, tap buttons, send things, block it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.telegram.chats import Chat, Message
from tests.telegram.inline import InlineMessage
from tests.telegram.polls import vote
from tests.telegram.samples import sample
from tests.telegram.state import Sent

if TYPE_CHECKING:
    from tests.telegram.world import World

COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(?:@\w+)?(?=\s|$)")
MENTION = re.compile(r"(?<![\w/@])@\w{5,32}")


@dataclass(slots=True, eq=False)
class Person:
    """A person, or the bot itself, as a user of Telegram."""

    world: World = field(repr=False)
    id: int
    first_name: str
    language_code: str | None = None
    username: str | None = None
    is_bot: bool = False
    wrote: int = 0  # the id of the message written last
    last_name: str | None = None

    @property
    def chat(self) -> Chat:
        """Give the private chat with the bot."""
        return self.world.chats[self.id]

    def json(self) -> dict[str, Any]:
        """Give the user as the Bot API writes it."""
        user = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        more = {
            "last_name": self.last_name,
            "language_code": self.language_code,
            "username": self.username,
        }
        return user | {key: value for key, value in more.items() if value}

    def member(self, status: str) -> dict[str, Any]:
        """Give the membership of a chat as the Bot API writes it."""
        until = {"until_date": 0} if status == "kicked" else {}
        return {"status": status, "user": self.json(), **until}

    def says(
        self,
        text: str,
        chat: Chat | None = None,
        reply_to: Sent | int | None = None,
        thread: int | None = None,
    ) -> int:
        """Write a text; gives the update id. The message's id is then in `wrote`."""
        return self._writes(_text(text), chat, reply_to, thread)

    def sends(
        self,
        kind: str,
        chat: Chat | None = None,
        reply_to: Sent | int | None = None,
        thread: int | None = None,
    ) -> int:
        """Send something that is no text, such as a voice message; gives the update id."""
        return self._writes(sample(kind, self.world), chat, reply_to, thread)

    def sends_file(self, name: str, content: bytes, chat: Chat | None = None) -> int:
        """Send a file; gives the update id."""
        stored = self.world.files.store(name, content)
        document = {"file_name": name, **stored}
        return self._writes({"document": document}, chat, None, None)

    def edits(self, message_id: int, text: str, chat: Chat | None = None) -> int:
        """Change a message written before; gives the update id."""
        known = (chat or self.chat).known
        before = known[message_id]
        assert isinstance(before, dict), f"message {message_id} is the bot's own"
        kept = {key: value for key, value in before.items() if key != "entities"}
        message = known[message_id] = {**kept, **_text(text), "edit_date": int(time.time())}
        return self.world.add_update(edited_message=message)

    def taps(self, message: Sent | InlineMessage | None, label: str, *, old: bool = False) -> int:
        """Tap a button, found by its label, else by its data; gives the update id.

        With `old` the query is too old to be answered when the bot gets it. On a keyboard that
        isn't inline the tap says the label.
        """
        assert message is not None, f"there is no message with a button {label!r}"
        button = _find(message, label)
        if isinstance(message, Sent) and "keyboard" in (message.reply_markup or {}):
            return self.says(button["text"], self.world.chats[message.chat_id])
        assert "callback_data" in button, f"button {label!r} asks the bot nothing: {button}"
        return self.taps_data(message, button["callback_data"], old=old)

    def taps_data(
        self, message: Sent | InlineMessage | None, data: str, *, old: bool = False
    ) -> int:
        """Tap a button that sends this data, even if there is none now; gives the update id."""
        assert message is not None, f"there is no message with data {data!r}"
        query_id = self.world.new_query_id()
        query = {
            "id": query_id,
            "from": self.json(),
            **_place(message),
            "data": data,
        }
        update_id = self.world.add_update(callback_query=query)
        if old:
            self.world.expires(query_id)
        return update_id

    def copies(self, message: Sent | InlineMessage, label: str) -> str:
        """Tap a button that copies a text; gives that text."""
        button = _find(message, label)
        assert "copy_text" in button, f"button {label!r} copies nothing: {button}"
        text: str = button["copy_text"]["text"]
        return text

    def shares(self, message: Sent | InlineMessage, label: str) -> int:
        """Tap a button that lets one choose a chat; gives the id of the inline query's update."""
        button = _find(message, label)
        assert "switch_inline_query_chosen_chat" in button, f"{label!r} shares nothing: {button}"
        return self.asks_inline(button["switch_inline_query_chosen_chat"].get("query", ""))

    def opens(self, url: str) -> int:
        """Open a link to the bot and begin; gives the update id."""
        start = f"https://t.me/{self.world.me.username}?start="
        assert url.startswith(start), f"{url!r} does not lead to the bot"
        return self.says(f"/start {url.removeprefix(start)}")

    def chooses(self, update_id: int, title: str, chat: Chat | None = None) -> InlineMessage:
        """Choose a result of an answered inline query, found by its title or id.

        Where the bot is a member of the chat it gets the message too.
        """
        query = self.world.update(update_id)["inline_query"]
        results = self.world.inline_answers[query["id"]]["results"]
        fitting = [result for result in results if title in (result.get("title"), result["id"])]
        assert fitting, f"no result {title!r}, only {[r.get('title') for r in results]}"
        message = self.world.new_inline_message(fitting[0])
        chosen = {"result_id": fitting[0]["id"], "from": self.json(), "query": query["query"]}
        self.world.add_update(chosen_inline_result={**chosen, "inline_message_id": message.id})
        if chat is not None and chat.bot_status == "member":
            via = {"via_bot": self.world.me.json()}
            self.world.add_update(message=chat.receive(self, message.content(), **via))
        return message

    def asks_inline(self, query: str, offset: str = "") -> int:
        """Type an inline query in some chat; gives the update id."""
        who = {"id": self.world.new_query_id(), "from": self.json()}
        return self.world.add_update(inline_query={**who, "query": query, "offset": offset})

    def mentions(self, text: str, reply_to: str | None = None) -> int:
        """Mention the bot in a chat where it is not a member; gives the update id."""
        username = self.world.me.username
        message = {
            "message_id": 1,
            "date": int(time.time()),
            "from": self.json(),
            "chat": {"id": -1_000_000_009_999, "type": "supergroup", "title": "Elsewhere"},
            "text": f"@{username} {text}",
            "guest_query_id": self.world.new_query_id(),
        }
        if reply_to:
            answered = {"message_id": 2, "date": 1, "chat": message["chat"], "text": reply_to}
            message["reply_to_message"] = answered
        return self.world.add_update(guest_message=message)

    def votes(self, message: Sent, option: str | None) -> int:
        """Vote in a poll, or with None take the vote back; gives the update id."""
        return vote(self, message, option)

    def blocks(self) -> int:
        """Block the bot; gives the update id."""
        self.chat.blocked = True
        return self.chat.changes_membership(self, "member", "kicked")

    def unblocks(self) -> int:
        """Let the bot write again; gives the update id."""
        self.chat.blocked = False
        return self.chat.changes_membership(self, "kicked", "member")

    def _writes(
        self,
        content: dict[str, Any],
        chat: Chat | None,
        reply_to: Sent | int | None,
        thread: int | None,
    ) -> int:
        chat = chat or self.chat
        message = chat.receive(self, content, **_context(chat, reply_to, thread))
        self.wrote = message["message_id"]
        return self.world.add_update(message=message)


def _place(message: Sent | InlineMessage) -> dict[str, Any]:
    """Say where a tapped button is; of an inline message the bot gets no more than its id."""
    if isinstance(message, InlineMessage):
        return {"inline_message_id": message.id, "chat_instance": f"inline{message.id}"}
    return {"message": message.json(), "chat_instance": str(message.chat_id)}


def _find(message: Sent | InlineMessage, label: str) -> dict[str, Any]:
    found = [button for row in message.buttons for button in row]
    fitting = [button for button in found if button["text"] == label]
    fitting += [button for button in found if button.get("callback_data") == label]
    assert fitting, f"no button {label!r} below {message.text!r}, only {message.buttons}"
    return fitting[0]


def _context(chat: Chat, reply_to: Sent | int | None, thread: int | None) -> Message:
    context: Message = {}
    if reply_to is not None:
        replied = chat.message(reply_to.id if isinstance(reply_to, Sent) else reply_to)
        assert replied is not None, f"there is no message {reply_to} to reply to"
        inner = {key: value for key, value in replied.items() if key != "reply_to_message"}
        context["reply_to_message"] = inner
    if thread is not None:
        context["message_thread_id"] = thread
        if chat.forum:
            context["is_topic_message"] = True
    return context


def _text(text: str) -> dict[str, Any]:
    """Give a text with the entities Telegram finds in it."""
    command = COMMAND.match(text)
    found = [("bot_command", command)] if command else []
    found += [("mention", mention) for mention in MENTION.finditer(text)]
    entities = [
        {"type": kind, "offset": _utf16(text[: m.start()]), "length": _utf16(m[0])}
        for kind, m in found
    ]
    return {"text": text, "entities": entities} if entities else {"text": text}


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
