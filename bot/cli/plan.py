"""`orgwright plan`: one plan from a sentence or from options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.options import channel, given, jsonl, language, refuse_beside_jsonl
from bot.cli.streams import as_bytes

if TYPE_CHECKING:
    from bot.api import Api


@click.command("plan")
@click.argument("text", required=False)
@channel
@click.option("--stage", help="startup, growth or mature (default: proposed from the size).")
@click.option("--size", help="People, the leader included: 1 to 5000, or a range such as 8-10.")
@click.option("--variant", multiple=True, help="A special way of working; repeatable.")
@language
@click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True
)
@click.option("-o", "--output", type=click.Path(), help="Write to a file.")
@jsonl
def command(
    text: str | None,
    format_: str,
    output: str | None,
    jsonl: bool,
    **options: Any,
) -> None:
    """Make one plan, for example from "12 people, telesales, just started".

    Options win over the text. A JSON object of a batch may have the keys text, channel, stage,
    size, variant, lang and id.
    """
    from bot.api import Api  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.cli import batch  # noqa: PLC0415

    if jsonl:
        refuse_beside_jsonl({"TEXT": text, "-o": output})
        batch.run(Api.load().plan, given(**options))
        return
    _write(_answer(Api.load(), given(text=text, **options), format_), output)


def _answer(api: Api, item: dict[str, Any], format_: str) -> str | bytes:
    return as_bytes(api.plan(item), indent=2) if format_ == "json" else api.plan_text(item)


def _write(answer: str | bytes, output: str | None) -> None:
    if output is None:
        click.echo(answer)
        return
    content = answer if isinstance(answer, bytes) else answer.encode("utf-8", "replace")
    try:
        Path(output).write_bytes(content + b"\n")
    except OSError as error:
        message = f"Cannot write {output}: {error.strerror}; choose another file with -o."
        raise click.ClickException(message) from None
