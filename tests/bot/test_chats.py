"""Whole conversations, as people read them: `tests/chats/*.chat`.

Each is run through the service and the terminal adapter on a real store and compared with the
file, line by line. After a wanted change of words write the files anew with
`python -m tests.bot.test_chats` and read the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.core import Core
from bot.service import Service
from bot.store import open_store
from bot.terminal import Terminal

FOLDER = Path(__file__).parents[1] / "chats"
FILES = sorted(FOLDER.glob("*.chat"))


def _script(text: str) -> tuple[list[str], str, list[str]]:
    """Take the comment, the language and what is typed out of a file."""
    lines = text.splitlines()
    comment = [line for line in lines if line.startswith("#")]
    language = next(line for line in lines if line.startswith("language: "))
    typed = [line for line in lines if line.startswith("> ") or line in ("~", ">")]
    return comment, language.removeprefix("language: "), typed


def _run(core: Core, path: Path, language: str, typed: list[str]) -> Iterator[str]:
    """Say the bot's lines and the typed ones in turn; `~` opens the store anew."""
    said: list[str] = []
    sessions = "\n".join(typed).split("~")
    for session in sessions:
        with open_store(path) as store:
            terminal = Terminal(Service(core, store, None), said.append, language)
            terminal.resume()
            yield from _flush(said)
            for line in filter(None, session.split("\n")):
                terminal.answer(line.removeprefix("> "))
                yield f"{line}\n"
                yield from _flush(said)
        if session is not sessions[-1]:
            yield "~\n"


def _flush(said: list[str]) -> Iterator[str]:
    yield from said
    said.clear()


def _transcript(core: Core, text: str) -> str:
    comment, language, typed = _script(text)
    with TemporaryDirectory() as folder, chdir(folder):  # files asked for are saved there
        spoken = list(_run(core, Path(folder) / "chat.db", language, typed))
    return "\n".join([*comment, f"language: {language}", "", *spoken]).rstrip("\n") + "\n"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_a_conversation_reads_as_in_its_file(core: Core, file: Path) -> None:
    text = file.read_text("utf-8")
    assert _transcript(core, text) == text


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_no_answer_shows_html(file: Path) -> None:
    answers = [line for line in file.read_text("utf-8").splitlines() if not line.startswith(">")]
    assert not [line for line in answers if re.search(r"</?(?:b|i|a|pre)[ >]|&(?:\w+|#\d+);", line)]


def test_there_is_a_conversation_in_every_script() -> None:
    languages = {_script(file.read_text("utf-8"))[1] for file in FILES}
    assert {"zh_CN", "zh_TW", "zh_HK", "en_GB"} <= languages


if __name__ == "__main__":
    loaded = Core.load()
    for chat in FILES:
        chat.write_text(_transcript(loaded, chat.read_text("utf-8")), "utf-8")
