"""`orgwright grow`: the way from one size of a team to another, in words or as a file."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from bot.cli.files import by_ending, write_answer
from bot.cli.options import (
    as_json,
    format_of,
    given,
    language,
    output,
    parts,
    team,
    theme_of,
    variants,
)

FORMATS = ("text", "json", "png", "svg", "pdf", "xlsx", "md")


@click.command("grow")
@click.argument("text", required=False)
@team
@parts
@click.option("--stage", help="startup, growth or mature (default: that of the larger size).")
@click.option("--from", "start", metavar="PEOPLE", help="How many there are now, 1 to 5000.")
@click.option("--to", "target", metavar="PEOPLE", help="How many there shall be; fewer works too.")
@variants
@click.option("--months", metavar="NUMBER", help="Month by month: complete within this many.")
@click.option("--hires-per-month", metavar="NUMBER", help="Month by month: the most that can join.")
@click.option("--ramp-months", metavar="NUMBER", help="Months until a new hire is up to speed.")
@click.option("--turnover", metavar="SHARE", help="Who leaves in a year, such as 0.35 or 35%.")
@language
@as_json
@format_of(FORMATS)
@theme_of("png and svg")
@output
def command(
    text: str | None,
    start: str | None,
    target: str | None,
    as_json: bool,
    format_: Any,
    theme: Any,
    output: str | None,
    **options: Any,
) -> None:
    """Show how a team grows, for example "telesales, from 3 to 30 people".

    Who comes when, what changes at which size, and why; a smaller target says what to combine.
    With a figure about months also who has to be hired when, leavers included; the text may say
    it too ("3 hires a month, we lose 4% a month"). As pdf, xlsx or md with the plan at the end.
    """
    from bot.api import speaker  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.core import Core  # noqa: PLC0415
    from bot.growing import GrowthRequest  # noqa: PLC0415

    item = given(text=text, **options, **{"from": start, "to": target})
    core = Core.load()
    request = GrowthRequest(core, speaker(item), item)
    format_ = "json" if as_json else format_ or by_ending(output, FORMATS)
    files = partial(request.files, format_, theme)
    write_answer(format_, output, text=request.text, json=request.json, files=files)
