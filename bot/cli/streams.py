"""Standard input and output: no byte or character of theirs may end the program.

JSON goes out as UTF-8 whatever the terminal speaks; a batch comes in as UTF-8.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import click

LONGEST_LINE = 1024 * 1024  # bytes


def forgive_characters() -> None:
    """Replace what cannot be decoded or encoded, instead of failing."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def drop_output() -> None:
    """Write what is still waiting for standard output nowhere, so that Python can exit quietly."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # it has no file behind it
        return


def lines_in() -> Iterator[bytes]:
    """Give the lines of standard input as bytes; none if it is closed.

    Of a line that is too long only so much is given that this is seen: `LONGEST_LINE` and a byte.
    """
    while sys.stdin and (line := sys.stdin.buffer.readline(LONGEST_LINE + 1)):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = sys.stdin.buffer.readline(LONGEST_LINE + 1)


def write_json(value: dict[str, Any], *, indent: int | None = None) -> None:
    """Write a value as JSON on a line, or on several with an indent."""
    click.echo(as_bytes(value, indent))


def as_bytes(value: dict[str, Any], indent: int | None) -> bytes:
    """Write a value as JSON in UTF-8; half characters (lone surrogates) stay escaped."""
    try:
        return json.dumps(value, ensure_ascii=False, indent=indent).encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent).encode()
