"""`orgwright size service`: calls, chats and mails together, and the heat maps of queues."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.core import Core
from bot.growth_letters import growth_file
from bot.wanted import made
from bot.words.voice import LANGUAGES, voice
from flows.sizing.replies import ShowSizingPicture
from flows.sizing.workloads import part
from knowledge.workload.mix import MIXED
from tests.bot import schemas
from tests.bot.command import refusal, run
from tests.bot.sizing import EXAMPLE, SERVICE_WORK
from tests.knowledge.workload.told import exactly

pytestmark = pytest.mark.usefixtures("loaded")


def test_several_kinds_of_work_are_one_team() -> None:
    result = run(*SERVICE_WORK, "--json")
    found = json.loads(result.stdout)
    schemas.answers("size_service").validate(found)
    assert [part["work"] for part in found["parts"]] == list(MIXED)
    assert found["staff"] == sum(part["staff"] for part in found["parts"]) == 29
    assert found["team"]["front_line"] >= 29


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_kinds_of_work_are_explained_one_by_one(language: str) -> None:
    result = run(*SERVICE_WORK, "--lang", language)
    assert (result.exit_code, result.stderr) == (0, "")
    assert not re.search(r"[{}<]|&\w+;|None", result.stdout)
    assert "29" in result.stdout.splitlines()[0]
    offered = [line.rpartition("→ --")[2] for line in result.stdout.splitlines() if "→ --" in line]
    assert len(offered) == len(set(offered)), "what several kinds share is said once"
    assert {"aht-seconds", "chat-minutes", "mail-minutes", "shrinkage"} <= set(offered)


def test_one_team_that_does_it_all_is_said_to_be_smaller_without_a_figure() -> None:
    said = run(*SERVICE_WORK).stdout
    (line,) = (line for line in said.splitlines() if "in turn, fewer are enough" in line)
    assert not re.search(r"\d", line)


def test_the_schema_of_several_kinds_is_valid_and_closed() -> None:
    schema = schemas.schema("size_service")
    Draft202012Validator.check_schema(schema)
    one = schemas.schema("size")
    for table in (schema, schema["$defs"]["part"]):
        assert table["additionalProperties"] is False
        assert set(table["required"]) == set(table["properties"])
    for name, described in schema["$defs"]["part"]["properties"].items():
        assert name in ("work", "channel") or described == one["properties"][name]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--calls / --chats / --mails"),
        (("--mails", "9", "--chat-minutes", "3"), "--chat-minutes has no effect"),
        (("--calls", "9", "--peak-hours", "3"), "--peak-hours has no effect"),
        (("--calls", "9", "--chats", "0"), "--chats must lie between"),
        (
            ("--calls", "9", "--chat-interval-minutes", "x", "--chats", "3"),
            "--chat-interval-minutes must be",
        ),
        (("--calls", "9", "--chat-interval-minutes", "9"), "--chat-interval-minutes has"),
        (("--chats", "9", "--chat-interval-minutes", "0"), "--chat-interval-minutes must lie"),
    ],
)
def test_a_bad_figure_of_several_kinds_is_refused(arguments: tuple[str, ...], said: str) -> None:
    assert said in refusal("size", "service", *arguments)


@pytest.mark.parametrize(("name", "start"), [("heat.png", b"\x89PNG"), ("heat.svg", b"<svg")])
def test_a_heat_map_is_written_to_a_file(tmp_path: Path, name: str, start: bytes) -> None:
    assert run(*EXAMPLE, "-o", str(tmp_path / name), "--theme", "dark").exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_each_queue_of_several_has_a_heat_map(tmp_path: Path) -> None:
    assert run(*SERVICE_WORK, "-o", str(tmp_path / "heat.svg")).exit_code == 0
    assert [file.name for file in sorted(tmp_path.iterdir())] == ["heat-1.svg", "heat-2.svg"]


def test_work_without_a_queue_has_no_heat_map() -> None:
    assert "calls and chats" in refusal("size", "mails", "--mails", "9", "--format", "svg")


def test_a_heat_map_is_sent_as_a_picture_and_made_from_what_its_row_says(core: Core) -> None:
    parts = (part("calls", exactly(calls=100)), part("chats", exactly(chats=40)))
    reply = ShowSizingPicture(parts, "", None, "dark")
    speak = voice("zh-Hant-TW")
    assert growth_file(core, speak, reply, shows_pictures=False) is None
    letter = growth_file(core, speak, reply, shows_pictures=True)
    assert letter is not None
    assert letter.is_photo
    files = made(core, letter)
    assert [file.name[-4:] for file in files] == [".png", ".png"]
    with pytest.raises(LookupError):
        made(core, replace(letter, subject="size:moon:0100"))
