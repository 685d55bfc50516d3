"""`python -m tests`: format, lint, types, import contracts, tests; stops at the first that fails.

`.ci/run` and the README call this same command.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
)
COVERAGE = ("--cov", "--cov-report=term")


def main(arguments: list[str] | None = None) -> int:
    """Run the steps in order; gives the exit code of the first that fails, else 0."""
    options = _options(arguments)
    for name, command in steps(long=options.long, expression=options.k):
        code = _run(name, command)
        if code:
            print(f"FAILED: {name} (exit code {code})", flush=True)
            return code
    print("All checks passed.", flush=True)
    return 0


def steps(*, long: bool, expression: str | None) -> tuple[tuple[str, list[str]], ...]:
    """List every step: its name and its command."""
    return (
        ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ("lint", [PYTHON, "-m", "ruff", "check", "."]),
        ("types", [PYTHON, "-m", "mypy"]),
        ("imports", [PYTHON, "-c", LINT_IMPORTS, "--no-logo"]),
        *_tests(long, expression),
    )


def _tests(long: bool, expression: str | None) -> list[tuple[str, list[str]]]:
    """Run all tests with coverage; the invariants try too much to be traced."""
    run = [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal"]
    if expression:
        return [("tests", [*run, "-k", expression, *(["-m", ""] if long else [])])]
    profile = ["--hypothesis-profile=long"] if long else []
    slow = "invariants" if long else "invariants and not long"
    rest = "not invariants" if long else "not invariants and not long"
    return [
        ("tests", [*run, "-m", rest, *profile, *COVERAGE]),
        ("invariants", [*run, "-m", slow, *profile]),
    ]


def _run(name: str, command: list[str]) -> int:
    print(f"== {name}", flush=True)
    start = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    print(f"== {name}: {time.monotonic() - start:.1f} s", flush=True)
    return code


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--long", action="store_true", help="run the tests marked long too")
    parser.add_argument("-k", metavar="EXPR", help="run only the tests that pytest's -k selects")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
