"""`--jsonl`: every line gets its answer, in order, whatever it is."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from bot.api import Api
from bot.cli.streams import LONGEST_LINE
from tests.bot import schemas
from tests.bot.command import ROOT, batch, real, run

pytestmark = pytest.mark.usefixtures("loaded")
ITEM: dict[str, Any] = {"channel": "telesales", "stage": "growth", "size": 12}


@pytest.mark.parametrize(
    "item",
    [
        "电销12人",
        '"电销12人"',
        {"text": "电销12人"},
        {"channel": "telesales", "size": 12},
        {"channel": "telesales", "size": 12.0},
        {"channel": "telesales", "size": "12"},
        {"channel": "telesales", "size": "10-12"},
        {"channel": "telesales", "size": [10, 12]},
        {"channel": "telesales", "size": 12, "stage": None, "variant": None, "lang": None},
        {"text": "电商30人", "channel": "telesales", "size": 12},
        "[急] 电销12人",
        '"电销" 12人',
        "  电销12人\r",
    ],
    ids=str,
)
def test_an_item_may_be_a_text_a_json_string_or_an_object(item: object) -> None:
    (answer,) = batch("plan", item)
    assert answer["brief"]["channel"] == "telesales"
    assert answer["brief"]["size"] == 12


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": 5}, "`text` must be"),
        ({"text": ["电销12人"]}, "`text` must be"),
        ({"channel": []}, "`channel` must be"),
        ({"channel": {"telesales": 1}}, "`channel` must be"),
        ({"channel": "sales"}, "“sales”"),
        ({"stage": 1}, "`stage` must be"),
        ({"stage": "grown"}, "“grown”"),
        ({"size": "x"}, "12 or 8-10"),
        ({"size": ""}, "12 or 8-10"),
        ({"size": 2.5}, "whole numbers"),
        ({"size": [8, 9.5]}, "whole numbers"),
        ({"size": True}, "`size` must be"),
        ({"size": [8]}, "`size` must be"),
        ({"size": {}}, "`size` must be"),
        ({"size": 0}, "1 to 5000"),
        ({"size": -3}, "1 to 5000"),
        ({"size": 1e9}, "1 to 5000"),
        ({"size": 1e308}, "1 to 5000"),
        ({"variant": 5}, "`variant` must be"),
        ({"variant": [5]}, "`variant` must be"),
        ({"variant": "live_selling"}, "“live_selling”"),
        ({"variant": ["live_selling"]}, "“live_selling”"),
        ({"lang": "xx"}, "`lang` must be one of zh-Hans"),
        ({"lang": 5}, "`lang` must be"),
        ({"stages": "growth"}, "no key `stages`; write some of text, channel, stage, size"),
        ({"error": "x"}, "no key `error`"),
    ],
    ids=str,
)
def test_a_bad_item_gets_one_sentence_and_its_id(change: dict[str, Any], said: str) -> None:
    answer, after = batch("plan", {"id": 7, **ITEM, **change}, ITEM)
    assert set(answer) == {"id", "error"}
    assert answer["id"] == 7
    assert said in answer["error"]
    assert "\n" not in answer["error"]
    assert "brief" in after


@pytest.mark.parametrize(
    "line",
    ["{bad", "{}", "[1]", '["电销12人"]', "null", "true", '{"size": NaN}', '{"a":' * 9999, "5", ""],
    ids=lambda line: line[:20],
)
@pytest.mark.parametrize("command", schemas.NAMES)
def test_a_line_that_is_no_item_does_not_stop_the_rest(command: str, line: str) -> None:
    first, answer, last = batch(command, "电销12人", line, "电销12人")
    assert first == last
    assert "error" not in first
    is_a_message = line == "5" and command != "plan"
    assert set(answer) == set(first) if is_a_message else {"error"}


@pytest.mark.parametrize("command", ["ask", "understand"])
@pytest.mark.parametrize(
    "item", [{"text": 5}, {"size": 5}, {"text": "x", "channel": "x"}, {"text": "x" * 10_000}]
)
def test_a_question_may_only_have_text_channel_and_language(command: str, item: Any) -> None:
    assert [set(answer) for answer in batch(command, {"id": "a", **item})] == [{"id", "error"}]


@pytest.mark.parametrize(
    "given", [7, "a", None, [1, {"x": 2}], {"x": None}, 1.5, "\ud800"], ids=repr
)
@pytest.mark.parametrize("command", schemas.NAMES)
def test_an_id_is_repeated_whatever_it_is(command: str, given: object) -> None:
    good, bad, without = batch(
        command, {"id": given, "text": "电销12人"}, {"id": given, "text": 5}, "电销12人"
    )
    assert good["id"] == bad["id"] == given
    assert "id" not in without


@pytest.mark.parametrize("command", schemas.NAMES)
def test_every_line_has_the_promised_shape(command: str) -> None:
    validator = schemas.lines(command)
    found = batch(command, "电销12人", {"id": 1, "text": "客服主管做什么，8个人"}, {"id": [2]}, "{")
    for answer in found:
        validator.validate(answer)


def test_half_a_character_does_no_harm() -> None:
    (answer,) = batch("plan", '{"text": "\\ud800电销12人"}')
    assert answer["brief"]["size"] == 12


def test_options_hold_for_items_that_do_not_say_otherwise() -> None:
    options = ("--lang", "zh-Hans", "--stage", "mature", "--channel", "telesales")
    own, other = batch("plan", {"size": 12, "lang": "en"}, {"size": 12}, options=options)
    assert own["brief"]["stage"] == other["brief"]["stage"] == "mature"
    assert own["posts"][0]["name"].isascii()
    assert not other["posts"][0]["name"].isascii()


@pytest.mark.parametrize("arguments", [["电销12人"], ["-o", "x.json"]])
def test_a_text_or_a_file_beside_a_batch_is_refused(arguments: list[str]) -> None:
    result = run("plan", "--jsonl", *arguments, typed="")
    assert result.exit_code == 2
    assert "does not go with --jsonl" in result.stderr


def test_a_line_that_is_not_utf8_gets_an_error() -> None:
    result = run("understand", "--jsonl", typed="\ufeff电销12人\n".encode() + b"\xff\xfe\n12\n")
    first, bad, last = map(json.loads, result.stdout.splitlines())
    assert first["size"] == last["size"] == 12
    assert "UTF-8" in bad["error"]


def test_a_line_that_is_too_long_gets_one_error() -> None:
    long = b"x" * (3 * LONGEST_LINE)
    result = run("understand", "--jsonl", typed=long + "\n电销12人\n".encode() + long)
    bad, good, last = map(json.loads, result.stdout.splitlines())
    assert good["size"] == 12
    assert bad == last
    assert "too long" in bad["error"]


def test_a_bug_costs_only_its_own_item(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(api: Api, item: dict[str, Any]) -> dict[str, Any]:
        return {"answer": 1 / item["size"]}

    monkeypatch.setattr(Api, "plan", broken)
    result = run("plan", "--jsonl", typed='{"id": 1, "size": 0}\n{"size": 1}\n')
    bad, good = map(json.loads, result.stdout.splitlines())
    assert bad["id"] == 1
    assert "bug" in bad["error"]
    assert good == {"answer": 1.0}
    assert "ZeroDivisionError" in result.stderr


def test_two_thousand_items_need_one_start() -> None:
    item = {"channel": "ecommerce", "stage": "growth"}
    lines = [json.dumps({**item, "id": i, "size": 1 + i % 60}) for i in range(2000)]
    result = real("plan", "--jsonl", typed="\n".join(lines).encode())
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in found] == list(range(2000))
    assert not result.stderr


def test_a_reader_that_stops_early_is_no_error() -> None:
    items = b'{"channel": "telesales", "size": 60}\n' * 300
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "plan", "--jsonl"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdin
        assert program.stdout
        assert program.stderr
        program.stdin.write(items)
        program.stdin.close()
        assert program.stdout.readline().startswith(b"{")
        program.stdout.close()
        assert program.stderr.read() == b""


def test_a_head_count_that_a_chat_would_ask_for_is_planned_with_all_the_same() -> None:
    text = "电销16个名额，来了又走，成长期，有时15有时18"
    (understood,) = batch("understand", json.dumps({"text": text}))
    (plan,) = batch("plan", json.dumps({"text": text}))
    assert understood["size"] is None
    assert understood["unsure"][0] == plan["brief"]["size"]
