"""Whatever is posted to the webhook gets the right status, and never an exception."""

from __future__ import annotations

import asyncio
import json
import logging
import math
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.errors import StoreError
from bot.telegram.bot import RawUpdate
from bot.telegram.webhook import SECRET, _handled, listen
from tests.bot.telegram.process import free_port
from tests.fuzz.test_updates import updates
from tests.fuzz.values import ANYTHING

REQUEST = (
    b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n%s: %s\r\nConnection: close\r\n\r\n{}"
)


def status_of(body: bytes, error: Exception | None = None) -> tuple[int, list[RawUpdate]]:
    """Post a body to a bot that notes updates, or fails; gives the status and the updates."""
    taken: list[RawUpdate] = []

    def handle(update: RawUpdate) -> None:
        taken.append(update)
        if error:
            raise error

    return _handled(handle, body), taken


@given(body=st.binary(max_size=200))
def test_bytes_that_are_no_update_are_refused(body: bytes) -> None:
    assert status_of(body) == (400, [])


@example(value={"update_id": math.inf})
@example(value={"update_id": 1.5})
@given(value=ANYTHING | st.fixed_dictionaries({"update_id": ANYTHING}))
def test_any_json_is_taken_or_refused(value: Any) -> None:
    status, taken = status_of(json.dumps(value).encode())
    assert (status, len(taken)) in ((200, 1), (400, 0))
    assert all(type(update.update_id) is int for update in taken)


@given(body=updates(depth=1).map(json.dumps), cut=st.integers(1, 60))
def test_an_update_that_was_cut_short_is_refused(body: str, cut: int) -> None:
    assert status_of(body.encode()[:-cut]) == (400, [])


@given(update=updates(depth=1), error=st.sampled_from((StoreError("full"), KeyError("x"))))
def test_an_update_is_taken_unless_the_store_cannot_be_used(
    update: dict[str, Any], error: Exception
) -> None:
    logging.disable(logging.ERROR)
    try:
        status, _ = status_of(json.dumps(update).encode(), error)
    finally:
        logging.disable(logging.NOTSET)
    assert status == (503 if isinstance(error, StoreError) else 200)


@pytest.mark.parametrize("depth", [100, 100_000])
def test_json_of_any_depth_is_refused(depth: int) -> None:
    assert status_of(b"[" * depth)[0] == 400
    assert status_of(b'{"update_id":' * depth)[0] == 400


@given(secrets=st.lists(st.binary(min_size=1, max_size=20), max_size=10, min_size=10))
@settings(max_examples=5)
def test_any_bytes_as_secret_are_refused(secrets: list[bytes]) -> None:
    lines = [secret.translate(None, b"\r\n\0") or b"x" for secret in secrets]
    statuses = asyncio.run(_statuses(lines))
    assert statuses <= {b"403", b"400"}


async def _statuses(secrets: list[bytes]) -> set[bytes]:
    port = free_port()
    async with listen(print, "https://x/hook", "right", "127.0.0.1", port):
        return {await _status(port, secret) for secret in secrets}


async def _status(port: int, secret: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(REQUEST % (SECRET.encode(), secret))
    line = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return line.split()[1]
