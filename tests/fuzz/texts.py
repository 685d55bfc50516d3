"""What people write: everything typed in the written conversations, and sentences for tuning."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

_TESTS = Path(__file__).parents[1]
_EVERY = 23  # so many of the sentences for tuning are left out for each that is taken


def _typed() -> list[str]:
    lines = (
        line
        for file in sorted((_TESTS / "chats").glob("*.chat"))
        for line in file.read_text("utf-8").splitlines()
    )
    return [line.removeprefix("> ") for line in lines if line.startswith("> ")]


def _for_tuning() -> list[str]:
    files = sorted((_TESTS / "language" / "dev").glob("*.tsv"))
    rows = [line.split("\t") for file in files for line in file.read_text("utf-8").splitlines()]
    return [row[2] for row in rows[1::_EVERY] if len(row) > 3]


REAL = tuple(dict.fromkeys([*_typed(), *_for_tuning()]))
COMMANDS = (
    *("/start", "/new", "/plan", "/role", "/size", "/grow", "/check", "/kit", "/plans", "/why"),
    *("/share", "/language", "/settings", "/cancel", "/help", "/privacy", "/mydata", "/delete"),
    *("/export", "/chart", "/next", "/undo", "/back", "/force", "/compare", "/nonsense", "/"),
)
ODD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
texts = st.sampled_from(REAL) | st.sampled_from(COMMANDS) | ODD
