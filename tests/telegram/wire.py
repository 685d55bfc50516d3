"""Read requests as clients send them (JSON, urlencoded, multipart, query), write answers."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, MultipartReader, web

INTEGER = re.compile(r"-?\d+")
JSON_HEADERS = {"Content-Type": "application/json"}
ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
BOOLEANS = {"true": True, "false": False, "1": True, "0": False}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    filename: str
    content: bytes = field(repr=False)


class ApiError(Exception):
    """The request is refused with an error as Telegram words it."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(description: str, **parameters: int) -> ApiError:
    """Make the error Telegram gives for a request it can't fulfil."""
    return ApiError(400, f"Bad Request: {description}", **parameters)


def answer(result: object) -> web.Response:
    """Answer with a result."""
    return _json_response({"ok": True, "result": result}, 200)


def refusal(error: ApiError) -> web.Response:
    """Answer with an error."""
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return _json_response(body, error.code)


def _json_response(body: dict[str, Any], status: int) -> web.Response:
    return web.Response(body=ENCODE(body).encode(), status=status, headers=JSON_HEADERS)


async def read_params(request: web.BaseRequest) -> dict[str, Any]:
    """Collect the parameters of a request, not yet decoded.

    Raises:
        ApiError: If the body can't be read.
    """
    params: dict[str, Any] = dict(request.query) if request.query_string else {}
    if not request.can_read_body:
        return params
    kind = request.content_type
    if kind.startswith("multipart/"):
        return params | await _read_parts(request)
    body = await request.content.read()
    if kind == "application/json":
        return params | read_json(body)
    return params | dict(parse_qsl(body.decode(), keep_blank_values=True))


def read_json(body: bytes) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        ApiError: If it is none.
    """
    try:
        value = json.loads(body) if body else {}
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise bad_request("can't parse JSON object")
    return value


async def _read_parts(request: web.BaseRequest) -> dict[str, Any]:
    params: dict[str, Any] = {}
    reader = MultipartReader(request.headers, request.content)  # any size, unlike the request's
    while part := await reader.next():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("a part of the form has no name")
        content = bytes(await part.read())
        is_file = part.filename is not None
        params[part.name] = Upload(part.filename or "", content) if is_file else content.decode()
    return params


def decode(value: str, types: tuple[str, ...]) -> object:
    """Turn a string into what its parameter's types ask for, if it is that."""
    if "Integer" in types and INTEGER.fullmatch(value):
        return int(value)
    if "String" in types:
        return value
    if "Boolean" in types:
        return BOOLEANS.get(value.lower(), value)
    try:
        return json.loads(value)
    except ValueError:
        return value
