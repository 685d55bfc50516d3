"""The terminal adapter: letters, numbers, and nothing lost between two runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core import Core
from bot.message import Message
from bot.service import Service
from bot.store import Store, open_store
from bot.terminal import Terminal
from flows.replies import Said


class Window:
    """A terminal whose lines can be read."""

    def __init__(self, core: Core, store: Store) -> None:
        self.lines: list[str] = []
        self.service = Service(core, store, None)
        self.terminal = Terminal(self.service, self.lines.append, "zh_CN")

    def type(self, line: str) -> str:
        self.lines.clear()
        self.terminal.answer(line)
        return "\n".join(self.lines)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "test.db") as opened:
        yield opened


@pytest.fixture
def window(core: Core, store: Store) -> Window:
    return Window(core, store)


def test_a_letter_taps_the_button_it_stands_beside(window: Window) -> None:
    window.terminal.resume()
    assert "哪个阶段" in window.type("a")
    assert "多少人" in window.type("B)")


def test_a_number_is_always_a_number_of_people(window: Window) -> None:
    window.type("电销")
    window.type("刚起步")
    assert "电销团队 · 1 人" in window.type("1")


def test_a_letter_without_button_is_a_word(window: Window) -> None:
    window.terminal.resume()
    assert "不懂" in window.type("z") or "没听懂" in window.type("z")


def test_letters_keep_their_meaning_after_an_answer_without_buttons(window: Window) -> None:
    window.type("我们12个人做电销,刚起步")
    window.type("谢谢")
    assert "为什么这样排" in window.type("d")


def test_no_escaped_letters_reach_the_screen(window: Window) -> None:
    window.type("we are 9 people in marketing, growing")
    assert "&" in window.type("make it 3")
    assert "&amp;" not in "".join(window.lines)


def test_what_was_shown_is_not_shown_again(window: Window, store: Store) -> None:
    window.type("电销")
    assert store.waiting("terminal", "terminal", 10) == ()


def test_an_answer_that_could_not_be_shown_is_shown_next_time(core: Core, store: Store) -> None:
    first = Window(core, store)
    first.service.handle(Message("terminal", "1", "terminal", "terminal", Said("电销", None), 1))
    second = Window(core, store)
    second.terminal.resume()
    assert len(second.lines) == 2
    assert "哪个阶段" in second.lines[0]


def test_the_real_program_goes_on_where_it_stopped(tmp_path: Path) -> None:
    first = _chat(tmp_path, "我们12个人做电销,刚起步\n")
    second = _chat(tmp_path, "为什么\n")
    assert "电销团队 · 12 人" in first
    assert second.startswith("电销团队 · 12 人"), "it shows the plan first"
    assert "规则 TS-01" in second


def _chat(folder: Path, typed: str) -> str:
    environment = {"ORGWRIGHT_STORE_PATH": str(folder / "chat.db"), "LANG": "zh_CN.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "bot", "chat"],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env=environment | {"PYTHONUTF8": "1", "PATH": ""},
        timeout=60,
        cwd=Path(__file__).parents[2],
    ).stdout


def test_a_file_asked_for_is_saved_in_the_working_directory(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    window.type("我们12个人做电销,刚起步")
    assert "已存好：电销团队-12人-初创期.csv" in window.type("导出CSV")
    assert (tmp_path / "电销团队-12人-初创期.csv").stat().st_size > 0


def test_a_file_that_cannot_be_saved_is_told(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "电销团队-12人-初创期.csv").mkdir()
    window.type("我们12个人做电销,刚起步")
    assert "没存成" in window.type("导出CSV")


def test_a_button_that_copies_prints_what_it_copies(window: Window) -> None:
    window.type("我们6个人做电销,刚起步")
    assert "a) 复制链接\nb) 复制文字版\nc) 上一步" in window.type("分享")
    link = window.type("a")
    assert link.startswith("/start ac")
    assert window.type("b").startswith("电销团队 · 6 人 · 初创期\n电销组长\n")
    assert "变成我的方案" in window.type(link)
