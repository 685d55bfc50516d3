"""Questions for roles, remembered: one message is read twice, and many people ask the same."""

from __future__ import annotations

from functools import lru_cache

from flows.lexicon import Lexicon
from flows.roles.index import RoleAnswer, RoleIndex


@lru_cache(maxsize=1024)
def ask_role(
    lexicon: Lexicon, folded: str, channel: str | None, *, searches: bool = True
) -> RoleAnswer:
    """Answer a folded message; see `RoleIndex.ask_folded`."""
    return RoleIndex(lexicon).ask_folded(folded, channel, searches=searches)
