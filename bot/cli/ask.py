"""`orgwright ask`: one question about a role."""

from __future__ import annotations

import click

from bot.cli.options import channel, given, jsonl, language, refuse_beside_jsonl
from bot.cli.streams import write_json


@click.command("ask")
@click.argument("text", required=False)
@channel
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
    """Answer one question about a role, for example "what does a team leader do?".

    A JSON object of a batch may have the keys text, channel, lang and id.
    """
    from bot.api import Api  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.cli import batch  # noqa: PLC0415

    options = given(channel=channel, lang=lang)
    if jsonl:
        refuse_beside_jsonl({"TEXT": text})
        batch.run(Api.load().ask, options)
        return
    if text is None:
        message = 'Give a question, for example: orgwright ask "what does a team leader do?"'
        raise click.UsageError(message)
    found = Api.load().ask({"text": text, **options})
    if as_json:
        write_json(found, indent=2)
    else:
        click.echo(found["answer"])
