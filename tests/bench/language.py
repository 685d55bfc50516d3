"""Understanding messages: what it adds to the start and to memory, and how long a message takes.

Messages are those of the test split, which nobody reads, and descriptions of dev, most of which
were written to be hard. A program compiles a pattern when a message first needs it: the first
thousand messages have rows of their own, all others are read for the second time. The start has
all of the imports in it, and byte code as any installation has it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.core import Core
from flows.lexicon import Lexicon
from flows.understand import understand
from tests.bench.rows import Row, timed
from tests.language.cases import brief_cases, role_cases

START, MEDIAN, SLOWEST, LONG, MEMORY = 300, 3, 15, 5, 60  # limits: ms, the last one MB
_FIRST, _LONG = 1000, 4096  # messages, characters
_STARTS = 5  # processes of which the median is taken


def rows() -> Iterator[Row]:
    """Measure all of it."""
    took, grown = map(median, zip(*_starts(), strict=True))
    yield Row("understanding: start", took, "ms", took / START, f"the limit of {START} ms")
    yield Row("understanding: memory", grown, "MB", grown / MEMORY, f"the limit of {MEMORY} MB")
    core, hard = Core.load(), _mixed("dev")
    core.warm_up()
    lexicon = core.lexicon
    yield from _times("message of the first 1000", _each(lexicon, hard[:_FIRST]))
    yield from _times("hard message", _again(lexicon, hard[_FIRST : 3 * _FIRST]))
    yield from _times("message", _again(lexicon, _mixed("test")))
    long = "，".join(hard)[:_LONG]
    took = timed(lambda: understand(lexicon, f"{perf_counter()}{long}"), 9)  # never the same
    yield Row(f"{_LONG} characters", took, "ms", took / LONG, f"the limit of {LONG} ms")


def _mixed(part: str) -> list[str]:
    """Mix questions and descriptions, as many of one as of the other."""
    questions, briefs = role_cases(part), brief_cases(part)
    every = max(1, len(briefs) // len(questions))
    pairs = zip(questions, briefs[::every], strict=False)
    return list(dict.fromkeys(case.text for pair in pairs for case in pair))


def _each(lexicon: Lexicon, texts: Sequence[str]) -> list[float]:
    """Time each message [ms]."""
    return [timed(lambda text=text: understand(lexicon, text), 1) for text in texts]  # type: ignore[misc]


def _again(lexicon: Lexicon, texts: Sequence[str]) -> list[float]:
    """Time each message where all its patterns are compiled, as after a long time [ms]."""
    _each(lexicon, texts)
    understand.cache_clear()
    return _each(lexicon, texts)


def _times(name: str, found: list[float]) -> Iterator[Row]:
    """Give the median and what only one of 100 is slower than."""
    parts = quantiles(found, n=100)
    yield Row(f"{name}: median", parts[49], "ms", parts[49] / MEDIAN, f"the limit of {MEDIAN} ms")
    yield Row(f"{name}: p99", parts[98], "ms", parts[98] / SLOWEST, f"the limit of {SLOWEST} ms")


def _starts() -> list[tuple[float, float]]:
    """Start in processes of their own: how long each takes [ms], how much it grows [MB]."""
    command = [sys.executable, "-m", "tests.bench.start"]
    with TemporaryDirectory() as folder:
        compiled = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        found = [
            subprocess.run(command, env=os.environ | compiled, check=True, capture_output=True)
            for _ in range(1 + _STARTS)
        ]
    return [tuple(json.loads(process.stdout)) for process in found[1:]]
