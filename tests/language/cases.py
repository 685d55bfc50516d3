"""Labelled sentences: role questions and briefs, in `dev` (to learn from) and `test` (to measure).

Tab-separated, as the comment in the first line of each file says. In a label `|` separates what
would do as well, `+` joins the two roles of a comparison, `-` means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
SETS = ("dev", "test")
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class RoleCase:
    """A question; `roles` are groups of which one must be answered, none if it is out of scope."""

    language: str
    kind: str
    text: str
    channel: str | None
    roles: tuple[frozenset[str], ...]
    facets: tuple[str, ...]

    @property
    def is_out(self) -> bool:
        """Tell whether no role may be answered."""
        return not self.roles


@dataclass(frozen=True, slots=True)
class BriefCase:
    """A description of a team; each slot lists the values that are right, "-" for none."""

    language: str
    kind: str
    text: str
    slots: tuple[tuple[str, tuple[str, ...]], ...]


def role_cases(name: str) -> tuple[RoleCase, ...]:
    """Read the questions of a set."""
    return tuple(RoleCase(*_role(row)) for row in _rows(FOLDER / name / "roles.tsv"))


def brief_cases(name: str) -> tuple[BriefCase, ...]:
    """Read the briefs of a set."""
    slots = ("channels", "stage", "current_size", "target_size", "variants")
    return tuple(
        BriefCase(language, kind, text, tuple(zip(slots, map(_ways, cells), strict=True)))
        for language, kind, text, *cells in _rows(FOLDER / name / "briefs.tsv")
    )


def _role(
    row: list[str],
) -> tuple[str, str, str, str | None, tuple[frozenset[str], ...], tuple[str, ...]]:
    language, kind, text, channel, roles, facet = row
    groups = () if roles == NOTHING else tuple(frozenset(g.split("+")) for g in roles.split("|"))
    return language, kind, text, None if channel == NOTHING else channel, groups, _ways(facet)


def _ways(cell: str) -> tuple[str, ...]:
    return tuple(",".join(sorted(way.split(","))) for way in cell.split("|"))


def _rows(file: Path) -> Iterator[list[str]]:
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
