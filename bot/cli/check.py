"""`orgwright check`: what is wrong with a team, and how to mend it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from bot.cli.files import by_ending, write_answer
from bot.cli.options import as_json, channel, format_of, language, output, stage, theme_of

FORMATS = ("text", "json", "png", "svg")


@click.command("check")
@click.argument("text", required=False)
@click.option("--file", type=click.Path(dir_okay=False), help="People as CSV or XLSX.")
@channel
@stage
@click.option(
    "--as",
    "meant",
    multiple=True,
    metavar="TITLE=ROLE",
    help="What a title means: a role's id, or none; repeatable.",
)
@as_json
@language
@format_of(FORMATS)
@theme_of("png and svg")
@output
def command(
    text: str | None,
    file: str | None,
    as_json: bool,
    format_: str | None,
    theme: str,
    output: str | None,
    **options: Any,
) -> None:
    """Say what is wrong with a team, and how to mend it.

    As png or svg: the team's chart, with the boxes marked that the findings are about.

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
    made: Any = "json" if as_json else format_ or by_ending(output, FORMATS)
    files = partial(request.files, made, theme)
    write_answer(made, output, text=request.text, json=request.json, files=files)


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
