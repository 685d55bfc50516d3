"""`python -m tests.language.first_looks FILE`: adds labelled briefs to dev, as they are first read.

What was learnt from texts is read better than others ever are. So before dev grows, it is written
down how the program reads each new text: from that it learns how far to trust itself.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

from bot.core import Core
from flows.briefs.said import read_said
from flows.counts.people_range import PeopleRange
from flows.hunches.completed import completed
from flows.hunches.ways import Look, Seen
from flows.lexicon import Lexicon
from flows.sums.ones import ones
from flows.sums.people import mentions
from flows.understand import readable

DEV = Path(__file__).parent / "dev"
FILE = DEV / "first_looks.tsv"
_TEXT = 2  # its column


def first_looks() -> Iterator[tuple[str, Look]]:
    """Read what was written down: texts, and how they were read."""
    for line in FILE.read_text("utf-8").splitlines():
        text, look = line.split("\t")
        yield text, read(look)


def look_at(lexicon: Lexicon, text: str) -> Look:
    """Look at the people of a message."""
    folded = readable(lexicon, text)
    found = mentions(lexicon.people, folded)
    sizes = completed(lexicon, folded, read_said(lexicon, folded, None)).sizes
    named = len(ones(lexicon.people, folded, found))
    return lexicon.hunches.look(folded, found, named, sizes)


def written(look: Look) -> str:
    """Write a look in one line."""
    numbers = [[*astuple(seen)[:-1], round(seen.share, 3)] for seen in look.numbers]
    size = look.read and [look.read.low, look.read.high]
    values = [numbers, look.named, look.length, size, look.has_target]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def read(line: str) -> Look:
    """Read a look that was written in one line."""
    numbers, named, length, size, has_target = json.loads(line)
    seen = tuple(Seen(*number) for number in numbers)
    return Look(seen, named, length, PeopleRange(*size) if size else None, has_target)


def main() -> None:
    """Append the rows of a file to dev, and how they are read."""
    lexicon = Core.load().lexicon
    known = {text for text, _ in first_looks()}
    rows = Path(sys.argv[1]).read_text("utf-8").splitlines()
    texts = {row.split("\t")[_TEXT]: row for row in rows if row and not row.startswith("#")}
    new = {text: row for text, row in texts.items() if text not in known}
    looks = [f"{text}\t{written(look_at(lexicon, text))}\n" for text in new]
    with FILE.open("a", encoding="utf-8") as file:
        file.writelines(looks)
    with (DEV / "briefs.tsv").open("a", encoding="utf-8") as file:
        file.writelines(f"{row}\n" for row in new.values())
    print(f"{len(new)} briefs are new in dev.")


if __name__ == "__main__":
    main()
