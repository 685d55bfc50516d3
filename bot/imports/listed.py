"""A file with people as what the conversation takes in."""

from __future__ import annotations

from bot.core import Core
from bot.imports.reading import read_rows
from bot.imports.rows import Refused
from flows.draft import EMPTY
from flows.lexicon import Lexicon
from flows.replies import Listed
from flows.teams.replies import ShowCheck
from flows.teams.roster_rows import headings
from flows.teams.unclear_titles import begin
from knowledge.diagnosis.diagnose import diagnose

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


def studied(core: Core, name: str, content: bytes, language: str | None) -> Listed:
    """Read the bytes of a file and all that is in it, which may take seconds: call it in a thread.

    What takes longest is remembered, so that the conversation need not do it again.
    """
    file = listed(core.lexicon, name, content, language)
    if file.refused is None:
        _, replies = begin(core.knowledge, core.lexicon, EMPTY, file.rows)
        for reply in replies:
            if isinstance(reply, ShowCheck):
                diagnose(core.knowledge, reply.team)
    return file
