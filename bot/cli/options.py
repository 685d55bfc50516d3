"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import click

from knowledge.languages import LANGUAGES

_Option: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]

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
stage = click.option("--stage", help="startup, growth or mature (default: proposed from the size).")
variants = click.option("--variant", multiple=True, help="A special way of working; repeatable.")
as_json = click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
output = click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Write to a file.")
jsonl = click.option(
    "--jsonl",
    is_flag=True,
    help="Read one item a line from standard input, a text or a JSON object; write one JSON object"
    " a line. Options hold for every item that does not say otherwise.",
)


def format_of(formats: Sequence[str], what: str = "it", note: str = "") -> _Option:
    """Make the option that chooses one of some formats, in the variable `format_`."""
    text = f"What to make of {what} (default: as the ending of FILE says, else text){note}."
    return click.option("--format", "format_", type=click.Choice(formats), help=text)


def theme_of(pictures: str) -> _Option:
    """Make the option that chooses the colours of some formats."""
    return click.option(
        "--theme",
        type=click.Choice(("light", "dark")),
        default="light",
        show_default=True,
        help=f"Colours of {pictures}.",
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
