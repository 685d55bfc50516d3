"""`orgwright compare`: two teams side by side, as text or JSON."""

from __future__ import annotations

import click

from bot.cli.options import language
from bot.cli.streams import write_json


@click.command("compare")
@click.argument("one")
@click.argument("other")
@click.option(
    "--pay", multiple=True, metavar="ROLE=AMOUNT", help="Pay a month; repeatable, not kept."
)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@language
def command(one: str, other: str, pay: tuple[str, ...], as_json: bool, lang: str | None) -> None:
    """Put two teams side by side, for example "telesales, 55 people" "leaders handle 8".

    What the second leaves out is as in the first: a size, a stage, a special way of working, or
    how many people a leader handles. With pay also what the difference costs a month.
    """
    from bot.api import speaker  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.comparing import CompareRequest  # noqa: PLC0415
    from bot.core import Core  # noqa: PLC0415

    voice = speaker({"text": one, "size": other, "lang": lang})
    request = CompareRequest(Core.load(), voice, one, other, pay)
    if as_json:
        write_json(request.json(), indent=2)
    else:
        click.echo(request.text())
