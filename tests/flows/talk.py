"""Playing a conversation against the pure core."""

from __future__ import annotations

from functools import cache

from flows.conversation import step
from flows.draft import EMPTY, Draft, load_draft
from flows.lexicon import Lexicon
from flows.replies import Ask, Reply, Said, ShowPlan, Tapped
from knowledge.brief import Brief
from knowledge.knowledge import Knowledge
from knowledge.loader import load


@cache
def knowledge() -> Knowledge:
    return load()


@cache
def lexicon() -> Lexicon:
    known = knowledge()
    return Lexicon.load(known.roles.values(), known.titles, known.functions.values())


class Talk:
    """One person's conversation; after every step the draft goes through its stored form."""

    def __init__(self) -> None:
        self.draft: Draft = EMPTY
        self.replies: tuple[Reply, ...] = ()

    def say(self, text: str) -> tuple[Reply, ...]:
        return self._take(Said(text, None))

    def tap(self, data: str) -> tuple[Reply, ...]:
        return self._take(Tapped(data, None))

    def _take(self, incoming: Said | Tapped) -> tuple[Reply, ...]:
        after, self.replies = step(knowledge(), lexicon(), self.draft, incoming)
        self.draft = load_draft(after.dump())
        assert self.draft == after
        return self.replies

    @property
    def asked(self) -> str | None:
        """The slot of the question put last, None where none was."""
        last = self.replies[-1] if self.replies else None
        return last.slot if isinstance(last, Ask) else None

    @property
    def planned(self) -> Brief | None:
        """The brief of the plan shown last, None where none was."""
        shown = [reply for reply in self.replies if isinstance(reply, ShowPlan)]
        return shown[-1].brief if shown else None
