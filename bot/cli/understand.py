"""`orgwright understand`: what the bot understands of a message, for editors of the words."""

from __future__ import annotations

import click

from bot.cli.options import batch, echo_json, jsonl


@click.command("understand")
@click.argument("text", required=False)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON (null where not stated).")
@jsonl
def command(
    text: str | None,
    as_json: bool,
    jsonl: bool,
) -> None:
    """Show what the bot understands of a message."""
    from bot.api import Api  # noqa: PLC0415 - a command imports what it needs when it runs

    api = Api.load()
    if jsonl:
        batch(api.understand)
        return
    if text is None:
        message = 'Give a message, for example: orgwright understand "12 people, telesales"'
        raise click.UsageError(message)
    found = api.understand({"text": text})
    if as_json:
        echo_json(found)
        return
    for key, value in found.items():
        if value not in (None, []):
            click.echo(f"{key}: {value}")
