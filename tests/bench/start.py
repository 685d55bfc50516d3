"""What understanding adds to the start of a program; a process of its own, see `language`."""

from __future__ import annotations

import json
import os
from time import perf_counter

from bot.core import Core
from tests.bench.process import resident_megabytes


def main() -> None:
    """Print how long it takes [ms] and how much it holds [MB]; knowledge is loaded before."""
    core = Core.load()  # plans need it, too
    before, start = resident_megabytes(os.getpid()), perf_counter()
    core.warm_up()
    took = (perf_counter() - start) * 1000
    print(json.dumps([took, resident_megabytes(os.getpid()) - before]))


if __name__ == "__main__":
    main()
