"""What the README shows, in either language, is what the program says, and its commands work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click import Context

from bot.api import Api
from bot.cli import cli
from bot.config import Config
from bot.core import Core
from tests.bot.command import run
from tests.docs.pages import CHINESE, ENGLISH, PROGRAM, ROOT, commands, of_kind, shell_lines

# These talk, listen or need a store; the README shows them in other ways.
SHOWN_OTHERWISE = {"chat", "telegram", "doctor"}
ON_A_STORE = {"backup", "restore"}
CHECK = f"{PROGRAM}knowledge check"  # takes seconds; the pages for editors try it
READMES = (ENGLISH, CHINESE)
pytestmark = pytest.mark.usefixtures("loaded")
PICTURES = {ENGLISH: "bot/docs/team.svg", CHINESE: "bot/docs/team.zh.svg"}
_OUTLINES = re.compile(r'<path id="g\d+" d="[^"]*"/>')  # of letters, as the font has them


def calls(page: str) -> list[str]:
    return [line for line in commands(page) if _words(line)[0] not in ON_A_STORE and line != CHECK]


def _words(line: str) -> list[str]:
    return shlex.split(line.partition(PROGRAM)[2])


def _typed(line: str) -> str | None:
    """Give what a line pipes into the program."""
    before, bar, _ = line.partition(f" | {PROGRAM}")
    return "\n".join(shlex.split(before)[2:]) + "\n" if bar else None


@pytest.mark.parametrize("page", READMES)
def test_the_transcript_is_what_the_program_says(page: str, core: Core) -> None:
    (transcript,) = of_kind(page, "text")
    typed, said = transcript.strip().split("\n\n", 1)
    answer = Api(core).plan_text({"text": typed.removeprefix("> ")})
    assert answer.startswith(said)


@pytest.mark.parametrize("page", READMES)
def test_the_picture_is_that_of_the_transcript(page: str, tmp_path: Path) -> None:
    """If charts changed on purpose: orgwright plan "…" -o bot/docs/team.svg, and team.zh.svg."""
    (transcript,) = of_kind(page, "text")
    typed = transcript.splitlines()[0].removeprefix("> ")
    assert run("plan", typed, "-o", str(tmp_path / "now.svg")).exit_code == 0
    shown = (ROOT / PICTURES[page]).read_text("utf-8")
    now = (tmp_path / "now.svg").read_text("utf-8")
    assert _OUTLINES.sub("", shown) == _OUTLINES.sub("", now)


@pytest.mark.parametrize("line", dict.fromkeys(line for page in READMES for line in calls(page)))
def test_a_command_of_the_readme_works(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ORGWRIGHT_STORE_PATH", str(tmp_path / "o.db"))
    words = _words(line)
    result = run(*words, typed=_typed(line))
    assert result.exit_code == 0, result.output
    assert '"error"' not in result.output
    if "-o" in words:
        assert (tmp_path / words[-1]).stat().st_size > 1000
    else:
        assert result.output.strip()


@pytest.mark.parametrize("page", READMES)
def test_a_store_is_backed_up_and_put_back_as_the_readme_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ORGWRIGHT_STORE_PATH", str(tmp_path / "o.db"))
    assert run("chat", typed="12 people, telesales\n").exit_code == 0
    lines = [words for words in map(_words, commands(page)) if words[0] in ON_A_STORE]
    assert [words[0] for words in lines] == ["backup", "restore"]
    for words in lines:
        result = run(*words)
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize("page", READMES)
def test_the_readme_shows_every_command(page: str) -> None:
    shown = {_words(line)[0] for line in commands(page)}
    assert shown == set(cli.list_commands(Context(cli))) - SHOWN_OTHERWISE


@pytest.mark.parametrize("page", READMES)
def test_the_line_that_starts_the_telegram_bot_gives_it_a_token(page: str) -> None:
    (line,) = (line for line in shell_lines(page) if line.endswith(f"{PROGRAM}telegram"))
    setting, program, command = shlex.split(line)
    name, _, token = setting.partition("=")
    assert (program, command) == (PROGRAM.strip(), "telegram")
    assert Config.load(environ={name: token}).telegram.token == token
