"""Reads the pixels of a PNG, to compare pictures; just what typst writes: 8 bits, RGBA."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_BYTES = 4  # a pixel
_NOTICED = 48  # of 255; a smaller difference of a colour is edges drawn a little differently


class Pixels(NamedTuple):
    """A picture's size [px] and its rows of bytes."""

    width: int
    height: int
    rows: tuple[bytes, ...]


def read(content: bytes) -> Pixels:
    """Decode a PNG.

    Raises:
        ValueError: If it is not one, or of a kind typst does not write.
    """
    chunks = dict[bytes, bytes]()
    for name, data in _chunks(content):
        chunks[name] = chunks.get(name, b"") + data
    width, height, depth, kind, *rest = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if (depth, kind, rest) != (8, 6, [0, 0, 0]):
        msg = f"a PNG of depth {depth}, kind {kind}, {rest}"
        raise ValueError(msg)
    return Pixels(width, height, tuple(_rows(zlib.decompress(chunks[b"IDAT"]), width * _BYTES)))


def unlike(a: Pixels, b: Pixels) -> float:
    """Say which share of the pixels differs noticeably, 0 to 1; 1 if the sizes differ."""
    if (a.width, a.height) != (b.width, b.height):
        return 1
    noticed = sum(
        max(map(abs, _differences(row, other, i))) > _NOTICED
        for row, other in zip(a.rows, b.rows, strict=True)
        if row != other
        for i in range(0, len(row), _BYTES)
    )
    return noticed / (a.width * a.height)


def _differences(row: bytes, other: bytes, at: int) -> list[int]:
    pair = zip(row[at : at + _BYTES], other[at : at + _BYTES], strict=True)
    return [a - b for a, b in pair]


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        raise ValueError("no PNG")
    at = 8
    while at < len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        yield name, content[at + 8 : at + 8 + length]
        at += length + 12


def _rows(data: bytes, length: int) -> Iterator[bytes]:
    before = bytes(length)
    for at in range(0, len(data), length + 1):
        row = _unfiltered(data[at], bytearray(data[at + 1 : at + 1 + length]), before)
        yield row
        before = row


def _unfiltered(kind: int, row: bytearray, above: bytes) -> bytes:
    """Undo the filter of a row: none, left, above, their mean, or Paeth's choice."""
    for i in range(len(row) if kind else 0):
        left = row[i - _BYTES] if i >= _BYTES else 0
        corner = above[i - _BYTES] if i >= _BYTES else 0
        guess = (0, left, above[i], (left + above[i]) // 2, _paeth(left, above[i], corner))[kind]
        row[i] = (row[i] + guess) & 255
    return bytes(row)


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda value: abs(guess - value))
