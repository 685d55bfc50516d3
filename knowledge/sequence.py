"""The hiring sequence: a team of N people as the result of N hires in order.

`hires(programme, …, n + 1)` is `hires(programme, …, n)` plus one hire, so sums are exact and
a growth path is a real order of hiring. Posts due by a ratio come first: leaders before others,
the higher rank first, then the most overdue. Every other hire is the next front-line seat, by a
divisor method (Webster / Sainte-Laguë) that never takes a seat back as the team grows.

A support post is due when its next dozen has begun; a leader one hire earlier, before anybody
has to lead more than the line allows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from knowledge.model import Stage
from knowledge.programme import EVERYONE, FRONT_LINE, Channel, Line


class Hire(NamedTuple):
    """The hire that makes a team `size` people large, and the figures behind it.

    `base` is what the line counts (people) and `held` the posts of the role, both before the hire.
    """

    size: int
    role: str
    line: Line
    base: int
    held: int


def growth(channel: Channel, stage: Stage, variants: tuple[str, ...], size: int) -> Iterator[Hire]:
    """Hire one after another until there are `size` people.

    Raises:
        ValueError: If the programme has no front-line role for this stage and these variants.
    """
    lines = [line for line in channel.lines if line.applies(stage, variants)]
    if not any(line.share for line in lines):
        msg = f"{channel.id}: no line with a share applies to stage {stage} with {variants}"
        raise ValueError(msg)
    return _Team(channel, lines).grow(size)


def hires(channel: Channel, stage: Stage, variants: tuple[str, ...], size: int) -> list[Hire]:
    """List the first `size` hires of a programme, in order.

    Raises:
        ValueError: If the programme has no front-line role for this stage and these variants.
    """
    return list(growth(channel, stage, variants, size))


class _Team:
    """The counts of a team while it grows."""

    def __init__(self, channel: Channel, lines: Sequence[Line]) -> None:
        self.first_role = channel.first_role
        self.rank = {role: i for i, role in enumerate(reversed(channel.ranks), 1)}
        self.lines = lines
        self.held: Counter[str] = Counter()
        self.base = [0] * len(lines)
        self.size = 0
        self.due: set[int] = set()
        self.threshold = [self._threshold(i) for i in range(len(lines))]
        self.counted_by = _counted_by(lines)
        self.lines_of: defaultdict[str, list[int]] = defaultdict(list)
        for i, line in enumerate(lines):
            self.lines_of[line.role].append(i)
        self.opens = _openings(lines)
        self.shares = [i for i, line in enumerate(lines) if line.share]
        self.front = [_front_line(lines[i]) for i in self.shares]

    def grow(self, size: int) -> Iterator[Hire]:
        """Hire until there are `size` people."""
        while self.size < size:
            for i in self.opens.get(self.size + 1, ()):
                self._review(i)
            yield self._hire(self._next())

    def _next(self) -> int:
        if not self.size:
            return next(i for i, line in enumerate(self.lines) if line.role == self.first_role)
        return max(self.due, key=self._overdue) if self.due else self._next_seat()

    def _overdue(self, i: int) -> tuple[bool, int, float, int]:
        line = self.lines[i]
        ratio = self.base[i] / line.one_per if line.one_per else 1.0
        overdue = ratio - self.held[line.role]
        return line.kind == "lead", self.rank.get(line.role, 0), overdue, -i

    def _next_seat(self) -> int:
        held, open_for = self.held, self.size + 1
        best, best_quotient = -1, 0.0
        for i, (role, share, from_size) in zip(self.shares, self.front, strict=True):
            if from_size <= open_for:
                quotient = share / (2 * held[role] + 1)
                if quotient > best_quotient:
                    best, best_quotient = i, quotient
        return best

    def _hire(self, i: int) -> Hire:
        line = self.lines[i]
        role, held = line.role, self.held[line.role]
        self.size += 1
        hire = Hire(self.size, role, line, self.base[i], held)
        self.held[role] = held + 1
        for j in self.counted_by[role]:
            self.base[j] += 1
            if self.base[j] >= self.threshold[j]:
                self._review(j)
        for j in self.lines_of[role]:
            self.threshold[j] = self._threshold(j)
            self._review(j)
        return hire

    def _threshold(self, i: int) -> float:
        """Give the base from which on the next post of line `i` is due [people]."""
        line = self.lines[i]
        held = self.held[line.role]
        if line.one_per:
            return held * line.one_per + (line.kind != "lead")
        return 0 if held < (line.fixed or 0) else inf

    def _review(self, i: int) -> None:
        """Note whether a post of line `i` is due for the next hire."""
        line, base = self.lines[i], self.base[i]
        opens = line.second_from_size if self.held[line.role] == 1 else line.from_size
        if base >= max(self.threshold[i], line.from_base) and self.size + 1 >= opens:
            self.due.add(i)
        else:
            self.due.discard(i)


def _front_line(line: Line) -> tuple[str, float, int]:
    return line.role, line.share or 0.0, line.from_size


def _counted_by(lines: Sequence[Line]) -> dict[str, tuple[int, ...]]:
    """Map each role to the lines whose base it belongs to."""
    front = {line.role for line in lines if line.kind == "front"}
    counted: defaultdict[str, list[int]] = defaultdict(list)
    roles = {line.role for line in lines}
    for i, line in enumerate(lines):
        for name in line.of:
            members = roles if name == EVERYONE else front if name == FRONT_LINE else {name}
            for role in members:
                counted[role].append(i)
    return defaultdict(tuple, {role: tuple(found) for role, found in counted.items()})


def _openings(lines: Sequence[Line]) -> dict[int, tuple[int, ...]]:
    """Map each size to the lines that open at it."""
    opens: defaultdict[int, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        for size in {line.from_size, line.second_from_size}:
            opens[size].append(i)
    return {size: tuple(found) for size, found in opens.items()}
