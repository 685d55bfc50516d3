"""`python -m tests.bench`: planning, one message, start-up, the running Telegram bot.

Figures are medians on this machine, now; the ratio beside each compares it with the yardstick
named in the row, measured in the same run.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tests.bench import local, memory, telegram
from tests.bench.rows import Row


def main(arguments: list[str] | None = None) -> None:
    """Print the table, row by row as they are measured."""
    for row in _rows(_options(arguments)):
        print(row, flush=True)


def _rows(options: argparse.Namespace) -> Iterator[Row]:
    if options.part != "telegram":
        yield from local.rows()
    if options.part != "local":
        yield from telegram.rows(options.seconds, options.rounds)
    if options.memory:
        yield from memory.rows(options.updates)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=("local", "telegram"), help="only this part")
    parser.add_argument("--seconds", type=float, default=10, help="length of a bot's turn")
    parser.add_argument("--rounds", type=int, default=2, help="turns of each bot")
    parser.add_argument("--memory", action="store_true", help="watch the bot's memory too")
    parser.add_argument("--updates", type=int, default=50_000, help="how many --memory takes")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
