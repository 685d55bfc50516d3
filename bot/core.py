"""The core as one value: knowledge, lexicon and role index, loaded once at start."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from flows.lexicon import Lexicon
from flows.role_index import RoleIndex
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.plan import Plan, plan


@dataclass(frozen=True, slots=True, eq=False)
class Core:
    """Everything that answers need; it never changes while the program runs."""

    knowledge: Knowledge
    lexicon: Lexicon
    roles: RoleIndex

    @classmethod
    def load(cls) -> Core:
        """Load knowledge and words.

        Raises:
            KnowledgeError: If the knowledge is broken.
            LexiconError: If the words people type are.
        """
        knowledge = load()
        functions = knowledge.functions.values()
        lexicon = Lexicon.load(knowledge.roles.values(), knowledge.titles, functions)
        return cls(knowledge, lexicon, RoleIndex(lexicon))

    def plan(self, brief: Brief) -> Plan:
        """Plan a brief, remembering the latest plans."""
        return _plan(self, brief)


@lru_cache(maxsize=256)
def _plan(core: Core, brief: Brief) -> Plan:
    return plan(core.knowledge, brief)
