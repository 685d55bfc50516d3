"""Which language somebody is answered in."""

from __future__ import annotations

from bot.words.voice import Language, first_language
from flows.draft import Draft


def language_of(draft: Draft, host: str | None, messenger: str | None) -> Language:
    """Choose the language: the chosen one, the one written in, the host's, the messenger's."""
    return first_language((draft.language, draft.heard, host, messenger))
