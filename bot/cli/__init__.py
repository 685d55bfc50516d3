"""The command line: a thin shell; every command imports what it needs when it runs."""

from __future__ import annotations

import sys

import click

from bot.cli.groups import LazyGroup

COMMANDS = {
    "chat": ("bot.cli.chat", "Talk to the bot in the terminal; no token, no network."),
    "plan": ("bot.cli.plan", "Make one plan without a conversation."),
    "ask": ("bot.cli.ask", "Answer one question about a role."),
    "understand": ("bot.cli.understand", "Show what the bot understands of a message."),
    "knowledge": ("bot.cli.knowledge", "Check and read the knowledge, for those who edit it."),
}


@click.command(cls=LazyGroup, commands_from=COMMANDS)
@click.version_option(package_name="orgwright")
@click.option("--config", type=click.Path(), help="Configuration file (default: config.toml).")
@click.pass_context
def cli(context: click.Context, config: str | None) -> None:
    """Design teams: who does what, who reports to whom, whom to hire next."""
    context.obj = config


def main() -> None:
    """Run the command line; broken configuration, knowledge or store end with one sentence."""
    from bot.errors import OrgwrightError  # noqa: PLC0415 - keeps --help quick
    from knowledge.errors import KnowledgeError  # noqa: PLC0415

    try:
        cli(prog_name="orgwright")
    except (OrgwrightError, KnowledgeError) as error:
        click.echo(str(error), err=True)
        sys.exit(2)
