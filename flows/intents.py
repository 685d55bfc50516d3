"""The words that tell what a message wants. All come from `intents.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues
from flows.text.table import Table

_OPENING = 80  # characters in which a greeting ends
_LEAST = 4  # characters behind a greeting that say something


@dataclass(slots=True, eq=False, repr=False)
class IntentWords:
    """Cues of the intents and of questions."""

    cues: dict[str, Cues]
    who: Cues
    asking: Cues
    how_many: Cues
    compare: Cues
    foreign: Cues
    opening: Cues

    @classmethod
    def of(cls, table: Table) -> IntentWords:
        """Read `intents.toml`."""
        intents, questions = table.table("intents"), table.table("questions")
        return cls(
            cues={key: intents.cues(key) for key in intents.names},
            who=questions.cues("who"),
            asking=questions.cues("asking"),
            how_many=questions.cues("how_many"),
            compare=questions.cues("compare"),
            foreign=questions.cues("foreign"),
            opening=questions.cues("opening"),
        )

    def says(self, intent: str, text: str) -> bool:
        """Tell whether a folded text holds a cue of an intent."""
        return self.cues[intent].search(text) is not None

    def without_opening(self, text: str) -> str:
        """Leave out a greeting in front of what a folded text says."""
        while (found := self.opening.match(text[:_OPENING])) and found.end() + _LEAST <= len(text):
            text = text[found.end() :].lstrip()
        return text
