"""Reports to read: typeset once for all tests, as text without white space."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from io import BytesIO

from pypdf import PdfReader

from bot.core import Core
from bot.documents import pdf
from bot.documents.contents import Contents, contents
from bot.pictures.fonts import printable
from bot.words.voice import Language
from tests.bot.pictures.conftest import brief


@cache
def made(core: Core, language: Language, channel: str, size: int) -> Contents:
    return contents(core, language, brief(core, channel, size))


@cache
def report(core: Core, language: Language, channel: str, size: int) -> PdfReader:
    return read(made(core, language, channel, size))


@cache
def sheets(core: Core, language: Language, channel: str, size: int) -> tuple[str, ...]:
    return texts(report(core, language, channel, size))


def read(plan: Contents) -> PdfReader:
    return PdfReader(BytesIO(pdf.write(plan, "light")))


def texts(found: PdfReader) -> tuple[str, ...]:
    """Give what stands on every page without white space, which lines end with."""
    return tuple(squeezed(sheet.extract_text()) for sheet in found.pages)


def squeezed(said: str) -> str:
    return re.sub(r"\s", "", said)


def missing(wanted: Iterable[str], found: str) -> list[str]:
    return [said for said in wanted if squeezed(printable(said)) not in found]
