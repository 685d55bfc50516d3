"""`orgwright kit`: what it takes to hire for a role, as text or as a file."""

from __future__ import annotations

from typing import Any

import click

from bot.cli.files import by_ending, write_answer
from bot.cli.options import as_json, format_of, language, output

FORMATS = ("text", "md", "pdf", "json")


@click.command("kit")
@click.argument("role")
@language
@as_json
@format_of(FORMATS)
@output
def command(role: str, lang: str | None, as_json: bool, format_: Any, output: str | None) -> None:
    """Make the hiring kit of a ROLE, given by a title or an id.

    Job description, interview questions, goals after 30, 60 and 90 days, KPI sheet.
    """
    from bot.api import speaker  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.core import Core  # noqa: PLC0415
    from bot.documents.kit import kit_file, kit_json  # noqa: PLC0415
    from bot.kit import asked_kit  # noqa: PLC0415
    from bot.render import plain  # noqa: PLC0415

    view = asked_kit(Core.load(), speaker({"text": role, "lang": lang}), role)
    format_ = "json" if as_json else format_ or by_ending(output, FORMATS)
    write_answer(
        format_,
        output,
        text=lambda: plain(view.text()),
        json=lambda: kit_json(view),
        files=lambda: [kit_file(view, format_)],
    )
