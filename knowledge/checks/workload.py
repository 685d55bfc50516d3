"""Workloads: every quantity and formula that is reckoned with is there, and none is idle."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge
from knowledge.workload.names import AMOUNTS, FORMULAS, QUANTITIES

FILE = "workload.toml"
_FIGURE = re.compile(r"\{(\w+)\}")


def problems(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find what is missing, what nothing reckons with, and texts with figures nobody gives."""
    known = knowledge.workload
    wanted = tuple(dict.fromkeys(name for names in QUANTITIES.values() for name in names))
    yield from _differences("quantity", wanted, known.quantities)
    yield from _differences("formula", FORMULAS, known.formulas)
    for quantity in known.quantities.values():
        if (quantity.kind == "amount") != (quantity.id in AMOUNTS):
            kind = "amount" if quantity.id in AMOUNTS else "estimate or goal"
            yield KnowledgeError(FILE, quantity.id, f"`kind` must be {kind}")
    for formula in known.formulas.values():
        for figure in _FIGURE.findall(formula.text.en):
            if figure not in FORMULAS.get(formula.id, (figure,)):
                figures = ", ".join(FORMULAS[formula.id])
                sentence = f"`text` has the figure {figure!r}; known here: {figures}"
                yield KnowledgeError(FILE, formula.id, sentence)


def _differences(
    kind: str, wanted: Collection[str], found: Collection[str]
) -> Iterator[KnowledgeError]:
    for name in wanted:
        if name not in found:
            yield KnowledgeError(FILE, name, f"the {kind} is missing; give it a [[{kind}]]")
    for name in found:
        if name not in wanted:
            yield KnowledgeError(FILE, name, f"nothing reckons with this {kind}; remove it")
