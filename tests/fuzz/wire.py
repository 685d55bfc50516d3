"""Requests of the bot's library, handed to the fake Bot API in this process, without a network."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web
from telegram.request import BaseRequest, RequestData

from tests.telegram.schema import load
from tests.telegram.server import BotApi
from tests.telegram.state import Call
from tests.telegram.wire import Upload


class Wire(BaseRequest):
    """Does at once what a request asks of the server."""

    def __init__(self, api: BotApi) -> None:
        self._api = api

    @property
    def read_timeout(self) -> float | None:
        """Wait for ever: nothing here takes long."""
        return None

    async def initialize(self) -> None:
        """Do nothing: there is no connection."""

    async def shutdown(self) -> None:
        """Do nothing: there is no connection."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Answer a request with its status and body."""
        path = url.removeprefix("http://wire")
        if path.startswith("/file/"):
            return _read_answer(self._api._download(path))
        asked = load().method(path.rpartition("/")[2])
        assert asked is not None, path
        params = asked.read(_values(request_data)) if request_data else {}
        answer = await self._api._respond(asked, params)
        self._api.record(Call(asked.name, params, answer.status, 0.0))
        return _read_answer(answer)


def _read_answer(answer: web.Response) -> tuple[int, bytes]:
    assert isinstance(answer.body, bytes)
    return answer.status, answer.body


def _values(data: RequestData) -> dict[str, Any]:
    """Give the parameters as they come out of the body: JSON, or a form where there are files."""
    if not data.contains_files:
        return dict(json.loads(json.dumps(data.parameters)))
    files = {name: Upload(file[0], _read(file[1])) for name, file in data.multipart_data.items()}
    return {**data.json_parameters, **files}


def _read(content: Any) -> bytes:
    return bytes(content if isinstance(content, bytes) else content.read())
