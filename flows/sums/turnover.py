"""Working out a team after those who will leave and those who will join (one leaves in May).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.mention import Mention
from flows.counts.people_range import PeopleRange, range_of
from flows.counts.people_words import FROM, MORE, PER, TARGET, PeopleWords

_COUNTED = ("general", "job", "bare")
_OTHER = (PER, FROM, TARGET)


def after_turnover(
    words: PeopleWords, text: str, found: list[Mention], current: PeopleRange | None
) -> PeopleRange | None:
    """Take those who will leave from the team, and add those who will join it."""
    if current is None or words.sides.replaced.search(text):
        return None
    gone = [m for i, m in enumerate(found) if _is_moving(words, text, found, i, is_out=True)]
    new = [m for i, m in enumerate(found) if _is_moving(words, text, found, i, is_out=False)]
    gone, new = ([m for m in some if m.number.high < current.low] for some in (gone, new))
    if gone:
        new += [m for m in found if m.relation == MORE and m.is_people and m not in (*gone, *new)]
    low, high = current.low, current.high
    low += sum(m.number.low for m in new) - sum(m.number.high for m in gone)
    high += sum(m.number.high for m in new) - sum(m.number.low for m in gone)
    if gone or new:
        return range_of(low, high) if low > 0 else None
    return _one_more(words, text, current)


def _is_moving(
    words: PeopleWords, text: str, found: list[Mention], place: int, *, is_out: bool
) -> bool:
    """Tell those who are said to leave, or to join, at some time to come."""
    mention, sides = found[place], words.sides
    is_share = _is_share(words, text, found, place)
    is_counted = (is_share or mention.kind in _COUNTED) and mention.number.is_count
    if not is_counted or mention.relation in _OTHER or len(found) == 1:
        return False
    after = found[place + 1].after if is_share else mention.after
    before = mention.before.rstrip()
    if any(cue.search(before) for cue in (words.habitual, words.sums.gone, sides.let)):
        return False
    return (sides.leaving if is_out else sides.joining).match(after) is not None


def _is_share(words: PeopleWords, text: str, found: list[Mention], place: int) -> bool:
    """Tell some of the people counted next (two of my 9 callers)."""
    if place + 1 == len(found) or not found[place + 1].is_people:
        return False
    gap = text[found[place].number.end : found[place + 1].number.start]
    return words.sums.share_of.fullmatch(gap) is not None


def _one_more(words: PeopleWords, text: str, current: PeopleRange) -> PeopleRange | None:
    """Read one more who is told by the number of people there will be (a fifth is coming)."""
    found = words.sides.one_more.search(text) if current.low == current.high else None
    named = next(filter(None, found.groups()), "") if found else ""
    size = words.sides.ordinals.get(named, 0)
    return range_of(size, size) if size == current.high + 1 else None
