"""The fake Bot API server: takes requests, checks them, fails on demand, delivers updates.

It listens on 127.0.0.1 only and never talks to Telegram.
"""

from __future__ import annotations

import asyncio
import time
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.telegram.faults import Faults
from tests.telegram.methods import handler
from tests.telegram.schema import Method, load
from tests.telegram.state import Call
from tests.telegram.webhook import MAX_CONNECTIONS, Webhook
from tests.telegram.wire import ApiError, answer, bad_request, read_params, refusal
from tests.telegram.world import World

HOST = "127.0.0.1"
MAX_BATCH = 100
UNPROCESSED = {"429": 429, "500": 500, "502": 502, "reset": 0}
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"


class BotApi(World):
    """A Bot API server for one bot; `async with` starts and stops it, its state outlives that."""

    def __init__(
        self,
        token: str = "123456:TEST",  # noqa: S107 - no secret
        username: str = "orgwright_bot",
        *,
        validate: bool = True,
        keep: int | None = None,
    ) -> None:
        super().__init__(token, username, validate=validate, keep=keep)
        self.faults: Faults | None = None
        self.port = 0
        self._slow: dict[str, float] = {}
        self._server: web.Server | None = None
        self._runner: web.ServerRunner | None = None
        self._delivery: Webhook | None = None

    @property
    def base_url(self) -> str:
        """Give the address that the token is appended to."""
        return f"http://{HOST}:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        """Give the address of files that the token is appended to."""
        return f"http://{HOST}:{self.port}/file/bot"

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen on a port, by default on any free one."""
        self._server = web.Server(self._serve, access_log=None, handler_cancellation=True)
        self._runner = web.ServerRunner(self._server, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, port).start()
        self.port = self._runner.addresses[0][1]
        if self.webhook:
            self._delivery = Webhook(self.webhook, self.updates, self._run_by_name)

    async def stop(self) -> None:
        """Break all connections and stop listening; the state is kept."""
        await self._stop_delivery()
        if self._server is None or self._runner is None:
            return
        for connection in self._server.connections:
            if connection.transport:
                connection.transport.abort()
        await self._runner.cleanup()
        self._server = self._runner = None

    def slow(self, method: str, seconds: float) -> None:
        """Delay the answers to a method, not what it does; 0 ends that."""
        self._slow[method] = seconds

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path.startswith("/file/"):
            return self._download(request.path)
        bot, _, name = request.path[1:].partition("/")
        if bot != f"bot{self.token}":
            return refusal(ApiError(401, "Unauthorized"))
        method = load().method(name)
        if method is None:
            return self._unknown(name)
        if method.name == "getUpdates":
            return await self._handle(request, method)
        self.busy += 1
        self.work += 1
        try:
            return await self._handle(request, method)
        finally:
            self.busy -= 1
            self.work += 1
            self.pulse.beat()

    def _unknown(self, name: str) -> web.Response:
        self.violations.append(f"{name}: there is no such method")
        self.record(Call(name, {}, 404, time.monotonic()))
        return refusal(ApiError(404, "Not Found"))

    async def _handle(self, request: web.BaseRequest, method: Method) -> web.StreamResponse:
        at = time.monotonic()
        try:
            params = method.read(await read_params(request))
        except ApiError as error:
            self.violations.append(f"{method.name}: {error}")
            self.record(Call(method.name, {}, error.code, at))
            return refusal(error)
        fault = self.faults.pick(method.name) if self.faults else None
        if fault in UNPROCESSED:
            self.record(Call(method.name, params, UNPROCESSED[fault], at, fault))
            return self._fail(request, fault)
        if fault == "lost" or self._slow.get(method.name):
            names = ("callback_query_id", "inline_query_id")
            self.uncertain.update(params[name] for name in names if name in params)
        response = await self._respond(method, params)
        self.record(Call(method.name, params, response.status, at, fault))
        if seconds := self._slow.get(method.name):
            await asyncio.sleep(seconds)
        return self._fail(request, fault) if fault else response

    def _fail(self, request: web.BaseRequest, fault: str) -> web.Response:
        if fault == "429":
            wait = self.faults.retry_after if self.faults else 1
            description = f"Too Many Requests: retry after {wait}"
            return refusal(ApiError(429, description, retry_after=wait))
        if fault == "500":
            return refusal(ApiError(500, "Internal Server Error"))
        if fault == "502":
            page = "<html><body><h1>502 Bad Gateway</h1></body></html>"
            return web.Response(text=page, status=502, content_type="text/html")
        if request.transport:
            request.transport.abort()
        return web.Response()

    async def _respond(self, method: Method, params: dict[str, Any]) -> web.Response:
        try:
            return answer(await self._run(method, params))
        except ApiError as error:
            return refusal(error)

    async def _run(self, method: Method, params: dict[str, Any]) -> object:
        """Do what a request asks for.

        Raises:
            ApiError: If it is not right or can't be done.
        """
        if self.validate and (problems := method.problems(params)):
            self.violations += (f"{method.name}: {problem}" for problem in problems)
            raise bad_request(problems[0])
        if own := OWN.get(method.name):
            return await own(self, params)
        return handler(method.name)(self, method.name, params)

    async def _run_by_name(self, name: str, raw: dict[str, Any]) -> None:
        """Run the method that a webhook has answered with; its result is lost."""
        method = load().method(name)
        if method is None:
            self._unknown(name)
            return
        params = method.read(raw)
        response = await self._respond(method, params)
        self.record(Call(method.name, params, response.status, time.monotonic()))

    def _download(self, path: str) -> web.Response:
        start = f"/file/bot{self.token}/"
        file = self.files.get(path.removeprefix(start).split("/")[0])
        if not path.startswith(start) or file is None:
            return refusal(ApiError(404, "Not Found"))
        return web.Response(body=file.content)

    async def _get_updates(self, params: dict[str, Any]) -> object:
        if self.webhook:
            raise ApiError(409, WEBHOOK_ACTIVE)
        if "allowed_updates" in params:
            self.updates.allow(params["allowed_updates"])
        limit = min(params.get("limit", MAX_BATCH), MAX_BATCH)
        return await self.updates.poll(params.get("offset", 0), limit, params.get("timeout", 0))

    async def _set_webhook(self, params: dict[str, Any]) -> bool:
        await self._stop_delivery()
        self.updates.interrupt(WEBHOOK_SET)
        if "allowed_updates" in params:
            self.updates.allow(params["allowed_updates"])
        if params.get("drop_pending_updates"):
            self.updates.drop()
        self.webhook = params if params.get("url") else None
        if self.webhook:
            self._delivery = Webhook(params, self.updates, self._run_by_name)
        return True

    async def _get_webhook_info(self, params: dict[str, Any]) -> object:
        webhook = self.webhook or {"url": ""}
        error = self._delivery.last_error if self._delivery else None
        return {
            "url": webhook["url"],
            "has_custom_certificate": False,
            "pending_update_count": self.unacknowledged,
            "max_connections": webhook.get("max_connections", MAX_CONNECTIONS),
            **({"last_error_message": error} if error else {}),
        }

    async def _stop_delivery(self) -> None:
        if self._delivery:
            delivery, self._delivery = self._delivery, None
            await delivery.stop()


OWN = {
    "getUpdates": BotApi._get_updates,
    "setWebhook": BotApi._set_webhook,
    "deleteWebhook": BotApi._set_webhook,
    "getWebhookInfo": BotApi._get_webhook_info,
}
