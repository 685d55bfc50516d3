"""What the doctor learns from Telegram; the token never shows."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.doctor import Finding, online
from tests.bot.doctor.checkup import (
    BOT,
    HOOK,
    NO_WEBHOOK,
    TOKEN,
    WEBHOOK,
    Answer,
    bot_api,
    examined,
    found_by,
    states,
)


async def asked(
    place: Path,
    bot: Answer | None = None,
    *,
    webhook: Mapping[str, object] = {},
    settings: Mapping[str, str] = {},
) -> tuple[Finding, ...]:
    """Examine against a Bot API that answers like this; gives what was found of Telegram."""
    info = Answer({**NO_WEBHOOK, **webhook})
    async with bot_api(bot or Answer(BOT), info) as base_url:
        stated = {"TOKEN": TOKEN, "BASE_URL": base_url, **settings}
        findings = await asyncio.to_thread(examined, place / "o.db", **stated)
    assert all(TOKEN not in finding.text for finding in findings)
    assert all(finding.text.isprintable() for finding in findings)
    return tuple(f for f in findings if f.check in {"telegram", "webhook", "waiting"})


async def test_a_bot_that_is_ready_has_no_problem(place: Path) -> None:
    findings = await asked(place)
    assert states(findings) == dict.fromkeys(["telegram", "webhook", "waiting"], "ok")
    assert "@orgwright_bot" in findings[0].text


@pytest.mark.parametrize("status", [401, 404])
async def test_a_wrong_token_is_told_by_the_refusal(place: Path, status: int) -> None:
    (found,) = await asked(place, Answer(status=status, description="Unauthorized"))
    assert found.state == "problem"
    assert f"knows no bot with this token ({status}); copy the token" in found.text


async def test_another_refusal_is_quoted_on_one_line_without_the_token(place: Path) -> None:
    said = f"No\nway \x1b[2Jfor {TOKEN} " + "x" * 1000
    (found,) = await asked(place, Answer(status=429, description=said))
    assert found.state == "problem"
    assert 'refused getMe with "No way  [2Jfor *** xxx' in found.text
    assert len(found.text) < 300


@pytest.mark.parametrize("body", [b"<html>", b"[1]", b"5", b"\xff", b'{"result": {}}', b""])
async def test_a_server_that_is_no_bot_api_is_named(place: Path, body: bytes) -> None:
    (found,) = await asked(place, Answer(body=body, status=502))
    assert found.state == "problem"
    assert "(HTTP 502, not an answer of a Bot API); check telegram.base_url" in found.text


async def test_an_answer_without_a_result_is_a_refusal(place: Path) -> None:
    (found,) = await asked(place, Answer(True))
    assert found.state == "problem"


async def test_a_webhook_is_noted_when_the_bot_polls(place: Path) -> None:
    _, found, _ = await asked(place, webhook={"url": "https://elsewhere.example.org"})
    assert (found.state, "polling will remove it" in found.text) == ("note", True)


async def test_the_webhook_of_the_configuration_is_right(place: Path) -> None:
    _, found, _ = await asked(place, webhook={"url": HOOK}, settings=WEBHOOK)
    assert (found.check, found.state) == ("webhook", "ok")


@pytest.mark.parametrize("url", ["", "https://elsewhere.example.org"])
async def test_a_webhook_that_is_not_set_yet_is_noted(place: Path, url: str) -> None:
    _, found, _ = await asked(place, webhook={"url": url}, settings=WEBHOOK)
    assert (found.state, "run `orgwright telegram`" in found.text) == ("note", True)


async def test_a_webhook_without_an_address_is_named_once(place: Path) -> None:
    settings = {**WEBHOOK, "WEBHOOK_URL": ""}
    found = [f for f in await asked(place, settings=settings) if f.check == "webhook"]
    assert [f.state for f in found] == ["problem"]


async def test_the_last_error_of_the_webhook_is_quoted(place: Path) -> None:
    webhook = {"url": HOOK, "last_error_message": "Connection refused"}
    _, _, found, _ = await asked(place, webhook=webhook, settings=WEBHOOK)
    assert (found.state, '"Connection refused"' in found.text) == ("note", True)


@pytest.mark.parametrize(("count", "said"), [(1, "1 message waits"), (7, "7 messages wait")])
async def test_messages_that_wait_at_telegram_are_counted(
    place: Path, count: int, said: str
) -> None:
    *_, found = await asked(place, webhook={"pending_update_count": count})
    assert (found.check, found.state) == ("waiting", "note")
    assert found.text.startswith(said)


@pytest.mark.parametrize(
    "base_url", ["http://me:password@127.0.0.1:9/bot", "http://[bad/bot", "http://127.0.0.1:99999/"]
)
def test_a_server_that_cannot_be_reached_is_named_without_its_password(
    place: Path, base_url: str
) -> None:
    found = found_by("telegram", examined(place / "o.db", TOKEN=TOKEN, BASE_URL=base_url))
    assert found.state == "problem"
    assert "cannot be reached" in found.text
    assert "check telegram.base_url" in found.text
    assert "password" not in found.text
    assert TOKEN not in found.text


def test_a_server_that_does_not_answer_is_given_up(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(online, "TIMEOUT_SECONDS", 0.01)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        base_url = f"http://127.0.0.1:{silent.getsockname()[1]}/bot"
        findings = examined(place / "o.db", TOKEN=TOKEN, BASE_URL=base_url)
    assert "cannot be reached (no answer in 0 s)" in found_by("telegram", findings).text


def test_without_a_server_of_ones_own_network_and_proxy_are_to_be_checked(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(online, "TELEGRAM", "http://127.0.0.1:9/bot")
    found = found_by("telegram", examined(place / "o.db", TOKEN=TOKEN))
    assert found.text.endswith("check network and proxy.")
