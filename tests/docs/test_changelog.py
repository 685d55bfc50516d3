"""The changelog names whatever a user can call, choose or set."""

from __future__ import annotations

from dataclasses import fields

import pytest
from click import Context

from bot.cli import cli
from bot.config import SECTIONS
from bot.documents import FORMATS
from tests.docs.pages import text

CHANGELOG = " ".join(text("CHANGELOG.md").split())
SETTINGS = [f"{section}.{key.name}" for section, kind in SECTIONS.items() for key in fields(kind)]


@pytest.mark.parametrize("command", cli.list_commands(Context(cli)))
def test_a_command_is_named(command: str) -> None:
    assert f"`orgwright {command}" in CHANGELOG


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_is_named(setting: str) -> None:
    assert f"`{setting}`" in CHANGELOG


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_is_named(format: str) -> None:
    assert f"`{format}`" in CHANGELOG
