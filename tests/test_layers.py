"""The core opens no files, except where the architecture says so."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_OPEN_FILES = {"knowledge/loader.py", "flows/lexicon.py"}
OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "fdopen", "open_text"}


def core_files() -> list[str]:
    paths = [path for part in ("flows", "knowledge") for path in (ROOT / part).rglob("*.py")]
    return sorted(path.relative_to(ROOT).as_posix() for path in paths)


def openings(source: str) -> Iterator[str]:
    """Find the calls and references that open a file, with their lines."""
    for node in ast.walk(ast.parse(source)):
        name = getattr(node, "attr", None) or getattr(node, "id", None)
        if isinstance(node, ast.Attribute | ast.Name) and name in OPENING:
            yield f"line {node.lineno}: {name}"


@pytest.mark.parametrize("file", [f for f in core_files() if f not in MAY_OPEN_FILES])
def test_a_file_of_the_core_opens_no_files(file: str) -> None:
    assert list(openings((ROOT / file).read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    ["open('a')", "Path('a').open()", "p.read_text()", "f = p.read_bytes", "io.open('a')"],
)
def test_opening_a_file_is_noticed(source: str) -> None:
    assert list(openings(source))


def test_a_function_with_open_in_its_name_opens_nothing() -> None:
    assert list(openings("def _open(a): return reopen(a.opened)")) == []
