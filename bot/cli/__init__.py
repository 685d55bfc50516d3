"""The command line: a thin shell; every command imports what it needs when it runs."""

from __future__ import annotations

import click

from bot.cli.groups import Program
from bot.cli.options import show_version
from bot.cli.streams import forgive_characters

COMMANDS = {
    "chat": ("bot.cli.chat", "Talk to the bot in the terminal; no token, no network."),
    "telegram": ("bot.cli.telegram", "Run the Telegram bot."),
    "plan": ("bot.cli.plan", "Make one plan without a conversation."),
    "ask": ("bot.cli.ask", "Answer one question about a role."),
    "understand": ("bot.cli.understand", "Show what the bot understands of a message."),
    "knowledge": ("bot.cli.knowledge", "Check and read the knowledge, for those who edit it."),
    "doctor": ("bot.cli.doctor", "Check the setup and say what to do about it."),
}


@click.command(cls=Program, commands_from=COMMANDS)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_version,
    help="Show the version and exit.",
)
@click.option("--config", type=click.Path(), help="Configuration file (default: config.toml).")
@click.pass_context
def cli(context: click.Context, config: str | None) -> None:
    """Design teams: who does what, who reports to whom, whom to hire next."""
    context.obj = config


def main() -> None:
    """Run the command line; broken configuration, knowledge or store end with one sentence."""
    forgive_characters()
    cli(prog_name="orgwright")
