"""The log: one record a line, and never a secret or what people wrote."""

from __future__ import annotations

import io
import json
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.logs import LEAST, Format, Level, log, set_up, who
from tests.bot.command import ROOT

TOKEN = "987654:a'token\"to-be/kept"  # noqa: S105 - made up
SECRET = "hush_hush"  # noqa: S105 - made up
OTHER_TOKEN = f"1234567:{'Aa0_-' * 7}"
FORMATS: tuple[Format, ...] = ("text", "json")
LEVELS: tuple[Level, ...] = ("debug", "info", "warning", "error")


@pytest.fixture(autouse=True)
def untouched(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the logging of the process back as it was."""
    loggers = [logging.getLogger(name) for name in (None, *LEAST)]
    levels, handlers = [logger.level for logger in loggers], list(loggers[0].handlers)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    loggers[0].handlers[:] = handlers
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def started(format: Format, level: Level = "debug") -> io.StringIO:
    """Start logging; gives what it writes to. The handlers of pytest would fail where ours do."""
    logging.getLogger().handlers.clear()
    stream = io.StringIO()
    set_up(level, format, [TOKEN, None, SECRET], stream)
    return stream


def record(stream: io.StringIO) -> dict[str, Any]:
    """Read the only record, which is JSON."""
    (line,) = stream.getvalue().splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def raised(error: Exception) -> Exception:
    """Give an exception with a traceback and a cause that says the same."""
    error.__cause__ = ValueError(str(error))
    try:
        raise error
    except type(error) as found:
        return found


def test_text_is_time_level_event_and_values() -> None:
    stream = started("text")
    log("bot.sender").info("reply sent", chat="1a2b", seconds=0.003, note="two words", n=None)
    said = 'info reply sent chat=1a2b seconds=0.003 note="two words" n=None logger=bot.sender\n'
    assert re.fullmatch(r"[\d-]{10}T[\d:]{8}\.\d{3}Z " + said, stream.getvalue())


def test_json_is_one_object_with_numbers_as_numbers() -> None:
    stream = started("json")
    log("bot.sender").warning("rétry", chat="1a2b", seconds=0.5, ok=True, n=None, bad=float("nan"))
    found = record(stream)
    assert found.pop("time").endswith("Z")
    values = {"chat": "1a2b", "seconds": 0.5, "ok": True, "n": None, "bad": "nan"}
    assert found == {"level": "warning", "event": "rétry", **values, "logger": "bot.sender"}


def test_a_value_cannot_pose_as_time_level_event_or_logger() -> None:
    stream = started("json")
    log("bot").info("sent", level="error", event="other", time="never", logger="x")
    found = record(stream)
    assert (found["level"], found["event"], found["logger"]) == ("info", "sent", "bot")
    assert found["time"] != "never"


@pytest.mark.parametrize("level", LEVELS)
def test_only_what_is_as_bad_as_the_level_is_written(level: Level) -> None:
    stream = started("json", level)
    known = log("bot")
    for write in (known.debug, known.info, known.warning, known.error):
        write("happened")
    levels = [json.loads(line)["level"] for line in stream.getvalue().splitlines()]
    assert levels == list(LEVELS[LEVELS.index(level) :])


def write_everywhere(secret: str) -> None:
    """Write a secret wherever it may turn up, at every level."""
    for write in (log("bot").debug, log("bot").info, log("bot").warning, log("bot").error):
        write(f"said {secret}", where=f"https://example.org/bot{secret}/getMe", many=[secret])
        write("a name", **{secret: 1})
    log("bot").bug("failed", raised(RuntimeError(f"at {secret}")))
    library = logging.getLogger(f"lib.{secret}")
    library.error("HTTP Request: POST %s %r", f"https://x/bot{secret}/getMe", [secret])
    library.error("%d", secret)  # does not fit
    library.error(secret, extra={"address": secret})
    library.error("with a key", extra={"values": {"address": secret.encode()}})
    logging.getLogger("telegram.ext").error("%s", raised(RuntimeError(secret)))
    logging.getLogger("telegram.ext").error("x", exc_info=InvalidToken(f"`{secret}`"))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("secret", [TOKEN, SECRET, OTHER_TOKEN])
def test_a_secret_never_shows(
    format: Format, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = started(format)
    write_everywhere(secret)
    assert stream.getvalue().count("***") > 20
    shown = stream.getvalue() + "".join(capsys.readouterr())
    for form in (secret, json.dumps(secret)[1:-1], repr(secret)[1:-1], secret.partition(":")[2]):
        assert form not in shown or not form


@pytest.mark.parametrize(
    "form", ["987654%3Aa%27token%22to-be/kept", OTHER_TOKEN.replace(":", "%3A")]
)
def test_a_secret_in_an_address_does_not_show_either(form: str) -> None:
    stream = started("text")
    log("bot").info("asked", address=f"https://example.org/bot{form}/getMe")
    assert "address=https://example.org/bot***/getMe" in stream.getvalue()


def test_what_only_resembles_a_token_is_kept() -> None:
    stream = started("text")
    log("bot").info("at 12:30:59", id="123456:short")
    assert "info at 12:30:59 id=123456:short" in stream.getvalue()


@pytest.mark.parametrize("broken", ["\n", "\r\n", "\x85", "\u2028", "\x1b[2J", "\udc80", "\u202e"])
@pytest.mark.parametrize("format", FORMATS)
def test_no_value_can_forge_a_record(format: Format, broken: str) -> None:
    stream = started(format)
    forged = f"a{broken}2026-01-01T00:00:00.000Z error forged"
    log("bot").info(forged, value=forged, **{forged: 1})
    assert len(stream.getvalue().splitlines()) == 1
    assert stream.getvalue().removesuffix("\n").isprintable()


def test_an_event_cannot_forge_a_value() -> None:
    stream = started("text")
    logging.getLogger("lib").warning('got chat=1 "x"')
    assert 'warning "got chat=1 \\"x\\"" logger=lib' in stream.getvalue()


def test_the_traceback_of_a_bug_is_indented_below_its_line() -> None:
    stream = started("text")
    log("bot").bug("failed", raised(RuntimeError("one\n2026-01-01T00:00:00.000Z info two")), n=1)
    first, *rest = stream.getvalue().splitlines()
    assert first.endswith("error failed n=1 logger=bot")
    assert all(line.startswith("    ") for line in rest)
    assert "    ValueError: one" in rest
    assert "    RuntimeError: one" in rest


def test_the_traceback_of_a_bug_is_one_field_of_json() -> None:
    stream = started("json")
    log("bot").bug("failed", raised(RuntimeError("two\nlines")))
    assert record(stream)["traceback"].endswith("RuntimeError: two\nlines")


def test_a_traceback_shows_no_variables() -> None:
    stream = started("text")
    asked = {"text": [chr(character) for character in b"hello"]}
    try:
        asked["size"]
    except KeyError as error:
        log("bot").bug("failed", error)
    assert "KeyError: 'size'" in stream.getvalue()
    assert "'h', 'e'" not in stream.getvalue()


def test_no_exception_means_no_traceback() -> None:
    stream = started("json")
    logging.getLogger("lib").exception("nothing is raised")  # noqa: LOG004 - this is the case
    assert "traceback" not in record(stream)


def test_a_page_of_a_server_in_trouble_is_no_error_of_ours() -> None:
    stream = started("text", "info")
    with pytest.raises(TelegramError):
        BaseRequest.parse_json_payload(b"<h1>502 Bad Gateway</h1>")
    assert not stream.getvalue()


@pytest.mark.parametrize("level", LEVELS)
def test_libraries_do_not_print_what_they_send_and_receive(level: Level) -> None:
    stream = started("text", level)
    for name in ("telegram", "telegram.ext.Updater", "aiohttp.client", "asyncio", "tornado.access"):
        assert logging.getLogger(name).getEffectiveLevel() >= logging.INFO
        logging.getLogger(name).debug("body")
    for name in ("httpx", "httpcore.http11"):
        assert logging.getLogger(name).getEffectiveLevel() >= logging.WARNING
        logging.getLogger(name).info("address")
    assert not stream.getvalue()


@pytest.mark.parametrize("data", [{"text": "我们12个人"}, [{"text": "我们12个人"}], "我们12个人"])
def test_an_update_that_the_library_cannot_read_is_not_printed(data: object) -> None:
    stream = started("text")
    logging.getLogger("telegram.Bot").critical("Error! Received data was %r", data)
    assert "我们" not in stream.getvalue()
    assert f"Error! Received data was '<{type(data).__name__}>'" in stream.getvalue()


def test_numbers_of_the_library_are_printed() -> None:
    stream = started("text")
    logging.getLogger("telegram.ext").error("Failed run number %s of %d", 1, 2)
    assert "Failed run number 1 of 2" in stream.getvalue()


def test_an_id_is_hashed_the_same_within_a_run() -> None:
    assert re.fullmatch("[0-9a-f]{8}", who(-100123))
    assert who(-100123) == who("-100123") != who(-100124)


def test_an_id_is_hashed_otherwise_in_another_run() -> None:
    program = "from bot.logs import who; print(who(5))"
    runs = [
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
        for _ in range(2)
    ]
    assert runs[0].stdout != runs[1].stdout


def test_setting_up_again_replaces_the_earlier_log() -> None:
    first, second = started("text"), io.StringIO()
    set_up("info", "json", [], second)
    log("bot").info("sent")
    assert not first.getvalue()
    assert record(second)["event"] == "sent"


def test_standard_error_is_where_the_log_goes(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("info", "text", [])
    log("bot").info("sent")
    captured = capsys.readouterr()
    assert "info sent logger=bot" in captured.err
    assert not captured.out


@pytest.mark.parametrize("format", FORMATS)
def test_the_exception_that_ends_the_program_is_a_record_without_secrets(format: Format) -> None:
    stream = started(format)
    error = raised(RuntimeError(TOKEN))
    sys.excepthook(type(error), error, error.__traceback__)
    assert "ended by a bug" in stream.getvalue()
    assert "RuntimeError: ***" in stream.getvalue()


def test_a_log_that_cannot_be_written_says_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    started("text").close()
    log("bot").info("sent", token=TOKEN)
    assert capsys.readouterr() == ("", "")
