"""Checks that ask Telegram, or the Bot API server of `telegram.base_url`: getMe, getWebhookInfo.

Nothing here changes anything at Telegram. What a server says is shown only without the token, on
one line and shortened.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

from bot.config import TelegramConfig
from bot.doctor.finding import Finding, note, ok, problem
from bot.log_lines import scrubber

TELEGRAM = "https://api.telegram.org/bot"
TIMEOUT_SECONDS = 5.0
CLOCK_SECONDS = 60
_MOST_CHARACTERS = 200
_UNKNOWN = (401, 404)  # unauthorized, not found


class OnlineError(Exception):
    """A question that was not answered; one sentence that says what to do."""


async def check_online(telegram: TelegramConfig) -> list[Finding]:
    """Ask for the bot and its webhook; if the first fails the second is not asked for."""
    timeout = aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
    # The environment may name a proxy, which python-telegram-bot uses too.
    async with aiohttp.ClientSession(timeout=timeout, trust_env=True) as session:
        try:
            bot, date = await _ask(session, telegram, "getMe")
            known = ok(
                "telegram", f"Telegram knows the bot as @{_shown(telegram, bot, 'username')}."
            )
            found, _ = await _ask(session, telegram, "getWebhookInfo")
        except OnlineError as error:
            return [problem("telegram", str(error))]
    return [known, *_webhook(telegram, found), *_clock(date, time.time())]


async def _ask(
    session: aiohttp.ClientSession, telegram: TelegramConfig, method: str
) -> tuple[Mapping[str, Any], str]:
    """Ask one question; gives the answer and the date that stands above it.

    Raises:
        OnlineError: If there is no answer, or a refusal.
    """
    status, body, date = await _post(session, telegram, method)
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or "ok" not in answer:
        raise OnlineError(_unreachable(telegram, f"HTTP {status}, not an answer of a Bot API"))
    if answer["ok"] is not True or not isinstance(answer.get("result"), dict):
        raise OnlineError(_refused(telegram, method, answer))
    result: Mapping[str, Any] = answer["result"]
    return result, date


async def _post(
    session: aiohttp.ClientSession, telegram: TelegramConfig, method: str
) -> tuple[int, bytes, str]:
    """Send a question; gives the HTTP status, whatever came back, and its date."""
    address = f"{telegram.base_url or TELEGRAM}{telegram.token}/{method}"
    try:
        async with session.post(address, allow_redirects=False) as response:
            date = response.headers.get("Date", "")
            return response.status, await response.read(), date
    except TimeoutError:
        raise OnlineError(_unreachable(telegram, f"no answer in {TIMEOUT_SECONDS:.0f} s")) from None
    except (aiohttp.ClientError, OSError) as error:  # all it says may hold the token
        why = getattr(error, "strerror", None) or type(error).__name__
        raise OnlineError(_unreachable(telegram, _fit(telegram, why))) from None


def _unreachable(telegram: TelegramConfig, why: str) -> str:
    check = "telegram.base_url and that server" if telegram.base_url else "network and proxy"
    return f"{_host(telegram)} cannot be reached ({why}); check {check}."


def _refused(telegram: TelegramConfig, method: str, answer: Mapping[str, Any]) -> str:
    code = answer.get("error_code")
    if code in _UNKNOWN:
        also = " and telegram.base_url" if telegram.base_url else ""
        return (
            f"{_host(telegram)} knows no bot with this token ({code}); copy the token from"
            f" @BotFather again and check ORGWRIGHT_TELEGRAM_TOKEN{also}."
        )
    said = _shown(telegram, answer, "description")
    return f'{_host(telegram)} refused {method} with "{said}"; try again in a minute.'


def _webhook(telegram: TelegramConfig, found: Mapping[str, Any]) -> Iterator[Finding]:
    """Compare the webhook at Telegram with the configuration."""
    address, is_polling = found.get("url") or "", telegram.mode == "polling"
    if is_polling and address:
        sentence = "A webhook is set though telegram.mode is polling; polling will remove it."
        yield note("webhook", sentence)
    elif telegram.webhook_url and not is_polling and address != telegram.webhook_url:
        sentence = "Telegram does not call telegram.webhook_url yet; run `orgwright telegram`."
        yield note("webhook", sentence)
    elif is_polling or address:
        fact = "No webhook is set" if is_polling else "Telegram calls telegram.webhook_url"
        yield ok("webhook", f"{fact}, as it should be.")
    if found.get("last_error_message"):
        said = _shown(telegram, found, "last_error_message")
        sentence = f'Telegram\'s last call failed with "{said}"; see that it reaches the bot.'
        yield note("webhook", sentence)
    yield _waiting(found.get("pending_update_count"))


def _clock(date: str, now: float) -> Iterator[Finding]:
    """Compare this machine's clock with the server's, by the date of an answer."""
    try:
        seconds = round(now - parsedate_to_datetime(date).timestamp())
    except ValueError:
        return
    if abs(seconds) > CLOCK_SECONDS:
        way = "ahead of" if seconds > 0 else "behind"
        sentence = f"This machine's clock is {abs(seconds)} s {way} Telegram's; set it right."
        yield note("clock", sentence)


def _waiting(count: object) -> Finding:
    if isinstance(count, int) and count:
        what = "1 message waits" if count == 1 else f"{count} messages wait"
        return note("waiting", f"{what} at Telegram; run `orgwright telegram` to answer.")
    return ok("waiting", "No message waits at Telegram.")


def _shown(telegram: TelegramConfig, answer: Mapping[str, Any], key: str) -> str:
    return _fit(telegram, str(answer.get(key)))


def _fit(telegram: TelegramConfig, text: str) -> str:
    """Make what somebody else said fit to be shown."""
    said = scrubber([telegram.token, telegram.webhook_secret])(text)
    line = "".join(c if c.isprintable() else " " for c in " ".join(said.split()))
    return line[:_MOST_CHARACTERS]


def _host(telegram: TelegramConfig) -> str:
    """Name the server without what else its address may hold, such as a password."""
    found = re.match(r"https?://([^/?#]*)", telegram.base_url or TELEGRAM)
    return found[1].rpartition("@")[2] if found else "telegram.base_url"
