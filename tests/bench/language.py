"""Understanding messages: what it adds to the start and to memory, and how long a message takes.

A program compiles a pattern when a message first needs it: the first thousand messages have rows of
their own. The start is what `warm_up` takes where the modules are imported.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from statistics import quantiles
from time import perf_counter

from bot.core import Core
from flows.lexicon import Lexicon
from flows.understand import understand
from tests.bench.process import resident_megabytes
from tests.bench.rows import Row, timed
from tests.language.cases import brief_cases, role_cases

START, MEDIAN, SLOWEST, LONG, MEMORY = 300, 3, 15, 5, 60  # limits: ms, the last one MB
_FIRST, _LONG = 1000, 4096  # messages, characters
_STARTS = 5  # processes of which the median is taken


def rows() -> Iterator[Row]:
    """Measure all of it."""
    starts = [_start() for _ in range(_STARTS)]
    took, grown = (sorted(values)[_STARTS // 2] for values in zip(*starts, strict=True))
    yield Row("understanding: start", took, "ms", took / START, f"the limit of {START} ms")
    yield Row("understanding: memory", grown, "MB", grown / MEMORY, f"the limit of {MEMORY} MB")
    lexicon, texts = Core.load().lexicon, _texts()
    yield from _times("message of the first 1000", _each(lexicon, texts[:_FIRST]))
    yield from _times("message", _each(lexicon, texts[_FIRST : 3 * _FIRST]))
    long = "，".join(texts)[:_LONG]
    took = timed(lambda: understand(lexicon, f"{perf_counter()}{long}"), 9)  # never the same
    yield Row(f"{_LONG} characters", took, "ms", took / LONG, f"the limit of {LONG} ms")


def _texts() -> list[str]:
    """Mix questions and descriptions of dev, as many of one as of the other."""
    questions, briefs = role_cases("dev"), brief_cases("dev")
    every = len(briefs) // len(questions)
    pairs = zip(questions, briefs[::every], strict=False)
    return list(dict.fromkeys(case.text for pair in pairs for case in pair))


def _each(lexicon: Lexicon, texts: Sequence[str]) -> list[float]:
    """Time each message [ms]."""
    return [timed(lambda text=text: understand(lexicon, text), 1) for text in texts]  # type: ignore[misc]


def _times(name: str, found: list[float]) -> Iterator[Row]:
    """Give the median and what only one of 100 is slower than."""
    parts = quantiles(found, n=100)
    yield Row(f"{name}: median", parts[49], "ms", parts[49] / MEDIAN, f"the limit of {MEDIAN} ms")
    yield Row(f"{name}: p99", parts[98], "ms", parts[98] / SLOWEST, f"the limit of {SLOWEST} ms")


def _start() -> tuple[float, float]:
    """Start in a process of its own: how long that takes [ms], how much it grows [MB]."""
    found = subprocess.run(
        [sys.executable, "-m", __name__], check=True, capture_output=True, text=True
    )
    took, grown = json.loads(found.stdout)
    return took, grown


def _report() -> None:
    """Print what the start takes here; the knowledge, which plans need too, is loaded before."""
    core = Core.load()
    before, start = resident_megabytes(os.getpid()), perf_counter()
    core.warm_up()
    took = (perf_counter() - start) * 1000
    print(json.dumps([took, resident_megabytes(os.getpid()) - before]))


if __name__ == "__main__":
    _report()
