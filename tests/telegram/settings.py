"""The methods that ask for or set something: the bot's profile, chats, files, queries."""

from __future__ import annotations

import json
from typing import Any

from tests.telegram.schema import load
from tests.telegram.sending import find_chat
from tests.telegram.wire import bad_request
from tests.telegram.world import World

Params = dict[str, Any]
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
FLAGS = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries")


def get_me(world: World, method: str, params: Params) -> Params:
    """Give the bot: in groups it sees only what is meant for it."""
    flags = {flag: flag != "can_read_all_group_messages" for flag in FLAGS}
    return {**world.me.json(), **flags}


def answer_callback(world: World, method: str, params: Params) -> bool:
    """Answer a tap, once."""
    query_id = params["callback_query_id"]
    if query_id not in world.open_queries:
        raise bad_request(TOO_OLD)
    answers = world.answers.setdefault(query_id, [])
    if answers and query_id not in world.uncertain:
        world.violations.append(f"{method}: query {query_id} is answered twice")
        raise bad_request(TOO_OLD)
    answers.append(params)
    if world.keep and len(world.answers) > world.keep:
        del world.answers[next(iter(world.answers))]
    return True


def answer_inline(world: World, method: str, params: Params) -> bool:
    """Answer an inline query, once; a picture must be one that was uploaded before."""
    query_id = params["inline_query_id"]
    if query_id not in world.open_queries:
        raise bad_request(TOO_OLD)
    for result in params["results"]:
        if "photo_file_id" in result and world.files.get(result["photo_file_id"]) is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
    if query_id in world.inline_answers and query_id not in world.uncertain:
        world.violations.append(f"{method}: query {query_id} is answered twice")
    world.inline_answers[query_id] = params
    return True


def answer_guest(world: World, method: str, params: Params) -> Params:
    """Answer a mention in a chat where the bot is not, once."""
    query_id = params["guest_query_id"]
    if query_id not in world.open_queries:
        raise bad_request(TOO_OLD)
    if query_id in world.inline_answers and query_id not in world.uncertain:
        world.violations.append(f"{method}: query {query_id} is answered twice")
    world.inline_answers[query_id] = params
    return {"inline_message_id": f"guest{query_id}"}


def _commands_key(params: Params) -> tuple[str, str]:
    scope = params.get("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), params.get("language_code") or ""


def set_commands(world: World, method: str, params: Params) -> bool:
    """Set the commands of one scope and language."""
    if "chat_id" in (params.get("scope") or {}):
        find_chat(world, params["scope"]["chat_id"])
    world.commands[_commands_key(params)] = params["commands"]
    return True


def get_commands(world: World, method: str, params: Params) -> list[dict[str, str]]:
    """Give the commands of one scope and language."""
    return world.commands.get(_commands_key(params), [])


def delete_commands(world: World, method: str, params: Params) -> bool:
    """Remove the commands of one scope and language."""
    world.commands.pop(_commands_key(params), None)
    return True


PROFILE = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}


def set_profile(world: World, method: str, params: Params) -> bool:
    """Set the bot's name, description or short description in one language."""
    name = PROFILE[method.removeprefix("setMy")]
    texts = world.profile.setdefault(name, {})
    texts[params.get("language_code") or ""] = params.get(name, "")
    return True


def get_profile(world: World, method: str, params: Params) -> Params:
    """Give the bot's name, description or short description, else that of no language."""
    name = PROFILE[method.removeprefix("getMy")]
    texts = world.profile.get(name, {})
    unset = world.me.first_name if name == "name" else ""
    return {name: texts.get(params.get("language_code") or "") or texts.get("", unset)}


def set_menu_button(world: World, method: str, params: Params) -> bool:
    """Set the menu button of a chat, of all chats under None."""
    button = params.get("menu_button") or {"type": "default"}
    world.profile.setdefault("menu_button", {})[params.get("chat_id")] = button
    return True


def get_menu_button(world: World, method: str, params: Params) -> Params:
    """Give the menu button of a chat."""
    buttons = world.profile.get("menu_button", {})
    found: Params = buttons.get(params.get("chat_id")) or buttons.get(None) or {"type": "default"}
    return found


def get_chat(world: World, method: str, params: Params) -> Params:
    """Give a chat with the details Telegram always adds."""
    gifts = load().fields("AcceptedGiftTypes")
    more = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    return {**find_chat(world, params["chat_id"]).json(), **more}


def _member(world: World, chat_id: int | str, user_id: int) -> Params:
    chat = find_chat(world, chat_id)
    if user_id == world.me.id:
        return world.me.member(chat.bot_status)
    person = world.people.get(user_id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if person in chat.admins:
        return {**person.member("creator"), "is_anonymous": False}
    return person.member("member" if person in chat.members else "left")


def get_member(world: World, method: str, params: Params) -> Params:
    """Give someone's membership of a chat."""
    return _member(world, params["chat_id"], params["user_id"])


def get_admins(world: World, method: str, params: Params) -> list[Params]:
    """Give the memberships of those who run a group."""
    chat = find_chat(world, params["chat_id"])
    return [_member(world, chat.id, person.id) for person in chat.admins]


def leave(world: World, method: str, params: Params) -> bool:
    """Let the bot leave a group."""
    find_chat(world, params["chat_id"]).bot_status = "left"
    return True


def get_file(world: World, method: str, params: Params) -> Params:
    """Say where a file can be downloaded."""
    file = world.files.get(params["file_id"])
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    unique = {"file_id": params["file_id"], "file_unique_id": f"u{params['file_id']}"}
    path = f"{params['file_id']}/{file.filename}"
    return {**unique, "file_size": len(file.content), "file_path": path}


def chat_action(world: World, method: str, params: Params) -> bool:
    """Show that the bot is at work, where it may write."""
    find_chat(world, params["chat_id"]).check_writable()
    return True
