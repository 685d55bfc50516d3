"""What the client sends, and what becomes of the answers: as with python-telegram-bot's own."""

import asyncio
import json
from http import HTTPStatus

import pytest
from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import BaseRequest, RequestData

from bot.telegram.client import AiohttpRequest
from tests.bot.telegram.loopback import (
    MESSAGE,
    TOKEN,
    Client,
    a_bot,
    answering,
    both_clients,
    result,
)


async def fault(client: Client, status: int, body: bytes) -> TelegramError:
    """Send a message that is answered with this; gives the error it raises."""

    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=status, body=body)

    async with answering(answer) as address, a_bot(client, address) as bot:
        with pytest.raises(TelegramError) as caught:
            await bot.send_message(5, "Hi")
    return caught.value


@both_clients
@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (HTTPStatus.BAD_REQUEST, BadRequest),
        (HTTPStatus.UNAUTHORIZED, InvalidToken),
        (HTTPStatus.FORBIDDEN, Forbidden),
        (HTTPStatus.NOT_FOUND, InvalidToken),
        (HTTPStatus.CONFLICT, Conflict),
        (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, NetworkError),
        (HTTPStatus.INTERNAL_SERVER_ERROR, NetworkError),
        (HTTPStatus.BAD_GATEWAY, NetworkError),
        (599, NetworkError),
    ],
)
async def test_a_status_becomes_the_error_of_its_meaning(
    client: Client, status: int, kind: type[TelegramError]
) -> None:
    error = await fault(client, status, b'{"ok": false, "description": "Told why"}')
    assert type(error) is kind
    assert error.message == "Told why"


@both_clients
@pytest.mark.parametrize(
    ("status", "message"), [(502, "Bad Gateway (502)"), (599, "Unknown HTTPError (599)")]
)
async def test_an_error_without_a_description_is_named_by_its_status(
    client: Client, status: int, message: str
) -> None:
    assert (await fault(client, status, b"{}")).message == message


@both_clients
async def test_an_error_that_is_not_json_is_quoted(client: Client) -> None:
    error = await fault(client, 502, b"<html>")
    assert error.message == "Bad Gateway (502). Parsing the server response b'<html>' failed"


@both_clients
async def test_a_good_status_with_illegal_json_is_an_invalid_server_response(
    client: Client,
) -> None:
    assert (await fault(client, 200, b'{"ok"')).message == "Invalid server response"


@both_clients
async def test_a_chat_that_became_a_supergroup_tells_its_new_id(client: Client) -> None:
    error = await fault(client, 400, b'{"ok": false, "parameters": {"migrate_to_chat_id": -100}}')
    assert isinstance(error, ChatMigrated)
    assert error.new_chat_id == -100


@both_clients
async def test_a_flood_limit_tells_how_long_to_wait(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # the plain number is announced as deprecated
    error = await fault(client, 429, b'{"ok": false, "parameters": {"retry_after": 42}}')
    assert isinstance(error, RetryAfter)
    assert "in 42 seconds" in error.message or "0:00:42" in error.message


@both_clients
async def test_parameters_nobody_knows_are_told(client: Client) -> None:
    error = await fault(client, 400, b'{"ok": false, "parameters": {"new": 1}}')
    assert type(error) is BadRequest
    assert error.message.endswith("The server response contained unknown parameters: {'new': 1}")


def as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


@both_clients
async def test_parameters_arrive_with_the_values_the_bot_was_given(client: Client) -> None:
    sent = {}

    async def answer(request: web.Request) -> web.Response:
        is_json = request.content_type == "application/json"
        values = await (request.json() if is_json else request.post())
        sent.update({name: as_text(value) for name, value in values.items()})
        sent["path"] = request.path
        return result(MESSAGE)

    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("是&否=+%", callback_data="a")]])
    async with answering(answer) as address, a_bot(client, address) as bot:
        message = await bot.send_message(
            5, '十三个人\n"&=+%😀', reply_markup=keyboard, protect_content=True
        )
    assert message.text == "Hi"
    assert sent == {
        "path": f"/bot{TOKEN}/sendMessage",
        "chat_id": "5",
        "text": '十三个人\n"&=+%😀',
        "reply_markup": json.dumps(keyboard.to_dict()),
        "protect_content": "true",
    }


