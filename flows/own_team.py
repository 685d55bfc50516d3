"""Telling the channel of a team from that of the company around it (电商公司的客服部).

All words come from `slots.toml`.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from flows.cues import Cues
from flows.phrases import Found

_ENDS = ("", *",，。;；)）、.了")  # what stands behind a clause


def of_own_team(
    text: str,
    kept: list[Found[str]],
    *,
    given_away: AbstractSet[str],
    of_company: Cues,
    of_team: Cues,
) -> list[Found[str]]:
    """Leave out what is given away or only names the company, where another channel is named.

    Args:
        text: The folded text.
        kept: The words for channels that were found in it.
        given_away: Words for work that others do.
        of_company: What stands behind the channel of a company.
        of_team: What stands behind the channel of a team, or in its name.
    """
    own = [c for c in kept if not (c.phrase in given_away and _ends_clause(text, c))] or kept
    wide = [c for c in own if of_company.match(text, c.end) or of_company.search(c.phrase)]
    named = (c for c in own if c not in wide)
    teams = {c.value for c in named if of_team.match(text, c.end) or of_team.search(c.phrase)}
    return [cue for cue in own if not teams or cue.value in teams or cue not in wide]


def _ends_clause(text: str, cue: Found[str]) -> bool:
    return text[cue.end : cue.end + 1] in _ENDS
