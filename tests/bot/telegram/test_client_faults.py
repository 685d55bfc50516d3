"""Faults on the way become python-telegram-bot's errors, and none of them holds the bot's token."""

import asyncio
import gc
import logging
import socket
import struct
import traceback
from collections.abc import Iterator

import pytest
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.telegram import client
from bot.telegram.client import AiohttpRequest
from tests.bot.telegram.loopback import (
    MESSAGE,
    TOKEN,
    Client,
    Talk,
    a_bot,
    answer_bytes,
    both_clients,
    forever,
    read_request,
    talking,
)


async def close_at_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)


def saying(answer: bytes) -> Talk:
    """Answer with these bytes, then close."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(answer)
        await writer.drain()

    return talk


async def echo_as_status(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(await read_request(reader))


async def reset_in_mid_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    writer.write(answer_bytes(MESSAGE)[:-5])
    await writer.drain()
    connection: socket.socket = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def stall_in_mid_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await saying(answer_bytes(MESSAGE)[:-5])(reader, writer)
    await asyncio.Event().wait()


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
GZIP = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\noops"

all_faults = pytest.mark.parametrize(
    ("talk", "kind"),
    [
        pytest.param(close_at_once, NetworkError, id="closed without an answer"),
        pytest.param(reset_in_mid_answer, NetworkError, id="reset in mid-answer"),
        pytest.param(saying(answer_bytes(MESSAGE)[:-5]), NetworkError, id="answer cut short"),
        pytest.param(saying(b"HTTP/1.1 200 OK\r\nConte"), NetworkError, id="head cut short"),
        pytest.param(saying(b"SSH-2.0-OpenSSH\r\n\r\n"), NetworkError, id="not HTTP"),
        pytest.param(echo_as_status, NetworkError, id="the request echoed"),
        pytest.param(saying(CHUNKED + b"5\r\n{\r\nzz"), NetworkError, id="chunk cut short"),
        pytest.param(saying(CHUNKED + b"zz\r\n{}\r\n"), NetworkError, id="chunk without a size"),
        pytest.param(saying(GZIP), NetworkError, id="not gzip"),
        pytest.param(forever, TimedOut, id="no answer"),
        pytest.param(stall_in_mid_answer, TimedOut, id="stalled in mid-answer"),
    ],
)


@both_clients
@all_faults
async def test_a_broken_answer_is_a_network_error_and_a_late_one_timed_out(
    client: Client, talk: Talk, kind: type[TelegramError]
) -> None:
    async with talking(talk) as address, a_bot(client, address, read_timeout=0.1) as bot:
        with pytest.raises(TelegramError) as caught:
            await bot.send_message(5, "Hi")
    assert type(caught.value) is kind


def chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def assert_no_token(error: BaseException, log: pytest.LogCaptureFixture) -> None:
    """Look into all that can be printed of an error, and all that was logged."""
    said = [f"{link} {link!r} {link.args}" for link in chain(error)]
    said += traceback.format_exception(error)
    gc.collect()  # asyncio reports forgotten errors when they go
    assert TOKEN not in "".join(said) + log.text


@all_faults
async def test_no_fault_tells_the_token(
    talk: Talk, kind: type[TelegramError], caplog: pytest.LogCaptureFixture
) -> None:
    async with talking(talk) as address, a_bot(AiohttpRequest, address, read_timeout=0.1) as bot:
        caplog.set_level(logging.DEBUG)  # only now: a new bot itself logs its URL at this level
        for attempt in (bot.send_message(5, "Hi"), bot.send_document(5, b"Hi")):
            with pytest.raises(TelegramError) as caught:
                await attempt
            assert_no_token(caught.value, caplog)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://127.0.0.1:1", "aiohttp.ClientConnectorError: [Errno 111] Connect call failed "),
        ("http://127.1", "aiohttp.InvalidUrlClientError"),
        ("http://[::1", "aiohttp.InvalidUrlClientError"),
        ("http://api.invalid:port", "aiohttp.InvalidUrlClientError"),
        ("ftp://127.0.0.1", "aiohttp.NonHttpUrlClientError"),
        ("127.0.0.1", "aiohttp.InvalidUrlClientError"),
    ],
)
async def test_an_address_that_does_not_serve_tells_why_but_not_the_token(
    address: str, message: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_bot(AiohttpRequest, address) as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(5, "Hi")
    assert caught.value.message.startswith(message)
    assert_no_token(caught.value, caplog)


@both_clients
async def test_a_refused_connection_is_a_network_error(client: Client) -> None:
    async with a_bot(client, "http://127.0.0.1:1") as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(5, "Hi")
    assert type(caught.value) is NetworkError


@both_clients
async def test_a_server_that_speaks_no_tls_is_a_network_error(client: Client) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with (
        talking(talk) as address,
        a_bot(client, address.replace("http:", "https:")) as bot,
    ):
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(5, "Hi")
    assert type(caught.value) is NetworkError


@pytest.mark.parametrize("is_told", [True, False])
async def test_an_answer_that_memory_cannot_take_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, *, is_told: bool
) -> None:
    monkeypatch.setattr(client, "MOST_BYTES", 1000)
    length = b"Content-Length: 5000\r\n" if is_told else b""
    endless = b"HTTP/1.1 200 OK\r\n" + length + b"\r\n" + b" " * 5000
    async with talking(saying(endless)) as address, a_bot(AiohttpRequest, address) as bot:
        with pytest.raises(NetworkError, match="more than 1000 bytes"):
            await bot.get_me()


async def test_an_answer_of_unknown_length_is_read_to_its_end() -> None:
    body = answer_bytes(MESSAGE).partition(b"\r\n\r\n")[2]
    async with (
        talking(saying(b"HTTP/1.1 200 OK\r\n\r\n" + body)) as address,
        a_bot(AiohttpRequest, address) as bot,
    ):
        assert (await bot.send_message(5, "Hi")).message_id == 7
