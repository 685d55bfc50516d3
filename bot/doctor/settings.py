"""Checks of the section `[telegram]` that need no network."""

from __future__ import annotations

from collections.abc import Iterator

from bot.config import TelegramConfig
from bot.doctor.finding import Finding, ok, problem
from bot.errors import ConfigError
from bot.words.voice import Voice, voice


def check_token(telegram: TelegramConfig, speak: Voice | None = None) -> Finding:
    """Look whether there is a token; how to get one is told in English unless a voice is given."""
    if telegram.token is None:
        return problem("token", str((speak or voice("en")).say("setup.no_token")))
    return ok("token", "A token is set.")


def check_webhook_settings(telegram: TelegramConfig) -> Iterator[Finding]:
    """Name what the webhook lacks; nothing when polling."""
    if telegram.mode != "webhook":
        return
    if telegram.webhook_url is None:
        sentence = "Set telegram.webhook_url to the public https address that Telegram shall call."
        yield problem("webhook", sentence)
    elif telegram.base_url is None and not telegram.webhook_url.startswith("https://"):
        sentence = "telegram.webhook_url must start with https://; Telegram calls no other address."
        yield problem("webhook", sentence)
    if telegram.webhook_secret is None:
        sentence = "Set telegram.webhook_secret to a long word of letters, digits, _ and -."
        yield problem("webhook", sentence)


def refuse_what_is_missing(telegram: TelegramConfig, speak: Voice) -> None:
    """Refuse settings with which the bot cannot run; a newcomer is told in the own language.

    Raises:
        ConfigError: Saying what to set.
    """
    for finding in (check_token(telegram, speak), *check_webhook_settings(telegram)):
        if finding.state == "problem":
            raise ConfigError(finding.text)
