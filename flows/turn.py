"""A turn of the conversation: what somebody said, where it stood, and what is known."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.meaning import Meaning
from knowledge.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Turn:
    """A message as typed, without the slash command `slash` it came with.

    `draft` is where the conversation stood, with what was waited for; `meaning` is what the text
    may mean by itself.
    """

    knowledge: Knowledge
    lexicon: Lexicon
    draft: Draft
    text: str
    meaning: Meaning
    slash: str | None

    def waiting(self, pending: str | None) -> Turn:
        """Give the turn as if something else, or nothing, had been waited for."""
        return replace(self, draft=self.draft.waiting(pending))
