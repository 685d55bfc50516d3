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
    "size": ("bot.cli.size", "Say how many people some work needs."),
    "check": ("bot.cli.check", "Say what is wrong with a team, and how to mend it."),
    "grow": ("bot.cli.grow", "Show how a team grows: who comes when, and what changes."),
    "taskforce": ("bot.cli.taskforce", "Draw a task force from a team for a goal."),
    "compare": ("bot.cli.compare", "Put two plans side by side."),
    "kit": ("bot.cli.kit", "Make the hiring kit of a role."),
    "understand": ("bot.cli.understand", "Show what the bot understands of a message."),
    "knowledge": ("bot.cli.knowledge", "Check and read the knowledge, for those who edit it."),
    "backup": ("bot.cli.backup", "Copy the store into a file, also while the bot runs."),
    "restore": ("bot.cli.restore", "Put a backup in the place of the store."),
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
