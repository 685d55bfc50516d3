"""Rendering: a view put into its template, as text with Telegram's HTML tags.

Templates are compiled once; values are escaped; an unknown name is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import unescape

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from bot.words import Voice

_TAG = re.compile(r"</?[a-z]+[^>]*>")
_HEADING = re.compile("<b>[^<]*</b>")
PAGE = 3600  # characters; below Telegram's 4096 with room for a heading


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bot"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,  # else every use asks the disk whether the file has changed
    )


@cache
def template(name: str) -> Template:
    """Give a template of `bot/templates`, compiled once.

    Raises:
        TemplateNotFound: If there is none of that name.
    """
    return _environment().get_template(name)


def render(name: str, voice: Voice, /, **view: object) -> str:
    """Render a template in a voice; the text has no blank line at its ends.

    It is HTML as plain `str`: put it together with phrases by `join` or in an f-string, as `+` with
    a phrase, which is `Markup`, would escape it once more.
    """
    return template(name).render(say=voice.say, join=voice.join, **view).strip("\n")


def pages(text: str, limit: int = PAGE) -> list[str]:
    """Cut a text at line ends into pages of at most `limit` characters; a longer line is not cut.

    A heading goes to the page of what stands below it.
    """
    return list(_pages(text, limit)) if len(text) >= limit else [text.strip("\n")]


def _pages(text: str, limit: int) -> Iterator[str]:
    page: list[str] = []
    length = 0
    for line in text.split("\n"):
        if page and length + len(line) + 1 > limit:
            end = _end_of(page)
            yield "\n".join(page[:end]).strip("\n")
            page = page[end:]
            length = sum(len(moved) + 1 for moved in page)
        page.append(line)
        length += len(line) + 1
    if page:
        yield "\n".join(page).strip("\n")


def _end_of(page: Sequence[str]) -> int:
    """Count the lines of a full page but for a heading at its end, which goes to the next one."""
    end = len(page)
    while end > 1 and (not page[end - 1] or _HEADING.fullmatch(page[end - 1])):
        end -= 1
    return end if end > 1 else len(page)


def bulleted(lines: Iterable[str]) -> list[str]:
    """Put a bullet before each line; an f-string would forget which lines are escaped already."""
    return ["• " + line for line in lines]


def plain(text: str) -> str:
    """Take the tags out of a rendered text, for a terminal."""
    return unescape(_TAG.sub("", text))
