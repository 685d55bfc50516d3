"""Who is told of the faults of a store, whatever met them: for logs, health page and the end."""

from __future__ import annotations

from typing import Protocol

from bot.errors import StoreError


class Watch(Protocol):
    """Is told how a store does; must not raise."""

    def failed(self, error: StoreError) -> None:
        """Hear that the store could not be used; nothing of the failed step was kept."""

    def worked(self) -> None:
        """Hear that something was written."""

    def put_back(self) -> None:
        """Hear that the file was deleted in use, and was written anew from what is still open."""


class _Unwatched:
    """Takes no notice: whoever uses the store hears the errors."""

    def failed(self, error: StoreError) -> None: ...

    def worked(self) -> None: ...

    def put_back(self) -> None: ...


UNWATCHED: Watch = _Unwatched()
