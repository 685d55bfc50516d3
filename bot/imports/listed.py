"""A file with people as what the conversation takes in."""

from __future__ import annotations

from bot.imports.reading import read_rows
from bot.imports.rows import Refused
from flows.lexicon import Lexicon
from flows.replies import Listed
from flows.roster_rows import headings

ENDINGS = ("csv", "tsv", "xlsx", "xls", "xlsm", "xlsb")


def is_list(name: str) -> bool:
    """Tell by its name whether a file may hold a list of people."""
    return name.casefold().rpartition(".")[2] in ENDINGS


def listed(lexicon: Lexicon, name: str, content: bytes, language: str | None) -> Listed:
    """Read the bytes of a file; what is refused says why."""
    try:
        rows = read_rows(name, content, lambda row: bool(headings(lexicon, row)))
    except Refused as refused:
        return Listed((), (refused.code, refused.limit), language)
    return Listed(tuple(map(tuple, rows)), None, language)
