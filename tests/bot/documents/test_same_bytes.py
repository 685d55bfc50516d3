"""The same plan is the same file, whatever the day and whatever order Python hashes in."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from bot.core import Core
from bot.documents import DocumentFormat, make
from knowledge.brief import Brief

FORMATS: tuple[DocumentFormat, ...] = ("xlsx", "csv", "mermaid", "dot", "md")
BRIEF = Brief("ecommerce", "growth", False, 55, 55, ())
PROGRAM = f"""
from hashlib import sha256
from bot.core import Core
from bot.documents import make
from knowledge.brief import Brief
core = Core.load()
for format in {FORMATS!r}:
    (file,) = make(core, "zh-Hant-HK", {BRIEF!r}, format)
    print(sha256(file.content).hexdigest())
"""


@pytest.fixture(scope="module")
def elsewhere() -> dict[str, str]:
    """Make the files in another process that hashes in another order."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={"PYTHONHASHSEED": "4242", "TZ": "Asia/Taipei", "PYTHONPATH": "."},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        check=True,
        text=True,
    )
    return dict(zip(FORMATS, run.stdout.split(), strict=True))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_plan_gives_the_same_bytes(
    core: Core, elsewhere: dict[str, str], format: DocumentFormat
) -> None:
    (file,) = make(core, "zh-Hant-HK", BRIEF, format)
    assert sha256(file.content).hexdigest() == elsewhere[format]
