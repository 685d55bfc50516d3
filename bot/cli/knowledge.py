"""`orgwright knowledge`: for the people who edit the knowledge."""

from __future__ import annotations

import sys

import click

from bot.cli.options import language


@click.group("knowledge")
def command() -> None:
    """Check and read the knowledge, for those who edit it."""


@command.command("check")
@click.option("--data", type=click.Path(), help="Another folder of data files than the package's.")
@language
def check(data: str | None, lang: str | None) -> None:
    """Prove knowledge and words sound and say what was checked; list every problem otherwise."""
    from pathlib import Path  # noqa: PLC0415 - a command imports what it needs when it runs

    from bot.views.summary import summary  # noqa: PLC0415
    from bot.words.voice import as_language, voice  # noqa: PLC0415
    from flows.lexicon import Lexicon  # noqa: PLC0415
    from knowledge.loader import DATA, find_problems  # noqa: PLC0415

    found, problems = find_problems(Path(data) if data else DATA)
    for problem in problems:
        click.echo(str(problem), err=True)
    if found is None or problems:
        sys.exit(2)
    known = found.roles.values(), found.titles, found.functions.values()
    Lexicon.load(*known, is_checked=True)
    click.echo(summary(found, voice(as_language(lang) or "en")))


@command.command("table")
@click.argument("channel")
@language
def table(channel: str, lang: str | None) -> None:
    """Show the decision table and staffing lines of a channel, or of the company."""
    from bot.api import Api  # noqa: PLC0415 - a command imports what it needs when it runs

    click.echo(Api.load().table(channel, lang))


@command.command("why", context_settings={"ignore_unknown_options": True})  # -3 is a size
@click.argument("channel")
@click.argument("stage")
@click.argument("size")
@language
def why(channel: str, stage: str, size: str, lang: str | None) -> None:
    """Say which rule decides a case, with its arithmetic and sources."""
    from bot.api import Api  # noqa: PLC0415 - a command imports what it needs when it runs

    given: dict[str, object] = {"channel": channel, "stage": stage, "size": size, "lang": lang}
    if channel == "company":  # what all of its teams share, whatever the teams are
        given["parts"] = "other_teams=1"
    click.echo(Api.load().plan_text(given, "why"))


@command.command("feedback")
@click.option(
    "--json", "as_json", is_flag=True, help="Answer as JSON: at, about, rule, text, language."
)
@click.pass_context
def feedback(context: click.Context, as_json: bool) -> None:
    """List what people found wrong, the latest first; who wrote it is not told."""
    import json  # noqa: PLC0415 - a command imports what it needs when it runs
    from dataclasses import asdict  # noqa: PLC0415
    from datetime import UTC, datetime  # noqa: PLC0415

    from bot.config import Config  # noqa: PLC0415
    from bot.store import open_store  # noqa: PLC0415

    path = Config.load(context.find_root().obj).store.path
    with open_store(path) as store:
        found = store.complaints()
    if as_json:
        click.echo(json.dumps([asdict(said) for said in found], ensure_ascii=False, indent=2))
        return
    for said in found:
        day = datetime.fromtimestamp(said.at, UTC).date()
        click.echo(" · ".join(filter(None, (str(day), said.about, said.rule, said.text))))
    if not found:
        click.echo("Nobody has reported anything wrong.")
