"""The fonts of pictures: one openly licensed package, with the glyph forms of every region.

The package is found through `importlib.resources`; typst reads the font by itself. Only the list
of characters is read here, so that nothing is ever drawn that the font does not have.
"""

from __future__ import annotations

import mmap
import struct
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import typst

from bot.words.voice import Language

PACKAGE, FILE = "manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc"
CHINESE: dict[Language, str] = {
    "zh-Hans": "Noto Sans CJK SC",
    "zh-Hant-TW": "Noto Sans CJK TC",
    "zh-Hant-HK": "Noto Sans CJK HK",
    "en": "Noto Sans CJK SC",
}
LATIN = "Noto Sans CJK JP"  # its quotes and dots are as wide as English has them
FAMILIES = ("Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK HK", LATIN)
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # controls, joiners, halves, unassigned
_PICTOGRAMS = {"So", "Sk", "Mn", "Me"}  # emoji, skin tones, marks on a character that is not there
_ALL_PLANES = 12  # the format of a character table that reaches beyond 16 bits


@cache
def library() -> typst.Fonts:
    """Open the fonts once for all pictures; nothing of the machine's own fonts is used."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_file().parent)]
    )


def stack(language: Language) -> tuple[str | dict[str, str], ...]:
    """Name the fonts of a language for typst; English takes its letters from another face."""
    if language != "en":
        return (CHINESE[language],)
    return ({"name": LATIN, "covers": "latin-in-cjk"}, CHINESE[language])


class Coverage:
    """The characters every face of the font has."""

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        self._starts = [first for first, _ in ranges]
        self._ends = [last for _, last in ranges]

    def __contains__(self, character: str) -> bool:
        """Tell whether there is a glyph for a character."""
        code = ord(character)
        i = bisect_right(self._starts, code) - 1
        return i >= 0 and code <= self._ends[i]


@cache
def coverage() -> Coverage:
    """Read which characters the font has.

    Raises:
        ValueError: If the file is no font collection with character tables.
    """
    with _file().open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return Coverage(sorted(_ranges(data)))


def _file() -> Path:
    return Path(str(files(PACKAGE))) / FILE


def _ranges(data: mmap.mmap) -> Iterator[tuple[int, int]]:
    """Read the character ranges of the collection's first face; all faces have the same."""
    (offset,) = struct.unpack_from(">I", data, 12)
    start = _table(data, offset, b"cmap")
    (count,) = struct.unpack_from(">H", data, start + 2)
    for i in range(count):
        (at,) = struct.unpack_from(">I", data, start + 4 + 8 * i + 4)
        (kind,) = struct.unpack_from(">H", data, start + at)
        if kind == _ALL_PLANES:
            (groups,) = struct.unpack_from(">I", data, start + at + 12)
            for first, last, _ in struct.iter_unpack(
                ">III", data[start + at + 16 : start + at + 16 + 12 * groups]
            ):
                yield first, last
            return
    raise ValueError(f"{FILE} has no table of all characters")


def _table(data: mmap.mmap, offset: int, name: bytes) -> int:
    (tables,) = struct.unpack_from(">H", data, offset + 4)
    for i in range(tables):
        tag, _, at, _ = struct.unpack_from(">4sIII", data, offset + 12 + 16 * i)
        if tag == name:
            return int(at)
    raise ValueError(f"{FILE} has no table {name!r}")


def drawable(text: str) -> str:
    """Give a text for a picture, where the dot of the fonts is wide enough without blanks."""
    return printable(text.replace(" · ", "·"))


def printable(text: str) -> str:
    """Give a text in characters the font has: no emoji, others in a plainer form or as `?`."""
    plain = unicodedata.normalize("NFC", text)
    return "".join(_drawable(character) for character in plain).strip()


@lru_cache(maxsize=4096)
def _drawable(character: str) -> str:
    if unicodedata.category(character) in _UNSEEN:
        return " " if character.isspace() else ""
    if character in coverage():
        return character
    plain = unicodedata.normalize("NFKC", character)
    if plain != character and all(c in coverage() for c in plain):
        return plain
    return "" if unicodedata.category(character) in _PICTOGRAMS else "?"
