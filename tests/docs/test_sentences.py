"""What the README says that people can write in the chat is understood there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.core import Core
from bot.service import Service
from bot.store import open_store
from bot.terminal import Terminal
from tests.docs.pages import CHINESE, ENGLISH, prose

BRIEFS = {ENGLISH: "55 people, telesales, growing", CHINESE: "我们55个人做电销,正在扩张"}
HEAD = re.compile(r"^(?:Telesales team of|电销团队 ·) \d+ ", re.MULTILINE)
# What an answer to the sentence of a row of the table holds.
ANSWERED = {
    "grow": re.compile(r"3 → 30 "),
    "size": re.compile(r"8 to employ|一共要 8 人"),
    "taskforce": re.compile(r"^(?:Task force: Wave of complaints|专项小组：投诉爆发)"),
    "compare": re.compile(r"^(?:Side by side|并排对比)"),
}
_QUOTED = re.compile(r'["“]([^"”]+)["”]')


def answer(core: Core, folder: Path, page: str, sentence: str) -> str:
    """Say a sentence after the plan of 55 people; gives what is answered to it alone."""
    said: list[str] = []
    with open_store(folder / "chat.db") as store:
        terminal = Terminal(Service(core, store, None), said.append, None)
        terminal.answer(BRIEFS[page])
        assert len(said) == 1
        terminal.answer(sentence)
    return said[1]


def sentences(page: str) -> list[tuple[str, str]]:
    """Give the commands of the table with the sentences beside them."""
    rows = re.findall(r"^\| `(\w+)` \| ([^|]*) \|", prose(page), re.MULTILINE)
    return [(command, said) for command, cell in rows for said in _QUOTED.findall(cell)]


def changes(page: str) -> list[str]:
    """Give the sentences that are said to change a plan."""
    paragraphs = prose(page).split("\n\n")
    (told,) = (part for part in paragraphs if "`/plans`" in part)
    return _QUOTED.findall(told)


@pytest.mark.parametrize("page", BRIEFS)
def test_a_sentence_of_the_table_is_answered_by_its_row(
    page: str, core: Core, tmp_path: Path
) -> None:
    found = sentences(page)
    assert {command for command, _ in found} == set(ANSWERED)
    for command, said in found:
        folder = tmp_path / command
        folder.mkdir()
        assert ANSWERED[command].search(answer(core, folder, page, said)), said


@pytest.mark.parametrize("page", BRIEFS)
def test_a_sentence_that_changes_a_plan_changes_it(page: str, core: Core, tmp_path: Path) -> None:
    found = changes(page)
    assert len(found) == 5
    for number, said in enumerate(found):
        folder = tmp_path / str(number)
        folder.mkdir()
        change = answer(core, folder, page, said)
        head = HEAD.search(change)
        assert head, said
        assert head.start() > 0, said  # what was changed stands above the plan
