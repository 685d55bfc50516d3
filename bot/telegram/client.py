"""Speaks HTTP to the Bot API, on aiohttp: a small part of the processor time that httpx takes.

It sends what python-telegram-bot hands over and reports faults as that library does. It knows no
method of the Bot API, posts nothing twice, and lets no URL out in an error: every URL holds the
bot's token.
"""

import asyncio
import io
import json
import os
import secrets
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import IO, TYPE_CHECKING, Final, cast
from urllib.request import getproxies, proxy_bypass

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from aiohttp.payload import Payload
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput

_PIECE: Final = 0x10000
"""How much of a body is written at a time [bytes]."""

_QUOTED: Final = str.maketrans({'"': "%22", "\\": "\\\\", "\r": "%0D", "\n": "%0A"})
"""How browsers, and httpx, write a name inside quotation marks in a multipart head."""

_POOL_IS_FULL: Final = (
    "Pool timeout: All connections in the connection pool are occupied. Request was *not* sent to "
    "Telegram. Consider adjusting the connection pool size or the pool timeout."
)


class AiohttpRequest(BaseRequest):
    """Send the bot's requests through one aiohttp session.

    Args:
        connection_pool_size: Requests under way at once; more of them wait for `pool_timeout`.
        read_timeout: Wait for each piece of an answer [s]; None, here and below, means no limit.
        write_timeout: Wait for each piece of a request to leave [s].
        connect_timeout: Wait for a connection, with TLS and proxy [s].
        pool_timeout: Wait for another request to end while the pool is full [s].
        media_write_timeout: Stands for `write_timeout` where files are sent [s].
        proxy: An http:// or https:// URL. None takes HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and
            NO_PROXY from the environment, as they are when a host is first asked.

    Raises:
        ValueError: If the proxy is of another kind.
    """

    def __init__(
        self,
        *,
        connection_pool_size: int = 256,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        media_write_timeout: float | None = 20.0,
        proxy: str | None = None,
    ) -> None:
        self._pool_size = connection_pool_size
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_write_timeout = media_write_timeout
        self._proxy = _usable_proxy(proxy) if proxy else None
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """The wait for each piece of an answer unless a request says otherwise [s]."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session; a second call changes nothing."""
        if self._session is not None:
            return
        self._slots = asyncio.Semaphore(self._pool_size)
        self._proxy_for: Callable[[str, str], str | None] = cache(_environment_proxy)
        self._session = aiohttp.ClientSession(
            # Without a limit of its own: that would not tell a full pool from a slow connection.
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Close the session with its connections; a second call changes nothing."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: "ODVInput[float]" = BaseRequest.DEFAULT_NONE,
        write_timeout: "ODVInput[float]" = BaseRequest.DEFAULT_NONE,
        connect_timeout: "ODVInput[float]" = BaseRequest.DEFAULT_NONE,
        pool_timeout: "ODVInput[float]" = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request and read its whole answer: the status and the content.

        A POST is never sent a second time. A GET is, once, if the connection ends before an answer.

        Raises:
            RuntimeError: If the session is not open.
            TimedOut: If a wait took longer than its limit.
            NetworkError: If no whole answer came for another reason.
        """
        session = self._session
        if session is None:
            raise RuntimeError("This AiohttpRequest is not initialized!")
        has_files = request_data is not None and request_data.contains_files
        write_limit = self._media_write_timeout if has_files else self._write_timeout
        body = _body(request_data, _chosen(write_timeout, write_limit)) if request_data else None
        limits = _limits(
            _chosen(connect_timeout, self._connect_timeout),
            _chosen(read_timeout, self._read_timeout),
        )
        slots = self._slots  # held on to, as is the session: a shutdown may come while this waits
        await _take(slots, _chosen(pool_timeout, self._pool_timeout))
        try:
            return await self._exchange(session, method, url, body, limits)
        finally:
            slots.release()

    async def _exchange(
        self,
        session: aiohttp.ClientSession,
        method: str,
        url: str,
        body: "_Body | None",
        limits: aiohttp.ClientTimeout,
    ) -> tuple[int, bytes]:
        fault: TelegramError
        try:
            async with session.request(
                method,
                url,
                data=body,
                proxy=self._proxy or self._proxy_for(*_origin(url)),
                timeout=limits,
                allow_redirects=False,
            ) as response:
                return response.status, await response.read()
        except TimeoutError:
            fault = TimedOut()
        except (aiohttp.ClientError, OSError) as error:
            fault = NetworkError(_described(error))
        # Raised out here so that aiohttp's error, which may hold the URL, is no part of its chain.
        raise fault


class _Body(Payload):
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
        raise io.UnsupportedOperation("a body is only ever written")


def _body(data: RequestData, piece_seconds: float | None) -> _Body:
    """Write parameters as JSON, which is cheaper than a form, or with files as a multipart form."""
    if not data.contains_files:
        text = json.dumps(data.parameters).encode()
        return _Body([text], "application/json", piece_seconds)
    boundary = secrets.token_hex(16)
    kind = f"multipart/form-data; boundary={boundary}"
    return _Body(list(_multipart(data, boundary)), kind, piece_seconds)


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


async def _take(slots: asyncio.Semaphore, seconds: float | None) -> None:
    try:
        async with asyncio.timeout(seconds if slots.locked() else None):
            await slots.acquire()
    except TimeoutError:
        raise TimedOut(_POOL_IS_FULL) from None


def _chosen(given: "ODVInput[float]", usual: float | None) -> float | None:
    return usual if given is BaseRequest.DEFAULT_NONE else cast("float | None", given)


@lru_cache
def _limits(connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    # aiohttp takes 0 for no limit; here only None means that.
    at_once = 1e-6
    return aiohttp.ClientTimeout(
        connect=at_once if connect == 0 else connect, sock_read=at_once if read == 0 else read
    )


def _origin(url: str) -> tuple[str, str]:
    scheme, _, rest = url.partition("://")
    return scheme, rest.partition("/")[0]


def _environment_proxy(scheme: str, authority: str) -> str | None:
    """Find the proxy for a host as urllib does, and as httpx does also in ALL_PROXY."""
    if proxy_bypass(authority):
        return None
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    return _usable_proxy(proxy) if proxy else None


def _usable_proxy(proxy: str) -> str:
    """Complete a proxy's URL; aiohttp would speak HTTP even to one that only knows SOCKS."""
    scheme, separator, _ = proxy.partition("://")
    if not separator:
        return f"http://{proxy}"
    if scheme not in {"http", "https"}:
        raise ValueError(f"A proxy has to be http:// or https://, not {scheme}://")
    return proxy


def _described(error: Exception) -> str:
    """Say what went wrong in words that never hold the URL.

    Only what the system or the TLS library says is passed on: aiohttp's own sentences often name
    the URL, and a server's may echo it.
    """
    match error:
        case aiohttp.ClientConnectorCertificateError():
            detail = f": {error.certificate_error}"
        case aiohttp.ClientConnectorError():
            detail = f": {error.os_error}"
        case aiohttp.ClientResponseError():
            detail = f": status {error.status}"
        case OSError(errno=int(number)):
            detail = f": {os.strerror(number)}"
        case _:
            detail = ""
    return f"aiohttp.{type(error).__name__}{detail}"
