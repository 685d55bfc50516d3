"""The core as one value: knowledge, lexicon and role index, each loaded once."""

from __future__ import annotations

import gc
import json
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from knowledge.brief import Brief, Part
from knowledge.counts import hires_needed
from knowledge.kits import Kits
from knowledge.knowledge import Knowledge
from knowledge.loader import load, load_kits
from knowledge.model import Stage
from knowledge.own_spans import Spans
from knowledge.plan import Plan, plan_of
from knowledge.sequence import Hire
from knowledge.staffing import hires_of

_Kind: TypeAlias = tuple[str, Stage, tuple[str, ...], Spans, tuple[Part, ...]]
_MOST_SEQUENCES = 64  # of up to 5000 hires each
_LARGE = 500  # people; plans of more take up to a megabyte, so fewer of them are remembered

if TYPE_CHECKING:
    from flows.lexicon import Lexicon
    from flows.roles.index import RoleIndex


class Core:
    """Everything that answers need; it never changes while the program runs."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._sequences: dict[_Kind, list[Hire]] = {}

    @classmethod
    def load(cls) -> Core:
        """Load the knowledge; the words people type are loaded when they are first needed.

        Raises:
            KnowledgeError: If the knowledge is broken.
        """
        return cls(load())

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words people type.

        Raises:
            LexiconError: If the words are broken.
        """
        from bot.words.regional import with_regional_names  # noqa: PLC0415 - see below
        from flows.lexicon import Lexicon  # noqa: PLC0415 - a plan from options needs no words

        known = self.knowledge
        roles = with_regional_names(known.roles.values())
        return Lexicon.load(roles, known.titles, known.functions.values())

    def warm_up(self) -> None:
        """Do the first understanding now, which compiles patterns, not at the first message."""
        gc.disable()
        try:
            self._understand_something()
        finally:
            gc.freeze()  # nothing of what was built is ever garbage, nor looked through for it
            gc.enable()

    def _understand_something(self) -> None:
        from flows.understand import understand  # noqa: PLC0415 - see lexicon

        texts = (
            "我们12个人做电销，刚起步",
            "谁听录音？",
            "what does a team leader do?",
            "we are 12",
        )
        for text in texts:  # the last one tells no channel by any word
            understand(self.lexicon, text)

    @cached_property
    def roles(self) -> RoleIndex:
        """The index of roles for questions."""
        from flows.roles.index import RoleIndex  # noqa: PLC0415 - see lexicon

        return RoleIndex(self.lexicon)

    @cached_property
    def kits(self) -> Kits:
        """The hiring kits, loaded when somebody hires.

        Raises:
            KnowledgeError: If they are broken.
        """
        return load_kits(self.knowledge)

    def plan(self, brief: Brief) -> Plan:
        """Plan a brief, remembering the latest plans."""
        return _plan(self, brief) if brief.size <= _LARGE else _large_plan(self, brief)

    def explained(self, brief: Brief, code: str) -> str:
        """Give as JSON what explained a plan, so that an old one can still be explained."""
        return _explained(self, brief, code)

    def sequence(self, brief: Brief) -> list[Hire]:
        """Give the hires of a brief and some more; shorter teams start like longer ones."""
        kind = brief.channel, brief.stage, brief.variants, brief.spans, brief.parts
        people = hires_needed(brief.size, brief.edits)
        known = self._sequences.get(kind)
        if known is None or len(known) < people:
            known = hires_of(self.knowledge, brief, people)
            if len(self._sequences) >= _MOST_SEQUENCES:
                self._sequences.clear()
            self._sequences[kind] = known
        return known


@lru_cache(maxsize=512)
def _plan(core: Core, brief: Brief) -> Plan:
    return plan_of(core.knowledge, brief, core.sequence(brief))


@lru_cache(maxsize=32)
def _large_plan(core: Core, brief: Brief) -> Plan:
    return plan_of(core.knowledge, brief, core.sequence(brief))


@lru_cache(maxsize=1024)
def _explained(core: Core, brief: Brief, code: str) -> str:
    plan = core.plan(brief)
    found = {
        "code": code,
        "knowledge": plan.digest,
        "rule": plan.choice.rule.id,
        "posts": {count.role: count.people for count in plan.counts},
        "lines": {c.role: c.line.id for c in plan.counts if c.line and c.planned},
    }
    return json.dumps(found, ensure_ascii=False)
