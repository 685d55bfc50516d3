"""Speaks HTTP to the Bot API, on aiohttp: a small part of the processor time that httpx takes.

It sends what python-telegram-bot hands over and reports faults as that library does. It knows no
method of the Bot API, posts nothing twice, and lets no URL out in an error: every URL holds the
bot's token.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, cast
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.body import Body, body_of

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput

MOST_BYTES: Final = 64 * 1024 * 1024
"""How large an answer may be [bytes]; a hundred of the largest updates have about 20 MB."""

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
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
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
        body = body_of(request_data, _chosen(write_timeout, write_limit)) if request_data else None
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
        body: Body | None,
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
                return response.status, await _content(response)
        except TimeoutError:
            fault = TimedOut()
        except (aiohttp.ClientError, OSError) as error:
            fault = NetworkError(_described(error))
        # Raised out here so that aiohttp's error, which may hold the URL, is no part of its chain.
        raise fault


async def _content(response: aiohttp.ClientResponse) -> bytes:
    """Read an answer, but no more than memory can take.

    Raises:
        NetworkError: If there is more.
    """
    if response.content_length is not None and response.content_length <= MOST_BYTES:
        return await response.read()
    found = bytearray()
    async for piece in response.content.iter_any():
        found += piece
        if len(found) > MOST_BYTES:
            break
    if len(found) > MOST_BYTES:
        response.close()
        raise NetworkError(f"the answer has more than {MOST_BYTES} bytes")
    return bytes(found)


async def _take(slots: asyncio.Semaphore, seconds: float | None) -> None:
    if not slots.locked():
        await slots.acquire()  # at once
        return
    try:
        async with asyncio.timeout(seconds):
            await slots.acquire()
    except TimeoutError:
        raise TimedOut(_POOL_IS_FULL) from None


def _chosen(given: ODVInput[float], usual: float | None) -> float | None:
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
