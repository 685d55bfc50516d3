"""`orgwright plan`: one plan from a sentence or from options."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from bot.cli.options import batch, jsonl, language


@click.command("plan")
@click.argument("text", required=False)
@click.option("--channel", help="telesales, ecommerce, customer_service or marketing.")
@click.option("--stage", help="startup, growth or mature (default: proposed from the size).")
@click.option("--size", help="People, the leader included: 1 to 5000.")
@click.option("--variant", "variants", multiple=True, help="A special way of working; repeatable.")
@language
@click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True
)
@click.option("-o", "--output", type=click.Path(), help="Write to a file.")
@jsonl
def command(
    text: str | None,
    channel: str | None,
    stage: str | None,
    size: str | None,
    variants: tuple[str, ...],
    lang: str | None,
    format_: str,
    output: str | None,
    jsonl: bool,
) -> None:
    """Make one plan, for example from "12 people, telesales, just started"."""
    from bot.api import Api  # noqa: PLC0415 - a command imports what it needs when it runs

    api = Api.load()
    if jsonl:
        batch(api.plan)
        return
    asked: dict[str, Any] = {"text": text, "channel": channel, "stage": stage, "size": size}
    asked |= {"variant": list(variants), "lang": lang}
    given = {key: value for key, value in asked.items() if value}
    answer = json_text(api.plan(given)) if format_ == "json" else api.plan_text(given)
    _write(answer, output)


def json_text(value: dict[str, Any]) -> str:
    """Write a plan as readable JSON; an error becomes a message on the error stream.

    Raises:
        click.ClickException: If there is no plan.
    """
    if "error" in value:
        raise click.UsageError(value["error"])
    return json.dumps(value, ensure_ascii=False, indent=2)


def _write(answer: str, output: str | None) -> None:
    if output is None:
        click.echo(answer)
        return
    try:
        Path(output).write_text(answer + "\n", "utf-8")
    except OSError as error:
        message = f"Cannot write {output}: {error.strerror}. Choose another file with -o."
        raise click.UsageError(message) from None
