"""The methods that send: every one makes a message of the bot in a chat."""

from __future__ import annotations

from typing import Any

from tests.telegram.chats import Chat
from tests.telegram.html import MarkupError, Parsed, read_text
from tests.telegram.state import Sent
from tests.telegram.wire import Upload, bad_request
from tests.telegram.world import World

Params = dict[str, Any]
MEDIA = ("document", "photo", "video", "audio", "animation", "voice", "video_note", "sticker")


def find_chat(world: World, chat_id: int | str) -> Chat:
    """Find a chat by its id or a person's `@name`.

    Raises:
        ApiError: If there is none.
    """
    if isinstance(chat_id, str):
        names = {f"@{person.username}": person.id for person in world.people.values()}
        chat_id = names.get(chat_id, 0)
    chat = world.chats.get(chat_id)
    if chat is None:
        raise bad_request("chat not found")
    return chat


def writable_chat(world: World, chat_id: int | str) -> Chat:
    """Find a chat the bot may write to.

    Raises:
        ApiError: If there is none or the bot may not.
    """
    chat = find_chat(world, chat_id)
    chat.check_writable()
    return chat


def marked_up(params: Params, name: str, *, validated: bool) -> Parsed:
    """Read a text; if nothing was validated, one that does not parse is taken as it is."""
    try:
        return read_text(params.get(name, ""), params.get("parse_mode"))
    except MarkupError:
        if validated:
            raise
        return Parsed(params[name])


def send(world: World, method: str, params: Params) -> Params:
    """Send one message; gives it as the Bot API writes it."""
    chat = writable_chat(world, params["chat_id"])
    return _deliver(world, chat, method, params).json()


def send_media_group(world: World, method: str, params: Params) -> list[Params]:
    """Send several files, each a message of its own."""
    chat = writable_chat(world, params["chat_id"])
    common = {key: value for key, value in params.items() if not isinstance(value, Upload)}
    del common["media"]
    return [
        _deliver(world, chat, method, {**common, **_attached(item, params)}).json()
        for item in params["media"]
    ]


def _attached(item: Params, params: Params) -> Params:
    """Put the file of one medium where it is in a message with only that file."""
    details = {key: value for key, value in item.items() if key not in {"type", "media"}}
    media = item["media"]
    return {**details, item["type"]: params.get(media.removeprefix("attach://"), media)}


def _deliver(world: World, chat: Chat, method: str, params: Params) -> Sent:
    sent = Sent(0, chat.id, method, params, reply_markup=params.get("reply_markup"))
    sent.thread = _thread(chat, params)
    sent.head = {"chat": chat.json(), "from": world.me.json()}
    _answer(world, chat, sent)
    _fill(world, sent)
    sent.id = chat.new_id()
    chat.keep(sent)
    return sent


def _thread(chat: Chat, params: Params) -> int | None:
    thread: int | None = params.get("message_thread_id")
    if thread is not None and not chat.forum:
        raise bad_request("message thread not found")
    return thread


def _answer(world: World, chat: Chat, sent: Sent) -> None:
    """Note which message is answered."""
    if sent.thread is not None:
        sent.head |= {"message_thread_id": sent.thread, "is_topic_message": True}
    reply = sent.params.get("reply_parameters") or {}
    if "message_id" not in reply:
        return
    there = find_chat(world, reply["chat_id"]) if "chat_id" in reply else chat
    if there.has(reply["message_id"]):
        sent.reply_to = reply["message_id"]
        _quote(there.message(reply["message_id"]), sent)
    elif not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")


def _quote(replied: Params | None, sent: Sent) -> None:
    if replied:
        inner = {key: value for key, value in replied.items() if key != "reply_to_message"}
        sent.head["reply_to_message"] = inner


def _fill(world: World, sent: Sent) -> None:
    params = sent.params
    if sent.method == "sendPoll":
        sent.media = {"poll": {"id": world.new_query_id(), **_poll(params)}}
        sent.write(Parsed(params["question"]), params["question"], caption=False)
        return
    for kind in MEDIA:
        if kind in params:
            sent.media = _media(world, sent, kind)
    name = "text" if sent.method == "sendMessage" else "caption"
    content = marked_up(params, name, validated=world.validate)
    sent.write(content, params.get(name, ""), caption=name == "caption")


def _media(world: World, sent: Sent, kind: str) -> Params:
    """Store the file of a message, or find one that was stored before."""
    file = sent.params[kind]
    if isinstance(file, str):
        stored = world.files.get(file)
        if stored is None and not file.startswith(("http://", "https://")):
            raise bad_request("wrong file identifier/HTTP URL specified")
        file = stored or Upload(file.rsplit("/", 1)[-1], b"")
    sent.document, sent.filename = file.content, file.filename
    details = world.files.store(file.filename, file.content)
    if kind == "photo":
        return {"photo": [{**details, "width": 100, "height": 100}]}
    if kind == "document":
        return {"document": {**details, "file_name": file.filename}}
    return {}


def _poll(params: Params) -> Params:
    options = enumerate(params["options"])
    return {
        "question": params["question"],
        "options": [
            {"persistent_id": str(index), "text": option["text"], "voter_count": 0}
            for index, option in options
        ],
        "total_voter_count": 0,
        "is_closed": params.get("is_closed", False),
        "is_anonymous": params.get("is_anonymous", True),
        "type": params.get("type", "regular"),
        "allows_multiple_answers": params.get("allows_multiple_answers", False),
        "allows_revoting": params.get("allows_revoting", True),
        "members_only": params.get("members_only", False),
    }
