"""From the bytes of a file to rows of text; what is too large, unsafe or no table is refused."""

from __future__ import annotations

from bot.imports.csv import read_csv
from bot.imports.rows import MOST_BYTES, IsHeading, Refused, Rows


def read_rows(name: str, content: bytes, is_heading: IsHeading) -> Rows:
    """Read a file by what it holds; its name only tells what was meant.

    Args:
        name: The name of the file.
        content: Its bytes.
        is_heading: Tells whether a row is one of headings; decides between encodings and sheets.

    Raises:
        Refused: If it is too large, unsafe, or not a table.
    """
    if len(content) > MOST_BYTES:
        raise Refused("large", MOST_BYTES // 1024 // 1024)
    ending = name.casefold().rpartition(".")[2]
    if ending in ("xlsm", "xltm", "xlsb", "xlam"):
        raise Refused("macros")
    if content.startswith(b"PK\x03\x04"):
        from bot.imports.xlsx import read_xlsx  # noqa: PLC0415 - openpyxl is slow to import

        return read_xlsx(content, is_heading)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("old_excel")
    if ending not in ("csv", "tsv", "txt"):
        raise Refused("kind")
    return read_csv(content, is_heading)
