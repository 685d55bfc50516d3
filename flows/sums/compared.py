"""Working out counts that are told by another one (B组比A组少2个; twice as many AEs; 夜班减半).

All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.counts.labels import PARTS, WHOLE, label_of
from flows.counts.mention import Mention
from flows.counts.people_words import PLAIN, PeopleWords
from flows.counts.references import clause_at, clause_before, reference
from flows.counts.things import PEOPLE, with_noun
from flows.text.numbers import Number

_MOST = 1000  # people more, or times as many
_MORE, _LESS, _NAMED_LESS, _TIMES, _ONCE_MORE = ("more", "less", "named", "times", "once more")
_TWICE, _HALF, _ONCE = (2, 1), (1, 2), (1, 1)
_TOLD = re.compile(r"(?:了|后|到|成)?(?:只|就|才|还)?(?:有|剩下?|是|为)?(?:了)?")
_Counts = tuple[int, int]


def with_compared(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Give the counts that are told by another one their numbers."""
    marked = list(found)
    for i, mention in enumerate(found):
        if counts := _differing(words, text, marked[:i], mention):
            marked[i] = _as_part(replace(mention, number=_number(mention.number, counts)))
    sums = words.sums
    cues = [(cue, _TWICE) for cue in sums.twofold.finditer(text)]
    cues += [(cue, _ONCE) for cue in sums.as_many.finditer(text)]
    for cue, factor in cues + [(cue, _HALF) for cue in sums.halved.finditer(text)]:
        marked = _with_multiple(words, text, marked, cue, factor)
    return marked


def _as_part(mention: Mention) -> Mention:
    kind = mention.kind if mention.kind in PEOPLE else "job"
    part = replace(mention, kind=kind, before="", after="", relation=PLAIN)
    return part.part()


def _number(number: Number, counts: _Counts) -> Number:
    return replace(number, low=counts[0], high=counts[1], is_count=True)


def _differing(
    words: PeopleWords, text: str, earlier: list[Mention], mention: Mention
) -> _Counts | None:
    """Work out "three more than", "four fewer" and "three times as many as" another count."""
    number = mention.number
    before, value = clause_before(text, number.start), number.high
    told = _told(words, text, before, number)
    if not told or not number.is_count or not 0 < value < _MOST:
        return None
    clause = clause_at(text, number.start, number.end)
    of = reference(words, text, earlier, clause)
    if of is None or words.intended.search(before) or words.others.search(clause):
        return None
    is_named, low, high = of
    if not is_named and told != _LESS and not (told == _TIMES and _is_group(words, text, number)):
        return None
    if told in (_TIMES, _ONCE_MORE):
        times = value + 1 if told == _ONCE_MORE else value
        return low * times, high * times
    value = value if told == _MORE else -value
    return (low + value, high + value) if low + value > 0 else None


def _told(words: PeopleWords, text: str, before: str, number: Number) -> str | None:
    """Tell how a number compares: more, less, or so many times as many."""
    sums, end = words.sums, number.end
    is_more = sums.than_more.search(before) or sums.more_than.match(text, end)
    if sums.times.match(text, end):
        return _ONCE_MORE if is_more else _TIMES if number.high > 1 else None
    if is_more:
        return _MORE
    if sums.fewer.match(text, end):
        return _LESS
    return _NAMED_LESS if sums.than_less.search(before) else None


def _with_multiple(
    words: PeopleWords,
    text: str,
    found: list[Mention],
    cue: re.Match[str],
    factor: tuple[int, int],
) -> list[Mention]:
    """Add a count that is told as twice or half of another one."""
    place = next((i for i, m in enumerate(found) if m.number.start > cue.start()), len(found))
    if place < len(found) and _TOLD.fullmatch(text[cue.end() : found[place].number.start]):
        return found  # 助播减半只有两名
    before = clause_before(text, cue.start())
    clause, number = clause_at(text, *cue.span()), Number(cue.start(), cue.end(), 1, 1)
    of = reference(words, text, found[:place], clause)
    if of is None or words.intended.search(before) or words.others.search(clause):
        return found
    if not _is_group(words, text, number):
        return found
    times, parts = factor
    counts = (of[1] * times // parts, -(-of[2] * times // parts))
    counted = with_noun(words, text, number, label_of(words, before))
    one = _as_part(replace(counted, number=_number(number, counts)))
    return [*found[:place], one, *found[place:]]


def _is_group(words: PeopleWords, text: str, number: Number) -> bool:
    """Tell whether it is people that are compared: named in front or behind."""
    label = label_of(words, clause_before(text, number.start))
    times = words.sums.times.match(text, number.end)
    counted = replace(number, end=times.end()) if times else number
    is_named = label.kind in (*PARTS, WHOLE)
    return is_named or with_noun(words, text, counted, label).kind in PEOPLE
