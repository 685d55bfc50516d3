"""CSV: one row a post, for programs that draw an organisation chart from a table.

Which column is which has to be chosen by hand in all of them, so a header says it twice: the name
such programs look for (Visio's, in ASCII), then the reader's word. In that order draw.io, which
keeps only the ASCII letters of a header, sees the same names in every language.

- Visio, Organization Chart Wizard: name `Name`, unique identifier `Unique_ID`, reports to
  `Reports_To`.
- Lucidchart, import data for an org chart: employee ID `Unique_ID`, supervisor ID `Reports_To`,
  name `Name`, role `Title`.
- draw.io, Arrange > Insert > Advanced > CSV, wants its own lines above the table; no other
  program, Excel included, reads a table below such lines, so this file is the plain table. Paste

      # connect: {"from": "Reports_To", "to": "Unique_ID", "invert": true}
      # layout: verticaltree

  and then the table. No cell has a line end in it, for draw.io would begin a row there.

The mark at the beginning tells Excel that the text is UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html import unescape

from bot.documents.boxes import one_line
from bot.documents.contents import Contents, PostRow
from bot.pictures.themes import Theme
from bot.render import plain
from bot.words.voice import Voice, voice

HEADERS = (
    "columns.name",
    "columns.id",
    "columns.leader",
    "columns.title",
    "columns.unit",
    "columns.people",
    "columns.level",
    "columns.also",
    "columns.functions",
    "columns.hats",
)
# A cell that begins so is a formula to Excel, LibreOffice or Google Sheets, the wide signs in
# Chinese and Japanese editions; line ends and tabs do not reach this far.
_FORMULA = tuple("=+-@＝＋－＠")


def write(made: Contents, _theme: Theme) -> bytes:
    """Write the table of posts."""
    file = io.StringIO(newline="")
    table = csv.writer(file, lineterminator="\r\n")
    speak, english = voice(made.language), voice("en")
    table.writerow(_header(key, speak, english) for key in HEADERS)
    table.writerows(map(_safe, _row(post, speak)) for post in made.posts)
    return file.getvalue().encode("utf-8-sig")


def _header(key: str, speak: Voice, english: Voice) -> str:
    return " ".join(dict.fromkeys((str(english.say(key)), str(speak.say(key)))))


def _row(post: PostRow, speak: Voice) -> Iterator[str]:
    yield _name(post, speak)
    yield post.id
    yield post.leader or ""
    yield post.role
    yield post.unit
    yield str(post.people)
    yield str(post.depth + 1)
    yield ",".join(post.also_leaders)
    yield plain(speak.join(post.functions))
    yield plain(speak.join(post.hats))


def _name(post: PostRow, speak: Voice) -> str:
    """Name a box: by the user's title or its role, with the number and names of its people."""
    name = post.title or post.role
    if post.people > 1:
        name = unescape(speak.say("tree.many", role=name, count=post.people))
    return " · ".join(filter(None, (name, unescape(speak.join(post.names)))))


def _safe(text: str) -> str:
    """Give a text as one line that no spreadsheet takes for a formula."""
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
