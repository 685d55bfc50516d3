"""Files that a command writes: to the place asked for, or to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click

from bot.cli.streams import as_bytes

if TYPE_CHECKING:
    from bot.documents import File

STDOUT = "-"
_ENDINGS = {"mmd": "mermaid", "gv": "dot", "htm": "html"}
BINARY = ("png", "pdf", "xlsx")


def by_ending(output: str | None, formats: Collection[str]) -> str:
    """Say which format the ending of a file's name asks for; text where it is none of them."""
    ending = PurePath("" if output in (None, STDOUT) else str(output)).suffix[1:].lower()
    named = _ENDINGS.get(ending, ending)
    return named if named in formats else "text"


def write_answer(
    format: str,
    output: str | None,
    *,
    text: Callable[[], str],
    json: Callable[[], dict[str, Any]],
    files: Callable[[], Sequence[File]],
) -> None:
    """Write an answer as text, as JSON, or for every other format as files.

    Raises:
        click.ClickException: If it cannot be written there.
    """
    if format == "text":
        write_text(text(), output)
    elif format == "json":
        write_text(as_bytes(json(), indent=2), output)
    else:
        write_files(files(), format, output)


def write_text(text: str | bytes, output: str | None) -> None:
    """Write a text with a line end to a file or to standard output.

    Raises:
        click.ClickException: If the file cannot be written.
    """
    if output in (None, STDOUT):
        click.echo(text)
        return
    content = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    _write(Path(str(output)), content + b"\n")


def write_files(files: Sequence[File], format: str, output: str | None) -> None:
    """Write files to a folder, to one name, numbered where there are several, or to the output.

    Raises:
        click.ClickException: If they cannot be written there; says where they can.
    """
    if output is None or output == STDOUT:
        _to_standard_output(files, format)
        return
    for path, file in zip(_paths(files, output), files, strict=True):
        _write(path, file.content)
        click.echo(path, err=True)


def _to_standard_output(files: Sequence[File], format: str) -> None:
    if len(files) > 1:
        message = f"This chart has {len(files)} pictures; write them with -o chart.{format}."
        raise click.UsageError(message, click.get_current_context())
    if format in BINARY and sys.stdout.isatty():
        message = f"A terminal cannot show {format}; write it to a file with -o plan.{format}."
        raise click.UsageError(message, click.get_current_context())
    click.echo(files[0].content, nl=False)


def _paths(files: Sequence[File], output: str) -> list[Path]:
    asked = Path(output)
    if output.endswith(("/", os.sep)):
        _make_folder(asked)
    if asked.is_dir():
        return [asked / file.name for file in files]
    if len(files) == 1:
        return [asked]
    return [asked.with_stem(f"{asked.stem}-{n}") for n in range(1, len(files) + 1)]


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Cannot make the folder {path}: {error.strerror}; choose another one with -o."
        raise click.ClickException(message) from None


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        message = f"Cannot write {path}: {error.strerror}; choose another file with -o."
        raise click.ClickException(message) from None
