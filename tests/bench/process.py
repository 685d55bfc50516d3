"""A bot under test: its process, and what the system tells of it (on Linux only)."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

GRACE = 10  # seconds that a stopped bot may take


@contextmanager
def running(module: str, *arguments: str, log: Path, **settings: str) -> Iterator[int]:
    """Run a module of Python while the block runs; gives the process id.

    Raises:
        AssertionError: If it ended before it was stopped. Any error tells its last log lines.
    """
    environment: Mapping[str, str] = {**os.environ, **settings}
    command = [sys.executable, "-m", module, *arguments]
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    try:
        yield process.pid
        assert process.poll() is None, f"{module} has ended"
    except AssertionError as error:
        error.add_note(f"{module} logged last:\n{log.read_text('utf-8')[-2000:]}")
        raise
    finally:
        process.terminate()
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def cpu_seconds(pid: int) -> float:
    """Give the processor time that a process has taken [s]; NaN where that is not told."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return math.nan
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def resident_megabytes(pid: int) -> float:
    """Give the memory that a process holds [MB]; NaN where that is not told."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return math.nan
    found = (line.split() for line in status.splitlines() if line.startswith("VmRSS:"))
    return next((int(words[1]) / 1024 for words in found), math.nan)
