"""`orgwright restore`: a backup in the place of the store."""

from __future__ import annotations

import time
from pathlib import Path

import click


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, file: Path) -> None:
    """Check FILE, which `orgwright backup` made, and put it in the place of the store.

    Stop the bot first. The store that was there is kept beside the new one; FILE stays as it is.
    """
    from bot.config import Config  # noqa: PLC0415 - a command imports what it needs when it runs
    from bot.store.backup import restore  # noqa: PLC0415

    store = Config.load(context.obj).store.path
    done = restore(file, store, time.strftime("before-restore-%Y%m%d-%H%M%S"))
    kept = f" The store that was there is kept as {done.kept}." if done.kept else ""
    click.echo(f"Restored the store {store} from {file}: {done.contents}.{kept}")
