"""The client waits as long as it was told, with no more connections than it was told."""

import asyncio

import pytest
from aiohttp import web
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData

from bot.telegram.client import AiohttpRequest
from tests.bot.telegram.loopback import (
    MESSAGE,
    Client,
    a_bot,
    answer_bytes,
    answering,
    both_clients,
    forever,
    read_request,
    result,
    talking,
)

LARGE = "x" * 20_000_000  # more than the sockets' buffers take in


@both_clients
async def test_the_read_timeout_is_kept(client: Client) -> None:
    async with talking(forever) as address, client(read_timeout=0.05) as request:
        assert request.read_timeout == 0.05
        with pytest.raises(TimedOut):
            await request.post(f"{address}/x", RequestData())


@both_clients
async def test_a_connection_that_is_never_ready_times_out(client: Client) -> None:
    async with talking(forever) as address, client(connect_timeout=0.05) as request:
        with pytest.raises(TimedOut):
            await request.post(address.replace("http:", "https:"), RequestData())


@both_clients
async def test_a_text_that_nobody_takes_in_times_out(client: Client) -> None:
    async with talking(forever) as address, a_bot(client, address, write_timeout=0.1) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(5, LARGE)


@both_clients
async def test_a_file_that_nobody_takes_in_times_out_after_its_own_wait(client: Client) -> None:
    waits = {"write_timeout": None, "media_write_timeout": 0.1}
    async with talking(forever) as address, a_bot(client, address, **waits) as bot:
        with pytest.raises(TimedOut):
            await bot.send_document(5, LARGE.encode())


@both_clients
async def test_a_wait_given_for_one_request_replaces_the_usual_one(client: Client) -> None:
    async with (
        talking(forever) as address,
        client(read_timeout=None, write_timeout=None) as request,
    ):
        with pytest.raises(TimedOut):
            await request.post(f"{address}/x", RequestData(), read_timeout=0.05)
        with pytest.raises(TimedOut):
            await request.post(address.replace("http:", "https:"), connect_timeout=0.05)
    async with talking(forever) as address, a_bot(client, address) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(5, LARGE, write_timeout=0.1)
        with pytest.raises(TimedOut):
            await bot.send_document(5, LARGE.encode(), write_timeout=0.1)


@both_clients
@pytest.mark.parametrize("wait", [None, 30.0])
async def test_no_limit_or_a_longer_one_outlasts_the_usual_one(
    client: Client, wait: float | None
) -> None:
    async def answer(request: web.Request) -> web.Response:
        await asyncio.sleep(0.2)
        return result(value=True)

    async with answering(answer) as address, client(read_timeout=0.05) as request:
        assert await request.post(f"{address}/x", RequestData(), read_timeout=wait)


@both_clients
async def test_a_wait_of_zero_does_not_mean_no_limit(client: Client) -> None:
    async with talking(forever) as address, client() as request:
        with pytest.raises(TimedOut):
            await request.post(f"{address}/x", RequestData(), read_timeout=0)


@both_clients
async def test_a_full_pool_times_out_and_says_that_nothing_was_sent(client: Client) -> None:
    heard, done = asyncio.Event(), asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        heard.set()
        await done.wait()
        return result(value=True)

    async with answering(answer) as address, client(connection_pool_size=1) as request:
        first = asyncio.create_task(request.post(f"{address}/x", RequestData()))
        await heard.wait()
        with pytest.raises(TimedOut, match=r"^Pool timeout: .* Request was \*not\* sent"):
            await request.post(f"{address}/x", RequestData(), pool_timeout=0.05)
        done.set()
        assert await first


@both_clients
async def test_more_requests_than_connections_are_all_answered_in_turn(client: Client) -> None:
    under_way, most = 0, 0

    async def answer(request: web.Request) -> web.Response:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        under_way -= 1
        return result(await request.text())

    async with (
        answering(answer) as address,
        client(connection_pool_size=3, pool_timeout=30) as request,
    ):
        answers = await asyncio.gather(
            *(request.post(f"{address}/x", RequestData()) for _ in range(30))
        )
    assert len(answers) == 30
    assert most == 3


async def test_a_request_that_fails_or_is_cancelled_gives_its_place_back() -> None:
    heard = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        if request.path == "/slow":
            heard.set()
            await asyncio.Event().wait()
        return result(value=True)

    async with (
        answering(answer) as address,
        AiohttpRequest(connection_pool_size=1, pool_timeout=30) as request,
    ):
        with pytest.raises(TimedOut):
            await request.post(f"{address}/slow", read_timeout=0.05)
        heard.clear()
        cancelled = asyncio.create_task(request.post(f"{address}/slow", read_timeout=None))
        await heard.wait()
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        assert await request.post(f"{address}/x")


async def test_a_request_that_waits_for_its_turn_ends_when_the_client_is_shut_down() -> None:
    heard = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.set()
        await forever(reader, writer)

    async with talking(talk) as address:
        request = AiohttpRequest(connection_pool_size=1, pool_timeout=30)
        await request.initialize()
        tasks = [asyncio.create_task(request.post(f"{address}/x")) for _ in range(2)]
        await heard.wait()
        await request.shutdown()
        for task in tasks:
            with pytest.raises(NetworkError, match=r"Disconnected|Session is closed"):
                await task


@both_clients
async def test_a_kept_connection_is_used_again_until_the_server_closes_it(client: Client) -> None:
    connections = 0
    closed = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        for _ in range(2):
            await read_request(reader)
            writer.write(answer_bytes(MESSAGE))
        writer.close()
        await writer.wait_closed()
        closed.set()

    async with talking(talk) as address, a_bot(client, address) as bot:
        for number in range(4):
            await bot.send_message(5, "Hi")
            if number % 2:
                await closed.wait()
                await asyncio.sleep(0.01)  # for the news to reach the other end
                closed.clear()
    assert connections == 2


@both_clients
async def test_a_message_whose_answer_is_lost_is_not_sent_again(client: Client) -> None:
    received = 0

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal received
        await read_request(reader)
        received += 1
        writer.write(answer_bytes(MESSAGE))
        await read_request(reader)
        received += 1

    async with talking(talk) as address, a_bot(client, address) as bot:
        await bot.send_message(5, "Answered")
        with pytest.raises(NetworkError):
            await bot.send_message(5, "Read, but the connection ends")
        assert received == 2
