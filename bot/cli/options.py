"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

LANGUAGES = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en")

language = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Language of the answer (default: that of the text, else English).",
)
channel = click.option("--channel", help="telesales, ecommerce, customer_service or marketing.")
team = click.option(
    "--channel", help="telesales, ecommerce, customer_service, marketing, or company with --part."
)
parts = click.option(
    "--part",
    "parts",
    metavar="CHANNEL=PEOPLE",
    multiple=True,
    help="A team of a company, such as telesales=40; repeatable. The founder and shared roles"
    " come from their ratios; what --size leaves besides are other teams.",
)
jsonl = click.option(
    "--jsonl",
    is_flag=True,
    help="Read one item a line from standard input, a text or a JSON object; write one JSON object"
    " a line. Options hold for every item that does not say otherwise.",
)


def given(**options: Any) -> dict[str, Any]:
    """Keep the options that were given, as values of an item; an empty text was given."""
    found = {key: value for key, value in options.items() if value not in (None, ())}
    return {key: list(v) if isinstance(v, tuple) else v for key, v in found.items()}


def refuse_beside_jsonl(options: Mapping[str, str | None]) -> None:
    """Refuse what has no sense in a batch.

    Raises:
        click.UsageError: If one of these was given.
    """
    for name, value in options.items():
        if value is not None:
            message = f"{name} does not go with --jsonl, which uses standard input and output."
            raise click.UsageError(message, click.get_current_context())


def show_version(context: click.Context, option: click.Parameter, is_asked: bool) -> None:
    """Show the version and exit; a checkout that is not installed has none."""
    del option
    if not is_asked:
        return
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow, rare

    try:
        number = version("orgwright")
    except PackageNotFoundError:
        number = "(not installed)"
    click.echo(f"orgwright {number}")
    context.exit()
