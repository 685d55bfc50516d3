"""python-telegram-bot's Bot with two doors more: updates as they came, and any method by its name.

An update is kept as the JSON that Telegram sent. So one that this version of the library cannot
parse cannot block those behind it, and no time goes into parts that nobody reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

_DONE = re.compile(rb'\s*{\s*"ok"\s*:\s*true\b')
READ_SECONDS = 10.0  # beyond the time that a long poll waits


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as Telegram sent it."""

    update_id: int
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Batch:
    """Updates that came together; `update_id` is that of the last, which confirms them all."""

    update_id: int
    updates: tuple[RawUpdate, ...]


class ApiBot(Bot):
    """A Bot for one token.

    `on_poll` is called after every poll that was answered, `on_refusal` when Telegram does not
    take the token any more.
    """

    def __init__(
        self,
        token: str,
        addresses: dict[str, str],
        request: BaseRequest,
        poll_request: BaseRequest,
        on_poll: Callable[[], None],
        on_refusal: Callable[[], None],
    ) -> None:
        super().__init__(token, **addresses, request=request, get_updates_request=poll_request)  # type: ignore[arg-type]
        self._on_poll, self._on_refusal = on_poll, on_refusal

    async def get_updates(  # type: ignore[override]  # the Updater reads only their ids
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: timedelta | int | None = None,  # noqa: ASYNC109 - of the Bot API
        allowed_updates: Sequence[str] | None = None,
        **_: Any,
    ) -> tuple[Batch, ...]:
        """Fetch the next updates as one batch; asking with an offset confirms those before it."""
        seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else float(timeout or 0)
        asked = {
            "offset": offset,
            "limit": limit,
            "timeout": int(seconds),
            "allowed_updates": allowed_updates,
        }
        try:
            found = await self._post("getUpdates", asked, read_timeout=READ_SECONDS + seconds)
        except InvalidToken:
            self._on_refusal()
            raise
        self._on_poll()
        updates = tuple(RawUpdate(update["update_id"], update) for update in found)
        return (Batch(updates[-1].update_id, updates),) if updates else ()

    async def call(self, method: str, **parameters: Any) -> None:
        """Call a method of the Bot API with plain JSON values; None values are left out.

        Its result, a message of some kilobytes mostly, is not parsed: nobody needs it.

        Raises:
            TelegramError: As every method of the library does.
        """
        answer = await self._asked(method, parameters)
        if not (_DONE.match(answer) or self.request.parse_json_payload(answer).get("ok")):
            raise TelegramError("Invalid server response")

    async def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method as `call` does, and give its result.

        Raises:
            TelegramError: As every method of the library does.
        """
        answer = self.request.parse_json_payload(await self._asked(method, parameters))
        if not isinstance(answer.get("result"), dict):
            raise TelegramError("Invalid server response")
        return dict(answer["result"])

    async def _asked(self, method: str, parameters: dict[str, Any]) -> bytes:
        given = [RequestParameter(k, v, None) for k, v in parameters.items() if v is not None]
        return await self.request._request_wrapper(  # noqa: SLF001 - `post` would parse
            f"{self.base_url}/{method}", "POST", RequestData(given)
        )
