"""Short names of roles: what fits into a chart, still a title by itself."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.model import Role, Text

_BRACKETS = re.compile(r"\s*\([^)]*\)")


@lru_cache(maxsize=512)
def short_name(role: Role) -> Text:
    """Give the role's own short name, else the first of several titles without brackets.

    A part counts as a title only if it is one of the role's aliases (`排班/WFM分析师` is not
    shortened to `排班`).
    """
    return role.short or Text(
        _first(role.name.en, " / ", role.aliases.en), _first(role.name.zh, "/", role.aliases.zh)
    )


def _first(name: str, separator: str, aliases: tuple[str, ...]) -> str:
    whole = _BRACKETS.sub("", name).strip()
    titles = {alias.casefold() for alias in aliases}
    return next((part for part in whole.split(separator) if part.casefold() in titles), whole)
