"""The command line does what its contract says, and its help pages say what it does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli.environment import own_language
from tests.bot import schemas
from tests.bot.command import real, run

COMMANDS = ("chat", "telegram", "plan", "ask", "understand", "knowledge", "doctor")
HELP = {
    (): (*COMMANDS, "--version", "--config"),
    ("chat",): ("--lang",),
    ("plan",): (
        *("[TEXT]", "--channel", "--stage", "--size", "--variant", "--lang", "--format"),
        *("text|json", "-o", "--jsonl"),
    ),
    ("ask",): ("[TEXT]", "--channel", "--json ", "--lang", "--jsonl"),
    ("understand",): ("[TEXT]", "--json ", "--lang", "--jsonl"),
    ("telegram",): ("--help", "ORGWRIGHT_TELEGRAM_TOKEN"),
    ("knowledge",): ("check", "table", "why", "feedback"),
    ("knowledge", "check"): ("--data", "--lang"),
    ("knowledge", "table"): ("CHANNEL", "--lang"),
    ("knowledge", "why"): ("CHANNEL STAGE SIZE", "--lang"),
    ("knowledge", "feedback"): ("--json",),
    ("doctor",): ("--json",),
}
OPTIONS = ("--channel", "telesales", "--stage", "growth", "--size", "55", "--lang", "zh-Hans")


@pytest.mark.parametrize("command", HELP, ids=" ".join)
def test_a_help_page_lists_everything_there_is(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert [word for word in HELP[command] if word not in result.stdout] == []


def test_python_m_bot_is_the_command_orgwright() -> None:
    result = real("--help")
    assert result.stdout.decode() == run("--help").stdout
    assert result.stdout.startswith(b"Usage: orgwright ")


def test_the_version_is_shown_also_where_nothing_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert run("--version").stdout.startswith("orgwright ")
    monkeypatch.setattr("importlib.metadata.version", lambda _: "1.2.3")
    assert run("--version").stdout == "orgwright 1.2.3\n"


@pytest.mark.parametrize("command", [(), ("knowledge",)], ids=" ".join)
def test_a_group_without_command_shows_its_help(command: tuple[str, ...]) -> None:
    assert "Commands:" in run(*command).stderr


pytestmark = pytest.mark.usefixtures("loaded")


def test_a_sentence_and_options_give_the_same_plan() -> None:
    said = run("plan", "我们55个人做电销,正在扩张")
    assert said.exit_code == 0
    assert said.stdout == run("plan", *OPTIONS).stdout
    assert "电销团队 · 55 人" in said.stdout


def test_options_win_over_the_text() -> None:
    found = json.loads(run("plan", "电商30人，成熟期", *OPTIONS, "--format", "json").stdout)
    brief = {"channel": "telesales", "stage": "growth", "stage_assumed": False, "size": 55}
    assert found["brief"] == {**brief, "variants": []}


def test_a_range_is_planned_for_its_upper_end_and_says_so() -> None:
    result = run("plan", "--channel", "telesales", "--size", "8-10")
    assert "8" in result.stdout.split("\n\n")[0]
    assert "team of 10" in result.stdout


def test_several_variants_can_be_given() -> None:
    variants = ("--variant", "live_selling", "--variant", "own_site")
    result = run("plan", "--channel", "ecommerce", "--size", "9", *variants, "--format", "json")
    assert json.loads(result.stdout)["brief"]["variants"] == ["live_selling", "own_site"]


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_plan_can_be_written_to_a_file(tmp_path: Path, format_: str) -> None:
    file = tmp_path / "plan"
    shown = run("plan", *OPTIONS, "--format", format_)
    written = run("plan", *OPTIONS, "--format", format_, "-o", str(file))
    assert (written.exit_code, written.stdout) == (0, "")
    assert file.read_text("utf-8") == shown.stdout


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("plan", "电销12人", "--format", "json"), "plan"),
        (("ask", "电销组长做什么", "--json"), "ask"),
        (("ask", "how is the weather", "--json"), "ask"),
        (("understand", "电销12人", "--json"), "understand"),
    ],
    ids=str,
)
def test_json_has_the_promised_shape(arguments: tuple[str, ...], name: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    schemas.answers(name).validate(json.loads(result.stdout))


def test_a_question_is_answered_in_the_language_asked_for() -> None:
    english = run("ask", "电销组长做什么", "--lang", "en").stdout
    assert english.splitlines()[0].isascii()
    assert not run("ask", "电销组长做什么").stdout.splitlines()[0].isascii()


def test_a_channel_decides_between_roles_that_share_a_title() -> None:
    found = [
        json.loads(run("ask", "组长做什么", "--json", "--channel", channel).stdout)["role"]["id"]
        for channel in ("telesales", "customer_service")
    ]
    assert len(set(found)) == 2


def test_what_is_understood_is_shown_line_by_line() -> None:
    shown = run("understand", "电销12人").stdout.splitlines()
    assert shown[0] == "intent: brief"
    assert "size: 12" in shown


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant-TW"])
def test_an_editor_can_read_tables_and_reasons(language: str) -> None:
    table = run("knowledge", "table", "telesales", "--lang", language)
    why = run("knowledge", "why", "telesales", "growth", "55", "--lang", language)
    assert table.exit_code == why.exit_code == 0
    assert "TS-" in table.stdout
    assert "TS-" in why.stdout


def test_json_is_utf8_whatever_the_terminal_speaks() -> None:
    arguments = ("plan", "电销12人", "--format", "json")
    result = real(*arguments, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert json.loads(result.stdout.decode("utf-8"))["brief"]["size"] == 12


def test_a_terminal_without_chinese_characters_shows_question_marks() -> None:
    result = real("plan", "电销12人", PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    assert result.returncode == 0
    assert b"? \xb7 12 ?" in result.stdout.splitlines()[0]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh_CN.UTF-8", "还没有设置 token"),
        ("zh_TW.UTF-8", "還沒有設定 token"),
        ("de_DE.UTF-8", "No token is set"),
    ],
)
def test_who_has_no_token_is_told_in_the_own_language_how_to_get_one(
    language: str, said: str
) -> None:
    result = real("telegram", LANG=language)
    lines = result.stderr.decode().splitlines()
    assert (result.returncode, len(lines)) == (2, 5)
    assert lines[0].startswith(said)
    assert [line[:2] for line in lines[1:]] == ["1.", "2.", "3.", "4."]
    assert "ORGWRIGHT_TELEGRAM_TOKEN" in lines[4]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_HK"}, "zh_HK"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "C", "LC_ALL": ""}, "C"),
    ],
)
def test_the_first_variable_of_the_environment_that_is_set_names_the_language(
    environment: dict[str, str], language: str
) -> None:
    assert own_language(environment) == language


def test_the_chat_greets_in_the_language_of_an_environment_without_that_locale(
    tmp_path: Path,
) -> None:
    store = str(tmp_path / "o.db")
    greeting = real("chat", LANG="zh_CN.UTF-8", ORGWRIGHT_STORE_PATH=store).stdout.decode()
    assert greeting.startswith("我帮你搭团队")
