"""Telling the channels that a text denies: not done, given up, or done by others.

All words come from `slots.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable

from flows.briefs.slot_words import SlotWords
from flows.text.cues import Cues
from flows.text.phrases import Found

WINDOW = 18  # characters in front of a word in which "not" or "first" may stand


def not_denied(words: SlotWords, text: str, found: Iterable[Found[str]]) -> list[Found[str]]:
    """Leave out what the text says is not done, also in lists (不做电商和直播)."""
    kept: list[Found[str]] = []
    denied_until = -1
    for cue in found:
        before = words.not_negation.blank(text[max(0, cue.start - WINDOW) : cue.start])
        goes_on = denied_until >= 0 and _goes_on(words, text[denied_until : cue.start])
        is_over = _is_over(words, text, cue.end)
        if goes_on or is_over or words.negation.search(before):
            denied_until = cue.end
            if is_over:  # 市场和电商都没有
                _drop_joined(words, text, kept, cue.start)
        else:
            kept.append(cue)
            denied_until = -1
    return kept


def not_yet(words: SlotWords, text: str, found: Iterable[Found[str]]) -> list[Found[str]]:
    """Keep what there is nobody for so far (no support people yet), where no other is named."""
    return [
        cue
        for cue in found
        if words.not_yet.search(text[max(0, cue.start - WINDOW) : cue.start])
        or words.not_yet_after.match(text, cue.end)
    ]


def done_elsewhere(
    words: SlotWords, text: str, said: list[Found[str]], loose: list[Found[str]]
) -> list[Found[str]]:
    """Leave out what others do, or the team only now and then, where another channel is told."""
    own: list[Found[str]] = []
    for cue in said:
        if _is_behind(words, words.elsewhere_after, text, cue.end):
            _drop_joined(words, text, own, cue.start)
        elif not words.elsewhere.search(text[max(0, cue.start - 2 * WINDOW) : cue.start]):
            own.append(cue)
    others = {cue.value for cue in said if cue not in own}
    return own if own or any(cue.value not in others for cue in loose) else said


def _is_over(words: SlotWords, text: str, end: int) -> bool:
    after = words.denied_after.match(text, end)
    return after is not None or _is_behind(words, words.denied_behind, text, end)


def _is_behind(words: SlotWords, cues: Cues, text: str, end: int) -> bool:
    """Tell whether a cue stands behind a channel, or behind whose and since when (我们早就)."""
    if cues.match(text, end):
        return True
    between = words.whose_and_when.match(text, end)
    return between is not None and cues.match(text, between.end()) is not None


def _drop_joined(words: SlotWords, text: str, kept: list[Found[str]], start: int) -> None:
    while kept and _goes_on(words, text[kept[-1].end : start]):
        start = kept.pop().start


def _goes_on(words: SlotWords, between: str) -> bool:
    return not between or words.joined.fullmatch(between) is not None
