"""`orgwright understand`: what the bot understands of a message, for editors of the words."""

from __future__ import annotations

import click

from bot.cli.options import given, jsonl, language, refuse_beside_jsonl
from bot.cli.streams import write_json


@click.command("understand")
@click.argument("text", required=False)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON (null where not stated).")
@language
@jsonl
def command(
    text: str | None,
    as_json: bool,
    lang: str | None,
    jsonl: bool,
) -> None:
    """Show what the bot understands of a message.

    A JSON object of a batch may have the keys text, channel (of the conversation), lang and id.
    """
    from bot.api import Api  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.cli import batch  # noqa: PLC0415

    options = given(lang=lang)
    if jsonl:
        refuse_beside_jsonl({"TEXT": text})
        batch.run(Api.load().understand, options)
        return
    if text is None:
        message = 'Give a message, for example: orgwright understand "12 people, telesales"'
        raise click.UsageError(message)
    api, item = Api.load(), {"text": text, **options}
    found = api.understand(item)
    if as_json:
        write_json(found, indent=2)
        return
    told = api.clues(item)
    for key, value in found.items():
        if value not in (None, []):
            click.echo(f"{key}: {value}")
    for clue in told:
        click.echo(f"{clue.slot} <- {', '.join(clue.words)}")
