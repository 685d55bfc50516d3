"""`orgwright ask`: one question about a role."""

from __future__ import annotations

import click

from bot.cli.options import batch, echo_json, jsonl, language


@click.command("ask")
@click.argument("text", required=False)
@click.option("--channel", help="telesales, ecommerce, customer_service or marketing.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@language
@jsonl
def command(
    text: str | None,
    channel: str | None,
    as_json: bool,
    lang: str | None,
    jsonl: bool,
) -> None:
    """Answer one question about a role, for example "what does a team leader do?"."""
    from bot.api import Api  # noqa: PLC0415 - a command imports what it needs when it runs

    api = Api.load()
    if jsonl:
        batch(api.ask)
        return
    if not text:
        message = 'Give a question, for example: orgwright ask "what does a team leader do?"'
        raise click.UsageError(message)
    found = api.ask({"text": text, "channel": channel, "lang": lang})
    if "error" in found:
        raise click.UsageError(found["error"])
    if as_json:
        echo_json(found)
    else:
        click.echo(found["answer"])
