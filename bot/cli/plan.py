"""`orgwright plan`: one plan from a sentence or from options, as text or as a file."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import click

from bot.cli.files import STDOUT, write_files, write_text
from bot.cli.options import given, jsonl, language, parts, refuse_beside_jsonl, team
from bot.cli.streams import as_bytes

FORMATS = ("text", "json", "png", "svg", "pdf", "html", "xlsx", "csv", "mermaid", "dot", "md")
_ENDINGS = {"mmd": "mermaid", "gv": "dot", "htm": "html"}


@click.command("plan")
@click.argument("text", required=False)
@team
@parts
@click.option("--stage", help="startup, growth or mature (default: proposed from the size).")
@click.option("--size", help="People, the leader included: 1 to 5000, or a range such as 8-10.")
@click.option("--variant", multiple=True, help="A special way of working; repeatable.")
@language
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="What to make of the plan (default: as the ending of FILE says, else text).",
)
@click.option(
    "--theme",
    type=click.Choice(("light", "dark")),
    default="light",
    show_default=True,
    help="Colours of png, svg and html.",
)
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
    format_ = format_ or _by_ending(output)
    item = given(text=text, **options)
    if format_ == "text":
        write_text(Api.load().plan_text(item), output)
    elif format_ == "json" and output in (None, STDOUT):
        write_text(as_bytes(Api.load().plan(item), indent=2), output)
    else:
        write_files(Api.load().plan_files(item, format_, theme), format_, output)


def _by_ending(output: str | None) -> str:
    ending = PurePath(output or "").suffix.removeprefix(".").lower()
    named = _ENDINGS.get(ending, ending)
    return named if named in FORMATS else "text"
