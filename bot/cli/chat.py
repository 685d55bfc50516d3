"""`orgwright chat`: the bot in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from bot.cli.environment import own_language
from bot.cli.options import language

PROMPT = "> "


@click.command("chat")
@language
@click.pass_context
def command(context: click.Context, lang: str | None) -> None:
    """Talk to the bot in the terminal; no token, no network.

    Buttons are lettered: type a letter to tap one, a number is always a number of people. Without
    a terminal one message a line is read from standard input. Quitting and coming back goes on
    where you stopped.
    """
    from bot.config import Config  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.core import Core  # noqa: PLC0415
    from bot.service import Service  # noqa: PLC0415
    from bot.store import open_store  # noqa: PLC0415
    from bot.terminal import Terminal  # noqa: PLC0415

    config = Config.load(context.obj)
    core = Core.load()
    _ = core.lexicon  # broken words stop the program before the first message
    with open_store(config.store.path) as store:
        draft_days = config.operation.draft_days
        service = Service(core, store, lang or config.chat.language, draft_days)
        terminal = Terminal(service, click.echo, own_language())
        terminal.run(_lines())


def _lines() -> Iterator[str]:
    """Read what is typed or piped in; nothing if standard input is closed."""
    if sys.stdin is None:
        return iter(())
    return _prompted() if sys.stdin.isatty() else iter(sys.stdin)


def _prompted() -> Iterator[str]:
    """Read lines at a prompt until the end of input or an interruption."""
    while True:
        try:
            yield input(PROMPT)
        except (EOFError, KeyboardInterrupt):
            click.echo()
            return
