"""The command line as a test calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from click.testing import CliRunner, Result

from bot.cli import cli

ROOT = Path(__file__).parents[2]


def run(*arguments: str, typed: str | bytes | None = None) -> Result:
    """Run a command in this process; anything but an exit is a failure of the test."""
    result = CliRunner().invoke(cli, arguments, input=typed, prog_name="orgwright")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def batch(command: str, *lines: object, options: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Answer lines of a batch; what is no text is written as JSON."""
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    typed = "".join(f"{line}\n" for line in written)
    result = run(command, "--jsonl", *options, typed=typed)
    assert result.exit_code == 0
    assert not result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def refusal(*arguments: str) -> str:
    """Give the one line with which a command refuses."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert not result.stdout
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].isprintable()
    return lines[0]


def real(
    *arguments: str,
    typed: bytes = b"",
    output: IO[bytes] | int = subprocess.PIPE,
    **environment: str,
) -> subprocess.CompletedProcess[bytes]:
    """Run the real program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=typed,
        stdout=output,
        stderr=subprocess.PIPE,
        check=False,
        cwd=ROOT,
        env={"PATH": "", "PYTHONUTF8": "1", **environment},
        timeout=60,
    )
