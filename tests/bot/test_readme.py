"""What the README shows is what the program says, and its commands work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from bot.api import Api
from bot.cli import cli

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    line.removeprefix(".venv/bin/orgwright ")
    for kind, block in BLOCKS
    if kind == "sh"
    for line in block.splitlines()
    if line.startswith(".venv/bin/orgwright ")
]
# These talk, listen or need a store; the README shows them in other ways.
SHOWN_OTHERWISE = {"chat", "telegram", "doctor", "backup", "restore"}


def test_the_transcript_is_what_the_program_says() -> None:
    (transcript,) = (block for kind, block in BLOCKS if kind == "text")
    typed, said = transcript.strip().split("\n\n", 1)
    answer = Api.load().plan_text({"text": typed.removeprefix("> ")})
    assert answer.startswith(said)


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_readme_works(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 0, result.output
    if "-o" in words:
        assert (tmp_path / words[-1]).stat().st_size > 1000
    else:
        assert len(result.output.splitlines()) > 1


def test_the_readme_shows_every_command() -> None:
    shown = {line.split()[0] for line in COMMANDS}
    assert shown == set(cli.list_commands(Context(cli))) - SHOWN_OTHERWISE
