"""From the bytes of a file to rows of text; what is too large, unsafe or no table is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

MOST_BYTES = 2 * 1024 * 1024  # of a file
MOST_ROWS = 6000  # more than a plan has people, with room for headings and empty rows
MOST_COLUMNS = 60
Rows: TypeAlias = list[list[str]]
IsHeading: TypeAlias = Callable[[Sequence[str]], bool]
Code: TypeAlias = Literal[
    "large",
    "rows",
    "columns",
    "macros",
    "old_excel",
    "kind",
    "broken",
    "encoding",
    "packed",
    "empty",
]


class Refused(Exception):  # noqa: N818 - a refusal, not a mistake of the program
    """A file that is not read; `code` says why, `limit` is the figure it goes beyond, or 0."""

    def __init__(self, code: Code, limit: int = 0) -> None:
        super().__init__(code)
        self.code: Code = code
        self.limit = limit


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
    from bot.imports.csv import read_csv  # noqa: PLC0415 - symmetric with the above

    return read_csv(content, is_heading)
