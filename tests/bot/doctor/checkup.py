"""The doctor as a test asks it, and a Bot API for it to ask."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.doctor import Finding, examine

TOKEN = "987654:a-token-to-be-kept-secret"  # noqa: S105 - made up
BOT = {"id": 987654, "is_bot": True, "first_name": "Org", "username": "orgwright_bot"}
NO_WEBHOOK = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
HOOK = "https://bot.example.org/hook"
WEBHOOK = {"MODE": "webhook", "WEBHOOK_URL": HOOK, "WEBHOOK_SECRET": "a_long_word"}


def found_by(check: str, findings: tuple[Finding, ...]) -> Finding:
    """Give the only finding of a check."""
    (finding,) = (finding for finding in findings if finding.check == check)
    return finding


def stated(path: Path, **telegram: str) -> dict[str, str]:
    """Give an environment with this store and settings of the section telegram."""
    settings = {f"ORGWRIGHT_TELEGRAM_{key}": value for key, value in telegram.items()}
    return {"ORGWRIGHT_STORE_PATH": str(path), **settings}


def examined(path: Path, **telegram: str) -> tuple[Finding, ...]:
    return examine(None, stated(path, **telegram))


def states(findings: tuple[Finding, ...]) -> dict[str, str]:
    return {finding.check: finding.state for finding in findings}


class Answer(NamedTuple):
    """What the server answers to a method."""

    result: object = None
    status: int = 200
    description: str = ""
    body: bytes | None = None

    def response(self) -> web.Response:
        if self.body is not None:
            return web.Response(body=self.body, status=self.status)
        if self.status == 200:
            return web.json_response({"ok": True, "result": self.result})
        found = {"ok": False, "error_code": self.status, "description": self.description}
        return web.json_response(found, status=self.status)


@asynccontextmanager
async def bot_api(bot: Answer, webhook: Answer, date: str | None = None) -> AsyncIterator[str]:
    """Serve a Bot API, whose clock may say something else; gives its base_url."""
    answers = {"getMe": bot, "getWebhookInfo": webhook}

    async def method(request: web.Request) -> web.Response:
        assert request.match_info["token"] == TOKEN
        response = answers[request.match_info["method"]].response()
        if date:
            response.headers["Date"] = date
        return response

    application = web.Application()
    application.router.add_post("/bot{token}/{method}", method)
    async with TestServer(application) as server:
        yield str(server.make_url("/bot"))
