"""`orgwright backup`: a checked copy of the store, also while the bot runs."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.")
@click.pass_context
def command(context: click.Context, file: Path, force: bool) -> None:
    """Copy the store into FILE, also while the bot runs, and check the copy.

    FILE has all of it or is as it was before; only you can read it. Put it back with
    `orgwright restore FILE`.
    """
    from bot.config import Config  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.store.backup import back_up  # noqa: PLC0415

    store = Config.load(context.obj).store.path
    found = back_up(store, file, overwrites=force)
    click.echo(f"Copied the store {store} to {file} and checked it: {found}.")
