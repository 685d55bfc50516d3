"""Telling the channel of a team from those around it: of the company, its customers, its parts.

All words come from `slots.toml`.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from flows.text.cues import Cues, EndCues
from flows.text.phrases import Found

_WINDOW = 40  # characters in front of a word
_FEWEST_PARTS = 3  # of a list
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


def not_of_customers(
    text: str, kept: list[Found[str]], *, sold_to: EndCues, done_for: Cues
) -> list[Found[str]]:
    """Leave out the channels of customers (a CRM for telemarketers), where another is named.

    Args:
        text: The folded text.
        kept: The words for channels that were found in it.
        sold_to: What stands in front of those who buy.
        done_for: What stands right behind those whom something is done for.
    """
    own = [
        cue
        for cue in kept
        if not sold_to.search(text[max(0, cue.start - _WINDOW) : cue.start])
        and not _is_done_for(text, cue, done_for)
    ]
    return own or kept


def _is_done_for(text: str, cue: Found[str], done_for: Cues) -> bool:
    """Tell whether a cue stands inside what names a customer (给80家网店做)."""
    spans = (found.span() for found in done_for.finditer(text))
    return any(start < cue.start and cue.end < end for start, end in spans)


def not_of_callers(cues: list[Found[str]], text: str, rung_by: EndCues) -> list[Found[str]]:
    """Leave out calls that customers make (客户打电话来报修): nobody sells by them."""
    return [
        cue
        for cue in cues
        if cue.value != "telesales"
        or not rung_by.search(text[max(0, cue.start - _WINDOW) : cue.start])
    ]


def not_of_parts(
    text: str, kept: list[Found[str]], spans: tuple[tuple[int, int], ...]
) -> list[Found[str]]:
    """Leave out counted parts of what is named freely (our web shop: marketing 2, photo 1, IT 1).

    Args:
        text: The folded text.
        kept: The words for channels that were found in it.
        spans: The places of counted parts.
    """
    parts = [(max(start, text.rfind(":", start, end) + 1), end) for start, end in spans]
    inside = [cue for cue in kept if any(_is_part(cue, part) for part in parts)]
    free = {cue.value for cue in kept if cue not in inside}
    named = [part for part in parts if any(_is_part(cue, part) for cue in inside)]
    is_whole = len(free) == 1
    is_list = len(parts) >= _FEWEST_PARTS and len(named) < len(parts)
    return [cue for cue in kept if cue not in inside] if is_whole and is_list else kept


def _is_part(cue: Found[str], part: tuple[int, int]) -> bool:
    return part[0] <= cue.start and cue.end <= part[1]


def _ends_clause(text: str, cue: Found[str]) -> bool:
    return text[cue.end : cue.end + 1] in _ENDS
