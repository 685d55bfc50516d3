"""A command group that imports a command only when it runs, and lists all without importing."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Commands by name: the module that defines `command`, and the line for the help page."""

    def __init__(self, *args: Any, commands_from: Mapping[str, tuple[str, str]], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self._from = commands_from

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order in which a newcomer needs them."""
        del ctx
        return list(self._from)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command when it is asked for."""
        del ctx
        if cmd_name not in self._from:
            return None
        command: click.Command = import_module(self._from[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self._from.items()])
