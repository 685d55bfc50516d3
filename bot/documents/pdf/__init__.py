"""The report: a plan as PDF for print, typeset by typst; small plans begin with a page of all.

It is made for paper: white pages and the light chart, whatever theme somebody reads chats in.
"""

from __future__ import annotations

from threading import Lock

from bot.documents.contents import Contents
from bot.documents.pdf.values import values
from bot.pictures.themes import Theme
from bot.pictures.typesetting import forget_work, typeset

_one_at_a_time = Lock()


def write(made: Contents, theme: Theme) -> bytes:  # noqa: ARG001 - paper is light
    """Typeset the report of a plan; one at a time and not remembered, which bounds the memory."""
    said = values(made)
    with _one_at_a_time:
        report = typeset("documents/report.typ", {"report": said}, format="pdf")
        forget_work()
    return report
