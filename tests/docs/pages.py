"""The pages and their code blocks, as the tests read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENGLISH, CHINESE = "README.md", "bot/docs/README.zh.md"
EDITORS, EDITORS_CHINESE = "knowledge/README.md", "knowledge/README.zh.md"
PAIRS = ((ENGLISH, CHINESE), (EDITORS, EDITORS_CHINESE))
PAGES = (
    *(page for pair in PAIRS for page in pair),
    "bot/docs/decisions.md",
    "CHANGELOG.md",
)
PROGRAM = ".venv/bin/orgwright "
MODULE = ".venv/bin/python -m "
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(#+) (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """One fenced block: its kind (`sh`, `toml`, …) and what stands in it."""

    kind: str
    content: str

    def lines(self) -> list[str]:
        return self.content.splitlines()


def text(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def blocks(page: str) -> list[Block]:
    return [Block(kind, content) for kind, content in _BLOCK.findall(text(page))]


def of_kind(page: str, *kinds: str) -> list[str]:
    return [block.content for block in blocks(page) if block.kind in kinds]


def prose(page: str) -> str:
    """Give a page without its blocks."""
    return _BLOCK.sub("", text(page))


def headings(page: str) -> list[tuple[int, str]]:
    """Give the level and the title of each heading, in order."""
    return [(len(marks), title) for marks, title in _HEADING.findall(prose(page))]


def shell_lines(page: str) -> Iterator[str]:
    """Give every line that a reader would type."""
    for block in blocks(page):
        if block.kind == "sh":
            yield from block.lines()


def commands(page: str) -> list[str]:
    """Give the lines that call the program and nothing before it but what is piped in."""
    return [
        line
        for line in shell_lines(page)
        if line.startswith(PROGRAM) or (line.startswith("printf ") and f"| {PROGRAM}" in line)
    ]
