"""The client goes through the proxy it is given, else through the one the environment names."""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram.error import NetworkError

from bot.telegram.client import AiohttpRequest
from tests.bot.telegram.loopback import (
    MESSAGE,
    TOKEN,
    Client,
    a_bot,
    answer_bytes,
    answering,
    both_clients,
    read_request,
    result,
    talking,
)

VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
SERVER = "http://bot-api.invalid"
LINE = f"POST {SERVER}/bot{TOKEN}/sendMessage HTTP/1.1"


@asynccontextmanager
async def a_proxy(answer: bytes) -> AsyncIterator[tuple[str, list[str]]]:
    """Answer every request in the server's place; yields the address and the heads seen."""
    heads: list[str] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append((await read_request(reader)).decode())
        writer.write(answer)
        await writer.drain()

    async with talking(talk) as address:
        yield address, heads


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@both_clients
@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
@pytest.mark.parametrize("scheme", ["http://", ""])
async def test_the_proxy_of_the_environment_is_used(
    client: Client, name: str, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_proxy(answer_bytes(MESSAGE)) as (proxy, heads):
        monkeypatch.setenv(name, scheme + proxy.removeprefix("http://"))
        async with a_bot(client, SERVER) as bot:
            await bot.send_message(5, "Hi")
    assert [head.splitlines()[0] for head in heads] == [LINE]


@both_clients
async def test_a_host_that_needs_no_proxy_is_reached_directly(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answer(request: web.Request) -> web.Response:
        return result(MESSAGE)

    async with a_proxy(b"") as (proxy, heads), answering(answer) as address:
        monkeypatch.setenv("HTTP_PROXY", proxy)
        monkeypatch.setenv("NO_PROXY", "example.org,127.0.0.1")
        async with a_bot(client, address) as bot:
            await bot.send_message(5, "Hi")
    assert heads == []


@both_clients
@pytest.mark.parametrize(
    ("name", "value"), [("HTTP_PROXY", "http://127.0.0.1:1"), ("NO_PROXY", "bot-api.invalid")]
)
async def test_the_proxy_that_was_given_goes_before_the_environment(
    client: Client, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_proxy(answer_bytes(MESSAGE)) as (proxy, heads):
        monkeypatch.setenv(name, value)
        with_login = proxy.replace("//", "//name:word@")
        async with a_bot(client, SERVER, proxy=with_login) as bot:
            await bot.send_message(5, "Hi")
    login = b64encode(b"name:word").decode()
    assert len(heads) == 1
    assert heads[0].startswith(LINE)
    assert f"Proxy-Authorization: Basic {login}" in heads[0]


@both_clients
async def test_a_proxy_that_refuses_to_connect_is_a_network_error(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_proxy(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n") as (proxy, heads):
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        async with a_bot(client, "https://bot-api.invalid") as bot:
            with pytest.raises(NetworkError, match="407") as caught:
                await bot.send_message(5, "Hi")
    assert [head.splitlines()[0] for head in heads] == ["CONNECT bot-api.invalid:443 HTTP/1.1"]
    assert TOKEN not in str(caught.value) + "".join(heads)


@both_clients
async def test_a_proxy_that_is_not_there_is_a_network_error(client: Client) -> None:
    async with a_bot(client, SERVER, proxy="http://127.0.0.1:1") as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(5, "Hi")
    assert type(caught.value) is NetworkError


async def test_a_proxy_that_only_knows_socks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match=r"not socks5://$"):
        AiohttpRequest(proxy="socks5://name:word@127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "socks5://name:word@127.0.0.1:1")
    async with a_bot(AiohttpRequest, SERVER) as bot:
        with pytest.raises(NetworkError, match="not socks5://") as caught:
            await bot.send_message(5, "Hi")
    assert "word" not in caught.value.message
