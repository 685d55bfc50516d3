"""What a request sends: JSON, or with files a multipart form, written piece by piece."""

from __future__ import annotations

import asyncio
import io
import json
import os
import secrets
from collections.abc import Iterator
from typing import IO, Final

from aiohttp.abc import AbstractStreamWriter
from aiohttp.payload import Payload
from telegram.request import RequestData

_PIECE: Final = 0x10000
"""How much of a body is written at a time [bytes]."""

_BUFFERED: Final = 0x8000
"""A body shorter than this goes into the connection's buffer: there is no wait to limit [bytes]."""

_QUOTED: Final = str.maketrans({'"': "%22", "\\": "\\\\", "\r": "%0D", "\n": "%0A"})
"""How browsers, and httpx, write a name inside quotation marks in a multipart head."""


class Body(Payload):
    """What a request sends, written piece by piece, each of them within a time limit [s].

    Files are read as they are sent and stay open: they are the sender's.
    """

    _autoclose = True

    def __init__(
        self, parts: list[bytes | IO[bytes]], content_type: str, piece_seconds: float | None
    ) -> None:
        super().__init__(parts, content_type=content_type)
        self._lengths = [_length(part) for part in parts]
        self._size = sum(self._lengths)
        self._piece_seconds = piece_seconds

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Write all parts.

        Raises:
            TimeoutError: If a piece takes longer than its limit.
        """
        first, *others = self._value
        if isinstance(first, bytes) and not others and len(first) < _BUFFERED:
            await writer.write(first)
            return
        for part, length in zip(self._value, self._lengths, strict=True):
            for start in range(0, length, _PIECE):
                size = min(_PIECE, length - start)
                if isinstance(part, bytes):
                    piece = part if size == length else part[start : start + size]
                else:
                    piece = await asyncio.to_thread(part.read, size)
                async with asyncio.timeout(self._piece_seconds):
                    await writer.write(piece)

    def decode(self, *_: str, **__: str) -> str:
        """Refuse what aiohttp never asks of a body."""
        raise io.UnsupportedOperation("a body is only ever written")


def body_of(data: RequestData, piece_seconds: float | None) -> Body:
    """Write parameters as JSON, which is cheaper than a form, or with files as a multipart form."""
    if not data.contains_files:
        text = json.dumps(data.parameters).encode()
        return Body([text], "application/json", piece_seconds)
    boundary = secrets.token_hex(16)
    kind = f"multipart/form-data; boundary={boundary}"
    return Body(list(_multipart(data, boundary)), kind, piece_seconds)


def _multipart(data: RequestData, boundary: str) -> Iterator[bytes | IO[bytes]]:
    part = f'--{boundary}\r\nContent-Disposition: form-data; name="%s"'
    text = "".join(
        f"{part % name.translate(_QUOTED)}\r\n\r\n{value}\r\n"
        for name, value in data.json_parameters.items()
    )
    for name, (file_name, content, content_type) in data.multipart_data.items():
        head = f'{part % name.translate(_QUOTED)}; filename="{file_name.translate(_QUOTED)}"'
        yield f"{text}{head}\r\nContent-Type: {content_type}\r\n\r\n".encode()
        yield content
        text = "\r\n"
    yield f"{text}--{boundary}--\r\n".encode()


def _length(part: bytes | IO[bytes]) -> int:
    """Tell how much to send [bytes]; a file is sent from its beginning, as httpx does."""
    if isinstance(part, bytes):
        return len(part)
    length = part.seek(0, os.SEEK_END)
    part.seek(0)
    return length
