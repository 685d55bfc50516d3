"""What Telegram shows of the bot before anybody writes: command menus and descriptions.

Published once in English and once for `zh`, which is all that Telegram tells apart; a chat in
Traditional Chinese, or in another language than its person's Telegram, gets a menu of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from bot.logs import log
from bot.store import Store
from bot.telegram.bot import ApiBot
from bot.words.voice import Language, voice

PUBLISHED: tuple[tuple[str, Language], ...] = (("", "en"), ("zh", "zh-Hans"))
PRIVATE = (
    *("start", "plan", "role", "grow", "size", "kit", "check", "taskforce", "why", "share"),
    *("plans", "settings", "help", "privacy", "mydata", "delete", "cancel"),
)
GROUP = ("plan", "role", "why", "settings", "help", "cancel")
ADMINS = (*GROUP, "privacy")
SCOPES = {
    "all_private_chats": PRIVATE,
    "all_group_chats": GROUP,
    "all_chat_administrators": ADMINS,
}
_NOTE = "profile"
_LOG = log(__name__)


def commands(names: tuple[str, ...], language: Language) -> list[dict[str, str]]:
    """Describe commands in a language."""
    say = voice(language).say
    return [{"command": command, "description": str(say(f"menu.{command}"))} for command in names]


def chat_commands(language: Language) -> list[dict[str, str]]:
    """Describe the commands of a private chat."""
    return commands(PRIVATE, language)


def calls() -> Iterator[tuple[str, dict[str, Any]]]:
    """List the requests that publish the profile."""
    for code, language in PUBLISHED:
        say = voice(language).say
        where = {"language_code": code} if code else {}
        for scope, names in SCOPES.items():
            shown = {"commands": commands(names, language), "scope": {"type": scope}}
            yield "setMyCommands", {**shown, **where}
        yield "setMyCommands", {"commands": commands(PRIVATE, language), **where}
        yield "setMyDescription", {"description": str(say("profile.description")), **where}
        short = {"short_description": str(say("profile.short"))}
        yield "setMyShortDescription", {**short, **where}
    yield "setChatMenuButton", {"menu_button": {"type": "commands"}}


async def publish(bot: ApiBot, store: Store) -> None:
    """Publish the profile if it changed since the last time.

    Raises:
        TelegramError: If Telegram does not take it; then the next start tries again.
        StoreError: If the store cannot be used.
    """
    found = list(calls())
    written = json.dumps([bot.id, found], ensure_ascii=False).encode()
    digest = hashlib.sha256(written).hexdigest()
    name = f"{_NOTE}:{bot.id}"
    if store.note(name) == digest:
        return
    for method, parameters in found:
        await bot.call(method, **parameters)
    store.set_note(name, digest)
    _LOG.info("profile published")
