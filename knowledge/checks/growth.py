"""Figures of growth: each is told once for every channel, and usual where one can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product

from knowledge.errors import KnowledgeError
from knowledge.growth.figures import FIGURES
from knowledge.knowledge import Knowledge

FILE = "growth.toml"
_NO_DEFAULT = "hires_per_month"  # it follows from the months


def problems(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find channels for which a figure is missing or given twice."""
    given = Counter((f.id, channel) for f in knowledge.growth for channel in f.channels)
    for name, channel in product(FIGURES, (channel.id for channel in knowledge.programmes)):
        times = given[name, channel]
        if times != 1:
            sentence = f"is given {times} times for {channel}; give it once"
            yield KnowledgeError(FILE, name, sentence)
    for figure in knowledge.growth:
        if (figure.default is None) != (figure.id == _NO_DEFAULT):
            verb = "remove" if figure.id == _NO_DEFAULT else "give"
            yield KnowledgeError(FILE, figure.id, f"{verb} `default`")
