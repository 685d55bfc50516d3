"""Files arrive with the names, types and content they were given: as with PTB's own client."""

import asyncio
import io
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, InputFile, InputMediaDocument

from bot.telegram.client import AiohttpRequest
from tests.bot.telegram.loopback import MESSAGE, Client, a_bot, answering, both_clients, result


class FormReader:
    """Takes in one multipart request after another and keeps what the last one held."""

    def __init__(self, answered: object = MESSAGE) -> None:
        self.answered = answered
        self.texts: dict[str, str] = {}
        self.files: dict[str, tuple[str, str, bytes]] = {}
        self.headers: Any = None

    async def answer(self, request: web.Request) -> web.Response:
        self.headers = request.headers
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                with value.file:
                    self.files[name] = (value.filename, value.content_type, value.file.read())
            else:
                assert isinstance(value, str)
                self.texts[name] = value
        return result(self.answered)


@both_clients
@pytest.mark.parametrize(
    ("file_name", "arrives_as"),
    [
        ("团队 plan.json", ("团队 plan.json", "application/json")),
        ("percent%20 & 'quote'.csv", ("percent%20 & 'quote'.csv", "text/csv")),
        (None, ("application.octet-stream", "application/octet-stream")),
    ],
)
async def test_a_document_arrives_with_its_name_and_type(
    client: Client, file_name: str | None, arrives_as: tuple[str, str]
) -> None:
    content = bytes(range(256)) * 1000
    form = FormReader()
    async with answering(form.answer) as address, a_bot(client, address) as bot:
        await bot.send_document(5, content, caption="计划\r\n--", filename=file_name)
    assert form.files == {"document": (*arrives_as, content)}
    assert form.texts == {"chat_id": "5", "caption": "计划\r\n--"}
    assert "Content-Length" in form.headers


@both_clients
async def test_a_name_cannot_break_out_of_its_head(client: Client) -> None:
    heads: list[bytes] = []

    async def answer(request: web.Request) -> web.Response:
        body = await request.read()
        heads.extend(line for line in body.splitlines() if b"filename" in line)
        assert b"\nX-Evil" not in body
        return result(MESSAGE)

    async with answering(answer) as address, a_bot(client, address) as bot:
        await bot.send_document(5, InputFile(b"x", filename='a"; b\\c\r\nX-Evil: 1'))
    expected = 'form-data; name="document"; filename="a%22; b\\\\c%0D%0AX-Evil: 1"'
    assert heads == [f"Content-Disposition: {expected}".encode()]


@both_clients
async def test_an_album_names_the_files_attached_to_it(client: Client) -> None:
    form = FormReader([MESSAGE, MESSAGE])
    album = [InputMediaDocument(text.encode(), filename=f"{text}.txt") for text in ("one", "two")]
    async with answering(form.answer) as address, a_bot(client, address) as bot:
        await bot.send_media_group(5, album)
    assert sorted(form.files.values()) == [
        ("one.txt", "text/plain", b"one"),
        ("two.txt", "text/plain", b"two"),
    ]
    assert all(f'"attach://{name}"' in form.texts["media"] for name in form.files)


async def send_handle(bot: Bot, handle: Any) -> None:
    await bot.send_document(5, InputFile(handle, filename="a.bin", read_file_handle=False))


@both_clients
async def test_an_open_file_is_sent_from_its_beginning_and_stays_open(
    client: Client, tmp_path: Path
) -> None:
    content = bytes(range(251)) * 2000  # several pieces, the last of them shorter
    path = tmp_path / "a.bin"
    path.write_bytes(content)
    form = FormReader()
    async with answering(form.answer) as address, a_bot(client, address) as bot:
        for handle in (path.open("rb"), io.BytesIO(content), io.BytesIO()):
            with handle:
                length = len(handle.read())
                await send_handle(bot, handle)
                assert not handle.closed
            assert form.files == {
                "document": ("a.bin", "application/octet-stream", content[:length])
            }
            assert int(form.headers["Content-Length"]) > length


async def test_a_file_that_grows_while_it_is_sent_is_sent_as_long_as_announced() -> None:
    class Growing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            place = self.tell()
            self.seek(0, io.SEEK_END)
            self.write(b"x" * 100_000)
            self.seek(place)
            return super().read(size)

    form = FormReader()
    async with answering(form.answer) as address, a_bot(AiohttpRequest, address) as bot:
        for _ in range(2):  # what is too much would begin the next request
            await send_handle(bot, Growing(b"o" * 100_000))
    assert form.files["document"][2] == b"o" * 100_000


@both_clients
async def test_a_refusal_before_the_file_is_read_is_still_heard(client: Client) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=413, body=b'{"ok": false, "description": "Too Large"}')

    async with answering(answer) as address, a_bot(client, address) as bot:
        with pytest.raises(Exception, match="Too Large"):
            await bot.send_document(5, b"x" * 30_000_000)
        await asyncio.sleep(0)
