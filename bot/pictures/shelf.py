"""A shelf of bounded weight: what was taken last is kept longest."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Shelf(Generic[_T]):
    """Keeps values by key up to a total weight; safe to use from several threads."""

    def __init__(self, most: int) -> None:
        self._most, self._weight = most, 0
        self._kept: OrderedDict[bytes, tuple[_T, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: bytes) -> _T | None:
        """Give a value, if it is still there."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def put(self, key: bytes, value: _T, weight: int) -> None:
        """Keep a value; those that were not wanted for longest make room."""
        with self._lock:
            if key in self._kept:
                self._weight -= self._kept.pop(key)[1]
            self._kept[key] = value, weight
            self._weight += weight
            while self._weight > self._most and self._kept:
                _, (_, freed) = self._kept.popitem(last=False)
                self._weight -= freed

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._weight = 0