@both_clients
async def test_a_request_introduces_itself_as_python_telegram_bot(client: Client) -> None:
    async def answer(request: web.Request) -> web.Response:
        return result({"agent": request.headers["User-Agent"]})

    async with answering(answer) as address, client() as request:
        told = await request.post(f"{address}/x", RequestData())
    assert told == {"agent": BaseRequest.USER_AGENT}


@both_clients
async def test_a_request_without_data_sends_no_body(client: Client) -> None:
    async def answer(request: web.Request) -> web.Response:
        return result({request.method: len(await request.read())})

    async with answering(answer) as address, client() as request:
        assert await request.post(f"{address}/x") == {"POST": 0}


@both_clients
async def test_the_status_and_the_content_come_back_as_they_are(client: Client) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=418, body=b"\x00\xff")

    async with answering(answer) as address, client() as request:
        assert await request.do_request(f"{address}/x", "GET") == (418, b"\x00\xff")


@both_clients
async def test_a_redirect_is_not_followed(client: Client) -> None:
    async def answer(request: web.Request) -> web.Response:
        assert request.path == "/x"
        return web.Response(status=307, headers={"Location": "/elsewhere"})

    async with answering(answer) as address, client() as request:
        assert await request.do_request(f"{address}/x", "POST") == (307, b"")


@both_clients
async def test_a_file_is_fetched_whole(client: Client) -> None:
    content = bytes(range(256)) * 4096

    async def answer(request: web.Request) -> web.Response:
        if "/file/" in request.path:
            return web.Response(body=content)
        return result({"file_id": "a", "file_unique_id": "b", "file_path": "documents/a b.txt"})

    async with answering(answer) as address, a_bot(client, address) as bot:
        file = await bot.get_file("a")
        assert await file.download_as_bytearray() == content


@both_clients
async def test_a_compressed_answer_is_unpacked(client: Client) -> None:
    async def answer(request: web.Request) -> web.Response:
        response = result({"x": "y" * 5000})
        response.enable_compression(web.ContentCoding.gzip)
        return response

    async with answering(answer) as address, client() as request:
        assert await request.post(f"{address}/x") == {"x": "y" * 5000}


async def test_no_cookie_is_kept() -> None:
    async def answer(request: web.Request) -> web.Response:
        response = result(dict(request.cookies))
        response.set_cookie("a", "b")
        return response

    async with answering(answer) as address, AiohttpRequest() as request:
        answers = [await request.post(f"{address}/x") for _ in range(2)]
    assert answers == [{}, {}]


@both_clients
async def test_long_polling_waits_its_own_time_on_top_of_the_read_timeout(client: Client) -> None:
    async def answer(request: web.Request) -> web.Response:
        await asyncio.sleep(0.3)
        return result([])

    async with answering(answer) as address, a_bot(client, address, read_timeout=0.1) as bot:
        assert await bot.get_updates(timeout=5) == ()


async def test_a_client_that_was_not_initialized_says_so() -> None:
    request = AiohttpRequest()
    with pytest.raises(RuntimeError, match="AiohttpRequest is not initialized"):
        await request.do_request("http://127.0.0.1:1", "POST")
    with pytest.raises(NetworkError, match="AiohttpRequest is not initialized"):
        await request.post("http://127.0.0.1:1")


@both_clients
async def test_a_client_can_be_shut_down_twice_and_used_again(client: Client) -> None:
    async def answer(request: web.Request) -> web.Response:
        return result(value=True)

    request = client()
    await request.shutdown()
    async with answering(answer) as address:
        for _ in range(2):
            await request.initialize()
            await request.initialize()
            assert await request.post(f"{address}/x", RequestData())
            await request.shutdown()
            await request.shutdown()
            with pytest.raises(RuntimeError, match="not initialized"):
                await request.do_request(f"{address}/x", "POST")


@both_clients
async def test_a_shutdown_ends_the_requests_under_way(client: Client) -> None:
    heard = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        heard.set()
        await asyncio.Event().wait()
        raise AssertionError

    async with answering(answer) as address, client(read_timeout=None) as request:
        under_way = asyncio.create_task(request.post(f"{address}/x"))
        await heard.wait()
        await request.shutdown()
        with pytest.raises(NetworkError):
            await under_way
