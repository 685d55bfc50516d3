"""`python -m tests.bench`: plans, messages, understanding, charts, the Telegram bot, floods of it.

`python -m tests.bench soak` instead runs the bot over 200 000 updates while requests fail and it is
killed; see `tests.bench.soak`.

Figures are medians on this machine, now; the ratio beside each compares it with the yardstick
named in the row, measured in the same run.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tests.bench import charts, flood, language, local, memory, soak, telegram
from tests.bench.rows import Row

PARTS = ("local", "language", "charts", "telegram", "flood", "soak")
LASTING, SOAKING = 50_000, 200_000  # updates, if not said otherwise


def main(arguments: list[str] | None = None) -> None:
    """Print the table, row by row as they are measured."""
    for row in _rows(_options(arguments)):
        print(row, flush=True)


def _rows(options: argparse.Namespace) -> Iterator[Row | str]:
    if options.part in (None, "local"):
        yield from local.rows()
    if options.part in (None, "language"):
        yield from language.rows()
    if options.part in (None, "charts"):
        yield from charts.rows()
    if options.part in (None, "telegram"):
        yield from telegram.rows(options.seconds, options.rounds)
    if options.part in (None, "flood"):
        yield from flood.rows(options.seconds, options.rounds, options.only)
    if options.memory:
        yield from memory.rows(options.updates or LASTING)
    if options.part == "soak":
        yield from soak.rows(options.updates or SOAKING, options.people)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS, help="only this part")
    parser.add_argument("--seconds", type=float, default=10, help="length of a bot's turn")
    parser.add_argument("--rounds", type=int, default=2, help="turns of each bot")
    parser.add_argument("--only", help="only floods whose name holds this")
    parser.add_argument("--memory", action="store_true", help="watch the bot's memory too")
    parser.add_argument("--updates", type=int, help="how many --memory or the soak takes")
    parser.add_argument("--people", type=int, default=5000, help="how many the soak has")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
