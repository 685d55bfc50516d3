"""`orgwright size`: how many people some work needs, and the team around them.

The options are made of the quantities in the data, so that a figure has one name everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.files import by_ending, write_answer
from bot.cli.options import as_json, format_of, language, output, stage, theme_of, variants

if TYPE_CHECKING:
    from bot.core import Core
    from bot.documents import File
    from knowledge.workload.quantity import Quantity

KINDS = {
    "calls": "Calls: a queue that should be short.",
    "chats": "Chats: like calls, several at a time.",
    "mails": "Mails and tickets: work that can wait a little.",
    "service": "A service team: calls, chats and mails together, each with its own people.",
    "telesales": "Telesales: dials, leads or deals.",
    "orders": "Orders of a shop: packing, chats, tickets, products, live selling.",
}
FORMATS = ("text", "json", "png", "svg")
_NOTE = "; png and svg show how many are answered in time, for calls and chats"
_UNITS = {"share": "a share such as 0.3 or 30%", "plain": ""}


class Sizes(click.Group):
    """A command for each kind of work, made when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the kinds of work."""
        del ctx
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Make the command of one kind of work."""
        del ctx
        return _command(cmd_name) if cmd_name in KINDS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading the knowledge."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(KINDS.items()))


@click.command("size", cls=Sizes)
def command() -> None:
    """Say how many people some work needs, and the team around them.

    Figures that are not given are assumed, shown with their source, and can be changed. A figure
    is a number or a range such as 80-120.
    """


def _command(kind: str) -> click.Command:
    from bot.core import Core  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.sizing import SERVICE  # noqa: PLC0415
    from knowledge.workload.mix import MIXED  # noqa: PLC0415
    from knowledge.workload.sizing import WORKS  # noqa: PLC0415

    core, works = Core.load(), [WORKS[name] for name in (MIXED if kind == SERVICE else (kind,))]

    @language
    @as_json
    @variants
    @stage
    @format_of(FORMATS, note=_NOTE)
    @theme_of("png and svg")
    @output
    def run(lang: str | None, as_json: bool, **figures: Any) -> None:
        _answer(core, kind, lang, figures, as_json=as_json)

    known = core.knowledge.workload.quantities
    names = dict.fromkeys(name for work in works for name in work.quantities)
    options: list[click.Parameter] = [_option(known[name]) for name in names]
    if kind == SERVICE:
        text = "Length of an interval of chats, if not that of calls (in minutes)."
        options.append(click.Option(["--chat-interval-minutes"], metavar="NUMBER", help=text))
    elif works[0].has_queue:
        text = "Look at this number of people instead of finding the fewest."
        options.append(click.Option(["--agents"], metavar="NUMBER", help=text))
    made = click.command(kind, help=KINDS[kind])(run)
    made.params = [*options, *made.params]
    return made


def _option(quantity: Quantity) -> click.Option:
    default = f"{quantity.default:g}" if quantity.default is not None else ""
    unit = _UNITS.get(quantity.unit, f"in {quantity.unit}")
    notes = [unit, f"default: {default}" if default else ""]
    note = "; ".join(filter(None, notes))
    text = f"{quantity.name.en}{f' ({note})' if note else ''}."
    names = [f"--{quantity.id.replace('_', '-')}", quantity.id]
    return click.Option(names, metavar="NUMBER", help=text)


def _answer(
    core: Core, kind: str, lang: str | None, figures: dict[str, Any], *, as_json: bool
) -> None:
    from bot.sizing import SizingRequest  # noqa: PLC0415 - a command imports what it needs
    from bot.words.voice import as_language, voice  # noqa: PLC0415

    asked, theme, file = (figures.pop(name) for name in ("format_", "theme", "output"))
    format_: Any = "json" if as_json else asked or by_ending(file, FORMATS)
    request = SizingRequest(core, voice(as_language(lang) or "en"), kind, figures)

    def drawn() -> tuple[File, ...]:
        seen = request.heats()
        from bot.pictures.sizing import sizing_files  # noqa: PLC0415 - brings what draws

        return sizing_files(seen, format_, theme)

    write_answer(format_, file, text=request.text, json=request.json, files=drawn)
