"""`orgwright plan`: one plan from a sentence or from options, as text or as a file."""

from __future__ import annotations

from typing import Any

import click

from bot.cli.files import STDOUT, by_ending, write_files, write_text
from bot.cli.options import (
    format_of,
    given,
    jsonl,
    language,
    parts,
    refuse_beside_jsonl,
    stage,
    team,
    theme_of,
    variants,
)
from bot.cli.streams import as_bytes

FORMATS = ("text", "json", "png", "svg", "pdf", "html", "xlsx", "csv", "mermaid", "dot", "md")


@click.command("plan")
@click.argument("text", required=False)
@team
@parts
@stage
@click.option("--size", help="People, the leader included: 1 to 5000, or a range such as 8-10.")
@variants
@language
@format_of(FORMATS, "the plan")
@theme_of("png, svg and html")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    help="Write to a file, or into a folder under a name made of the plan; - is standard output.",
)
@jsonl
def command(
    text: str | None,
    format_: Any,
    theme: Any,
    output: str | None,
    jsonl: bool,
    **options: Any,
) -> None:
    """Make one plan, for example from "12 people, telesales, just started".

    Options win over the text. The chart of a large team is several pictures, numbered in order.
    A JSON object of a batch may have the keys text, channel, stage, size, variant, parts,
    lang and id.
    """
    from bot.api import Api  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.cli import batch  # noqa: PLC0415

    if jsonl:
        refuse_beside_jsonl({"TEXT": text, "-o": output})
        batch.run(Api.load().plan, given(**options))
        return
    format_ = format_ or by_ending(output, FORMATS)
    item = given(text=text, **options)
    if format_ == "text":
        write_text(Api.load().plan_text(item), output)
    elif format_ == "json" and output in (None, STDOUT):
        write_text(as_bytes(Api.load().plan(item), indent=2), output)
    else:
        write_files(Api.load().plan_files(item, format_, theme), format_, output)
