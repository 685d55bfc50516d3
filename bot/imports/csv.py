"""Reading CSV: the encoding and the separator are found by trying which give headings."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from bot.imports.rows import MOST_COLUMNS, MOST_ROWS, IsHeading, Refused, Rows

_MARKED = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_ENCODINGS = ("utf-8", "gb18030", "big5hkscs")
_SEPARATORS = (",", "\t", ";", "|", "，")
_DEEP = 10  # rows in which headings are looked for
_HEAD = 20_000  # characters


def read_csv(content: bytes, is_heading: IsHeading) -> Rows:
    """Read CSV in UTF-8, UTF-16, GB 18030 or Big5, with commas, tabs, semicolons or bars.

    Raises:
        Refused: If it is empty, too long, or in no encoding that is known.
    """
    texts = [*_texts(content)]
    if not texts:
        raise Refused("encoding")
    if not texts[0].strip():
        raise Refused("empty")
    for text in texts:
        for separator in _SEPARATORS:
            if any(map(is_heading, _rows(text[:_HEAD], separator)[:_DEEP])):
                return _bounded(text, separator)
    return _bounded(texts[0], ",")


def _texts(content: bytes) -> Iterator[str]:
    """Decode in every way that gives no errors, the likeliest first."""
    marked = next((e for mark, e in _MARKED.items() if content.startswith(mark)), None)
    for encoding in (marked,) if marked else _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            yield text


def _bounded(text: str, separator: str) -> Rows:
    """Read all rows.

    Raises:
        Refused: If there are too many rows or columns, or a cell is too long.
    """
    if text.count("\n") > 20 * MOST_ROWS:
        raise Refused("rows", MOST_ROWS)
    try:
        rows = _rows(text, separator, MOST_ROWS + 1)
    except csv.Error:
        raise Refused("broken") from None
    if len(rows) > MOST_ROWS:
        raise Refused("rows", MOST_ROWS)
    if max(map(len, rows), default=0) > MOST_COLUMNS:
        raise Refused("columns", MOST_COLUMNS)
    return rows


def _rows(text: str, separator: str, most: int = _DEEP) -> Rows:
    found: Rows = []
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"), newline="")
    for row in csv.reader(lines, delimiter=separator):
        if len(found) >= most:
            break
        found.append(row)
    return found
