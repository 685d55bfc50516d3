"""`orgwright doctor`: a line for each check, and an exit code that says how it went."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from tests.bot.command import run
from tests.bot.doctor.checkup import BOT, NO_WEBHOOK, TOKEN, Answer, bot_api, stated


def test_the_command_writes_a_line_for_each_check_and_ends_with_1(place: Path) -> None:
    result = run("doctor")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert [line[0] for line in lines] == ["✓", "✓", "✓", "✓", "✓", "✗", " ", " ", " ", " "]
    assert lines[5].startswith("✗ token: No token is set")


async def test_the_command_ends_with_0_without_a_problem(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with bot_api(Answer(BOT), Answer(NO_WEBHOOK | {"pending_update_count": 2})) as base_url:
        for name, value in stated(place / "o.db", TOKEN=TOKEN, BASE_URL=base_url).items():
            monkeypatch.setenv(name, value)
        result = await asyncio.to_thread(run, "doctor")
    assert result.exit_code == 0
    assert "• waiting: 2 messages wait" in result.stdout
    assert TOKEN not in result.output


def test_json_has_check_state_and_text(place: Path) -> None:
    result = run("--config", "absent.toml", "doctor", "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert [(item["check"], item["state"]) for item in found] == [
        ("configuration", "problem"),
        ("knowledge", "ok"),
    ]
    assert all(set(item) == {"check", "state", "text"} for item in found)


def test_the_help_page_explains_the_exit_code() -> None:
    result = run("doctor", "--help")
    assert "exit code is 1" in result.stdout
    assert "--json" in result.stdout
