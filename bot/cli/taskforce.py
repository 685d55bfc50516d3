"""`orgwright taskforce`: who is drawn from a team for a goal, as text or JSON."""

from __future__ import annotations

import click

from bot.cli.options import channel, given, language, stage, variants
from bot.cli.streams import write_json


@click.command("taskforce")
@click.argument("goal")
@click.argument("text", required=False)
@channel
@stage
@click.option("--size", metavar="PEOPLE", help="Everybody in the team, 1 to 5000.")
@variants
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@language
def command(goal: str, text: str | None, as_json: bool, **options: str | None) -> None:
    """Draw a task force from a team, for example complaints "customer service, 55 people".

    GOAL is satisfaction, launch, big_sale, complaints or new_channel, or says it in words. The
    answer names who comes from which post, for how much of the time, and when the group ends.
    """
    from bot.api import speaker  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.core import Core  # noqa: PLC0415
    from bot.taskforce import TaskForceRequest  # noqa: PLC0415

    item = given(text=text, **options)
    request = TaskForceRequest(Core.load(), speaker(item), goal, item)
    if as_json:
        write_json(request.json(), indent=2)
    else:
        click.echo(request.text())
