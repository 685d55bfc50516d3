"""Telling sides of a team from parts of it: what is counted by whose words, under which heading."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from flows.text.cues import Cues
from flows.text.phrases import Found

_PAIR = 2
_ONE = ("一个", "一位", "一名", "1个", "1位", "1名")


def is_in(cue: Found[str], span: tuple[int, int]) -> bool:
    """Tell whether a word lies within a part of the text."""
    return span[0] <= cue.start and cue.end <= span[1]


def not_in(cues: Iterable[Found[str]], spans: Sequence[tuple[int, int]]) -> list[Found[str]]:
    """Leave out the words within parts of the text."""
    return [cue for cue in cues if not any(is_in(cue, span) for span in spans)]


def is_few(text: str, cue: Found[str]) -> bool:
    """Tell whether a number stands right in front of a word (16 inbound support)."""
    return text[: cue.start].rstrip()[-1:].isdigit()


def telling(
    text: str, spans: tuple[tuple[int, int], ...], neutral: Cues
) -> tuple[tuple[int, int], ...]:
    """Leave out counted parts that every team has (one director over all), where two are left."""
    told = tuple(span for span in spans if not neutral.search(text[slice(*span)]))
    return told if len(told) >= _PAIR else spans


def without_heading(
    text: str, spans: Iterable[tuple[int, int]], headed: Cues
) -> tuple[tuple[int, int], ...]:
    """Begin counted parts behind the name of the whole (商城有3个客服)."""
    heads = [found.end() for found in headed.finditer(text)]
    return tuple((max([s, *(h for h in heads if s < h <= e)]), e) for s, e in spans)


def with_names(
    text: str, spans: tuple[tuple[int, int], ...], cues: list[Found[str]], bare: Cues
) -> tuple[tuple[int, int], ...]:
    """Begin what is counted without a name at the channel in front, where all parts have one.

    That is so only in a list: web shop 10, call centre selling 14, support 6.
    """
    starts = {len(text[: cue.end].rstrip()): cue.start for cue in cues}
    named = tuple(
        (starts.get(len(text[:start].rstrip()), start), end)
        if bare.fullmatch(text[start:end])
        else (start, end)
        for start, end in spans
    )
    is_list = len(spans) > _PAIR and all(any(is_in(c, span) for c in cues) for span in named)
    return named if is_list else spans


def told_apart(cues: list[Found[str]], sides: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """Give the channels of two counted sides, each told by its own words, none by others."""
    told = [{cue.value for cue in cues if is_in(cue, side)} for side in sides]
    is_free = any(not any(is_in(cue, side) for side in sides) for cue in cues)
    is_apart = len(told) == _PAIR and all(len(one) == 1 for one in told) and told[0] != told[1]
    return tuple(value for one in told for value in one) if is_apart and not is_free else ()


def labels_of(
    weak: list[Found[str]], sides: tuple[tuple[int, int], ...], told: list[Found[str]]
) -> list[Found[str]]:
    """Give roles that are the label of one side, where the other has a name (客服9人、电销15人)."""
    starts = {side[0] for side in sides} - {cue.start for cue in told}
    return [cue for cue in weak if cue.start in starts] if len(starts) == 1 else []


def of_heading(
    text: str, cues: list[Found[str]], spans: tuple[tuple[int, int], ...]
) -> list[Found[str]]:
    """Leave out the work of those who are counted under a heading (our shop: 4 pack, 2 reply)."""
    colon = text.find(":")
    headed = {cue.value for cue in cues if cue.end <= colon}
    if len(headed) != 1 or sum(end > colon for _, end in spans) < _PAIR:
        return cues
    labels = [cue for cue in cues if any(is_in(cue, span) for span in spans)]
    return [cue for cue in cues if cue.value in headed or cue in labels or cue.end <= colon]


def is_counted(
    roles: Container[str], text: str, cue: Found[str], spans: tuple[tuple[int, int], ...]
) -> bool:
    """Tell a role that is counted, or of which one was counted (客服一位，客服做一个月就走)."""
    if cue.phrase not in roles:
        return False
    told = (text[slice(*span)] for span in spans if span[1] <= cue.start)
    is_again = any(cue.phrase in one and one.endswith(_ONE) for one in told)
    return is_again or any(is_in(cue, span) for span in spans)
