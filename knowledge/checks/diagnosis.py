"""Diagnosis: every rule is there, its dimension exists, its texts name figures that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.diagnosis.rules import FIGURES, RULES, SPANS
from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge

FILE = "diagnosis.toml"
LIMITS = (
    "missing_function",
    "beside_job",
    "early_role",
    "handoff_apart",
    "many_hands",
    "too_many_support",
    "thin_roles",
    "layers_many",
    "key_person",
)
WORSE = ("missing_function", "thin_cover", "span_above", "layers_many")
_FIGURE = re.compile(r"\{(\w*)\}")


def problems(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find rules that are missing or incomplete, and grades of the scale that leave a gap."""
    known = knowledge.diagnosis
    for name in RULES:
        if name not in known.rules:
            yield KnowledgeError(FILE, name, "the rule is missing; give it a [[rule]]")
    yield from _rules(knowledge)
    yield from _scale(knowledge)


def _rules(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    known = knowledge.diagnosis
    for rule in known.rules.values():
        if rule.dimension not in known.dimensions:
            sentence = f"`dimension` names {rule.dimension!r}, which does not exist"
            yield KnowledgeError(FILE, rule.id, sentence)
        for key, value, users in (("limit", rule.limit, LIMITS), ("worse", rule.worse, WORSE)):
            if (value is None) != (rule.id not in users):
                need = "missing; give a whole number" if value is None else "without effect here"
                yield KnowledgeError(FILE, rule.id, f"`{key}` is {need}")
        for figure in _FIGURE.findall(rule.says.en):
            if figure not in FIGURES:
                sentence = f"`says` has the figure {figure!r}; known here: {', '.join(FIGURES)}"
                yield KnowledgeError(FILE, rule.id, sentence)


def _scale(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    spans = knowledge.diagnosis.spans
    if tuple(span.id for span in spans) != SPANS:
        sentence = f"the [[span]] entries must be, in this order, {', '.join(SPANS)}"
        yield KnowledgeError(FILE, "span", sentence)
    for one, two in pairwise(spans):
        if one.high is None or one.high + 1 != two.low:
            yield KnowledgeError(FILE, two.id, "`low` must follow on the `high` before it")
    if spans and spans[-1].high is not None:
        yield KnowledgeError(FILE, spans[-1].id, "the last grade must have no `high`")
