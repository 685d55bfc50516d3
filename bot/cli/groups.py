"""Command groups: one that imports a command only when it runs, and the program as a whole."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from bot.cli.streams import drop_output

REFUSED, INTERRUPTED = 2, 130  # exit codes


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


class Program(LazyGroup):
    """The whole program: whatever the user can mend ends with one line and exit code 2."""

    def main(self, *args: Any, **kw: Any) -> NoReturn:
        """Run a command line and exit; only bugs leave a traceback."""
        from bot.errors import OrgwrightError  # noqa: PLC0415 - keeps --help quick
        from flows.text.table import LexiconError  # noqa: PLC0415
        from knowledge.errors import KnowledgeError  # noqa: PLC0415

        try:
            sys.exit(super().main(*args, **kw | {"standalone_mode": False}))
        except NoArgsIsHelpError as error:
            error.show()
        except click.ClickException as error:
            click.echo(_sentence(error), err=True)
        except (OrgwrightError, KnowledgeError, LexiconError) as error:
            click.echo(str(error), err=True)
        except OSError as error:  # of standard output: full, or gone
            click.echo(f"Cannot write the answer: {error.strerror}.", err=True)
            drop_output()
        except click.Abort:
            sys.exit(INTERRUPTED)
        sys.exit(REFUSED)


def _sentence(error: click.ClickException) -> str:
    """Say what click found wrong with the options, and where they are explained."""
    sentence = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    return f"{sentence} See {context.command_path} --help." if context else sentence
