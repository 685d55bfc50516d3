"""Whatever is typed, a command ends with a plan or with one line that says what to type."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.lexicon import Lexicon
from flows.text.table import LexiconError
from knowledge.errors import KnowledgeError
from tests.bot.command import real, refusal, run

TELESALES = ("plan", "--channel", "telesales")
OPTIONS = (*TELESALES, "--size", "3")
loaded = pytest.mark.usefixtures("loaded")


@loaded
@pytest.mark.parametrize(
    ("size", "said"),
    [
        ("0", "1 to 5000"),
        ("-3", "1 to 5000"),
        ("1e9", "1 to 5000"),
        ("5001", "1 to 5000"),
        ("9" * 3000, "1 to 5000"),
        ("9" * 10_000, "12 people"),
        ("2.5", "2-3"),
        ("lots", "12 or 8-10"),
        ("很多", "12 或 8-10"),
        ("很多人啊", "12 或 8-10"),
        ("幾十萬人啦", "1 到 5000"),
        ("", "12 or 8-10"),
        ("много", "12 or 8-10"),
        ("\x1b\x07\x9f", "12 or 8-10"),
        ("<b>12</b>", "12 or 8-10"),
        ("👍", "12 or 8-10"),
    ],
    ids=lambda text: ascii(text)[:24],
)
def test_a_size_no_team_can_have_is_refused_with_an_example(size: str, said: str) -> None:
    assert said in refusal(*TELESALES, f"--size={size}")


@loaded
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "12 people, telesales"),
        ("   ", "12 people, telesales"),
        ("12 people", "telesales, e-commerce"),
        ("12个人", "电销、电商、客服"),
        ("12個人，剛創業", "電商"),
        ("电销", "12个人做电销"),
        ("telesales", "12 people, telesales"),
        ("0人做电销", "1 到 5000"),
        ("电销2.5人", "2-3"),
        ("电销9999999人", "1 到 5000"),
        ("电销很多人", "12个人做电销"),
        ("команда продаж, 12", "telesales, e-commerce"),
        ("営業チームを作りたいです", "telesales, e-commerce"),
        ("🚀🚀🚀", "telesales, e-commerce"),
        ("\x01\x02\x1b[31m", "telesales, e-commerce"),
        ("<script>alert(1)</script>", "telesales, e-commerce"),
        ("{{ 7 * 7 }} {size} %s", "telesales, e-commerce"),
        ("'; DROP TABLE plans; --", "telesales, e-commerce"),
        ("电" * 10_000, "12个人做电销"),
        ("x " * 5_000, "12 people, telesales"),
        ("telesales and customer service, 11 people", "--channel"),
    ],
    ids=lambda text: ascii(text)[:24],
)
def test_a_text_without_a_team_is_refused_with_an_example(text: str, said: str) -> None:
    assert said in refusal("plan", "--", text)


@loaded
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("plan",), "12 people, telesales"),
        (("plan", "--size", "12"), "telesales, e-commerce"),
        (("plan", "--channel", "telesales"), "12 people, telesales"),
        (("plan", "--lang", "zh-Hant-TW"), "電商"),
        (("plan", "--size", "3", "--channel", "sales"), "telesales, ecommerce, customer_service"),
        (("plan", "--size", "3", "--channel", ""), "telesales, ecommerce, customer_service"),
        (("plan", "--size", "3", "--channel", "<i>\n\x1b[1m"), "“<i>"),
        (("plan", "--size", "3", "--channel", "x" * 10_000), "xxx…"),
        ((*OPTIONS, "--stage", "grown"), "startup, growth, mature"),
        ((*OPTIONS, "--variant", "live_selling"), "full_cycle, sdr_and_closers"),
        ((*OPTIONS, "--lang", "fr"), "'zh-Hant-TW'"),
        ((*OPTIONS, "--format", "docx"), "'json'"),
        ((*OPTIONS, "--sise", "4"), "See orgwright plan --help."),
        ((*OPTIONS, "two", "texts"), "See orgwright plan --help."),
        (("ask",), "what does a team leader do?"),
        (("ask", ""), "what does a team leader do?"),
        (("ask", "x" * 10_000), "one or two sentences"),
        (("ask", "组长做什么", "--channel", "x"), "telesales, ecommerce"),
        (("understand",), "12 people, telesales"),
        (("understand", " "), "12 people, telesales"),
        (("understand", "电" * 10_000), "12个人做电销"),
        (("knowledge", "table"), "'CHANNEL'"),
        (("knowledge", "table", "x"), "telesales, ecommerce"),
        (("knowledge", "why", "telesales", "growth"), "'SIZE'"),
        (("knowledge", "why", "telesales", "growth", "-3"), "1 to 5000"),
        (("knowledge", "why", "telesales", "grown", "3"), "startup, growth, mature"),
        (("teach",), "See orgwright --help."),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_a_wrong_command_is_refused_with_one_line(arguments: tuple[str, ...], said: str) -> None:
    assert said in refusal(*arguments)


@loaded
@pytest.mark.parametrize("file", ["", "missing/plan.txt"])
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, file: str) -> None:
    place = str(tmp_path / file)
    assert place in refusal(*OPTIONS, "-o", place)


@loaded
def test_markup_around_a_good_text_does_no_harm() -> None:
    result = run("plan", "<b>电销</b> 12人")
    assert result.exit_code == 0
    assert "电销团队 · 12 人" in result.stdout


def test_arguments_that_are_not_utf8_do_no_harm() -> None:
    result = real("plan", os.fsdecode("电销".encode() + b"\xff\xfe 12" + "人".encode()))
    assert result.returncode == 0
    assert "电销团队 · 12 人" in result.stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_behind_standard_output_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = real("plan", "电销12人", output=full)
    assert done.returncode == 2
    assert done.stderr.decode() == "Cannot write the answer: No space left on device.\n"


def test_bytes_that_are_not_utf8_are_one_message_of_a_chat(tmp_path: Path) -> None:
    typed = "电销\n".encode() + b"\xff\xfe\n12\n"
    result = real("chat", typed=typed, ORGWRIGHT_STORE_PATH=str(tmp_path / "chat.db"))
    assert result.returncode == 0
    assert not result.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no such file"),
        (b"[store", "not valid TOML"),
        (b"\xff", "UTF-8"),
        (b"[shop]\n", "section 'shop'"),
        (b"[store]\npaht = 'x'\n", "'paht'"),
        (b"[chat]\nlanguage = 'fr'\n", "chat.language"),
    ],
    ids=lambda value: ascii(value)[:24],
)
def test_a_chat_with_a_broken_configuration_is_one_line(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    file = tmp_path / "config.toml"
    if content is not None:
        file.write_bytes(content)
    sentence = refusal("--config", str(file), "chat")
    assert said in sentence
    assert str(file) in sentence


@loaded
@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\0 and then nothing", None])
def test_a_chat_with_an_unusable_store_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    store = tmp_path / "chat.db"
    if content is None:
        store.mkdir()
    else:
        store.write_bytes(content)
    monkeypatch.setenv("ORGWRIGHT_STORE_PATH", str(store))
    assert str(store) in refusal("chat")
    assert content is None or store.read_bytes() == content


def test_broken_words_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Lexicon:
        raise LexiconError("sizes.toml", "people", "is missing; give a list")

    monkeypatch.setattr(Lexicon, "load", broken)
    said = "flows/data/sizes.toml: people: is missing; give a list"
    for command in ("plan", "ask", "understand"):
        assert refusal(command, "电销12人") == said


def test_broken_knowledge_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise KnowledgeError("forms.toml", "squads", "`name.zh` is missing; give a text")

    monkeypatch.setattr("bot.core.load", broken)
    said = "knowledge/data/forms.toml: squads: `name.zh` is missing; give a text"
    for arguments in (("plan", "x"), ("ask", "x"), ("knowledge", "table", "telesales")):
        assert refusal(*arguments) == said
