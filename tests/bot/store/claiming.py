"""`python -m tests.bot.store.claiming FILE COUNT`: claim messages 0 to COUNT-1, print how many.

`... FILE hold` saves draft 1 and commits, saves draft 2, says "held" and never ends, until killed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.store import Store, open_store


def claim(store: Store, count: int) -> int:
    """Claim messages; gives how many of them were new."""
    new = 0
    for number in range(count):
        with store.message("telegram", str(number), 0) as transaction:
            if transaction is not None:
                new += 1
                transaction.enqueue("c", "u", "screen", str(number), "{}")
    return new


def hold(store: Store) -> None:
    """Commit message 1, then stop in the middle of message 2."""
    for number in ("1", "2"):
        with store.message("telegram", number, 0) as transaction:
            assert transaction is not None
            transaction.save_draft("c", "u", number)
            transaction.enqueue("c", "u", "screen", number, "{}")
            if number == "2":
                sys.stdout.write("held\n")
                sys.stdout.flush()
                sys.stdin.read()


if __name__ == "__main__":
    with open_store(Path(sys.argv[1])) as opened:
        if sys.argv[2] == "hold":
            hold(opened)
        else:
            sys.stdout.write(f"{claim(opened, int(sys.argv[2]))}\n")
