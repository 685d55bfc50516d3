"""`orgwright check`: what is wrong with a team, and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bot.cli.options import channel, language
from bot.cli.streams import write_json


@click.command("check")
@click.argument("text", required=False)
@click.option("--file", type=click.Path(dir_okay=False), help="People as CSV or XLSX.")
@channel
@click.option("--stage", help="startup, growth or mature (default: proposed from the size).")
@click.option(
    "--as",
    "meant",
    multiple=True,
    metavar="TITLE=ROLE",
    help="What a title means: a role's id, or none; repeatable.",
)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@language
def command(text: str | None, file: str | None, as_json: bool, **options: Any) -> None:
    """Say what is wrong with a team, and how to mend it.

    The team is a text such as "3 agents, 1 QA, I do ads and finance myself", or a file with the
    columns name, title, manager, duties and headcount, of which only the title is a must.
    """
    from bot.api import speaker  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.checking import CheckRequest  # noqa: PLC0415
    from bot.core import Core  # noqa: PLC0415

    voice = speaker({"text": text, "lang": options["lang"]})
    given = {**options, "text": text, "file": file}
    if file is not None:
        given["content"] = _content(file)
    request = CheckRequest(Core.load(), voice, given)
    if as_json:
        write_json(request.json(), indent=2)
    else:
        click.echo(request.text())


def _content(file: str) -> bytes:
    """Read a file, of a large one only so much that it is seen to be too large.

    Raises:
        click.ClickException: If it cannot be read.
    """
    from bot.imports.rows import MOST_BYTES  # noqa: PLC0415

    try:
        with Path(file).open("rb") as source:
            return source.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"Cannot read {file}: {error.strerror}."
        raise click.ClickException(message) from None
