"""Joining people who are named without a number to those who are counted (老婆加三个员工).

Tells also which counts are parts of a sum. All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import PeopleWords

_PLUS, _GAP = (" plus", ", plus"), 40  # characters between a count and who is added
_LIST = "、"  # 老板夫妻、女儿、两个员工
_UNIT_WINDOW = 10  # characters behind a number in which what is counted may be named


def with_ones(
    words: PeopleWords,
    text: str,
    counted: list[Mention],
    single: list[Mention],
    *,
    is_grouped: bool,
) -> list[Mention]:
    """Add people without a number, and make parts of the counts that are joined to others."""
    if not (counted or is_grouped or sum(m.number.high for m in single) > 1):
        return []
    ends = [m.end for m in single]
    single = [m for m in single if not _is_apposition(words, text, m, counted)]
    named, single = single, _without_us(words, text, single, counted)
    joined = [_joined(words, text, m, ends) for m in counted]
    if single and (us := [m for m in named if m not in single]):  # 我和闺蜜俩，还有个学妹
        joined = [_beside_us(words, text, m, us[-1], single) for m in joined]
    joining = [cue.end() for cue in words.with_others.finditer(text)] if single else []
    joined = [replace(m, is_part=True) if _is_joined(text, joining, m) else m for m in joined]
    starts = [m.number.start for m in single]
    joined = [replace(m, is_part=True) if _adds(words, text, m, starts) else m for m in joined]
    added = {m.number.start for m in counted if _is_added(words, text, m)}
    for place, following in enumerate(joined[1:]):
        if following.number.start in added and _is_close(words, text, joined[place], following):
            joined[place] = replace(joined[place], is_part=True)
    return [*single, *joined]


def _is_joined(text: str, joining: list[int], mention: Mention) -> bool:
    """Tell a count behind a word that joins it to whoever speaks (跟两个室友)."""
    return any(
        not text[end : mention.number.start].strip() for end in joining if end <= mention.end
    )


def _adds(words: PeopleWords, text: str, mention: Mention, starts: list[int]) -> bool:
    """Tell whether somebody without a number is added behind a count (3 guys and me; I pack)."""
    if any(words.ones_doing_too.match(text, start) for start in starts if start > mention.end):
        return True
    behind = [text[mention.number.end : start] for start in starts if start > mention.end]
    if mention.kind == "job" or words.sums.beside_task.search(behind[0] if behind else "") is None:
        is_listed = False
    else:
        noun = text[mention.number.end : mention.end]
        is_listed = words.sums.beside_task.fullmatch(behind[0].removeprefix(noun)) is not None
    if is_listed:
        return True
    gaps = [text[mention.end : start].strip() for start in starts if start > mention.end]
    return any(words.one_joined.fullmatch(gap) or _is_plus(words, gap) for gap in gaps if gap)


def _is_plus(words: PeopleWords, gap: str) -> bool:
    """Tell what ends with a plus, in one sentence (4 people here in Leeds plus myself)."""
    is_near = len(gap) <= _GAP and words.numerals.token.search(gap) is None
    return is_near and gap.endswith(_PLUS) and words.sentence_end.search(gap) is None


def _is_apposition(words: PeopleWords, text: str, single: Mention, counted: list[Mention]) -> bool:
    """Tell whether somebody is the one who was just counted (one caller, me)."""
    if any(m.number.high == 1 and _is_same(words, text, m, single) for m in counted):
        return True
    return (
        len(counted) == 1
        and any(m.number.high == 1 and text[m.end : single.number.start] == ", " for m in counted)
        and text[single.end : single.end + 1] in ("", ".")
    )


def _is_same(words: PeopleWords, text: str, one: Mention, single: Mention) -> bool:
    gap = text[one.end : single.number.start]
    return one.end < single.number.start and words.sums.that_is.fullmatch(gap) is not None


def _is_added(words: PeopleWords, text: str, mention: Mention) -> bool:
    start = mention.number.start
    if mention.kind != "bare" or mention.is_people:
        opens = words.added_start.match(mention.before.lstrip())
        if opens and mention.label.kind == "job":  # 另外文员一个
            return True
    return words.added.search(text[max(0, start - _UNIT_WINDOW) : start]) is not None


def _is_close(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    """Tell whether only a word for "plus" stands between two numbers."""
    between = text[first.end : second.number.start].strip()
    if words.sentence_end.search(between):
        return False
    if second.label.kind == "job" and words.added_start.match(between.lstrip(" ,，、")):
        return True
    return words.plus.fullmatch(between) is not None or words.on_top.search(between) is not None


def _joined(words: PeopleWords, text: str, mention: Mention, ends: list[int]) -> Mention:
    """Make a part of what is added to others (老婆加三个员工, 外加2人)."""
    start = mention.number.start
    is_added = _is_added(words, text, mention)
    between = [text[end:start].strip() for end in ends if end <= start]
    if mention.kind in ("general", "bare") and "" in between:
        return replace(mention, is_part=False)  # 我和老婆两个人
    is_joined = any(words.one_joined.fullmatch(gap) for gap in between)
    return replace(mention, is_part=True) if is_added or is_joined else mention


def _without_us(
    words: PeopleWords, text: str, single: list[Mention], counted: list[Mention]
) -> list[Mention]:
    """Leave out people named before "the two of us" counts them (我跟老公开店，我们两个)."""
    for m in counted:
        earlier = [one for one in single if one.end <= m.number.start]
        if 1 < m.number.high >= len(earlier) and _counts_us(words, text, m):
            return [one for one in single if one not in earlier]
        is_next = bool(earlier) and not text[earlier[-1].end : m.number.start].strip()
        if is_next and m.kind in ("general", "bare") and 1 < m.number.high == len(earlier):
            return [one for one in single if one not in earlier]  # 我和合伙人俩人顶着
        if _sums_up(words, text, m, earlier):
            return [one for one in single if one not in earlier]
    return single


def _beside_us(
    words: PeopleWords, text: str, mention: Mention, us: Mention, single: list[Mention]
) -> Mention:
    """Make a part of a count of those just named where somebody is joined to it."""
    is_next = not text[us.end : mention.number.start].strip()
    gaps = [text[mention.end : m.number.start] for m in single if m.number.start > mention.end]
    is_joined = is_next and any(gap and words.one_joined.match(gap) for gap in gaps[:1])
    return replace(mention, is_part=True) if is_joined else mention


def _sums_up(words: PeopleWords, text: str, mention: Mention, earlier: list[Mention]) -> bool:
    """Tell a count that begins a clause and is of those just named (我跟室友加上学妹，三个女生)."""
    named = sum(m.number.high for m in earlier)
    if text.isascii() or mention.before.strip() or not named or named != mention.number.high:
        return False
    noun = mention.noun_in(text)
    is_anyone = mention.kind == "general" or words.sums.anyone.fullmatch(noun) is not None
    between = text[earlier[-1].end : mention.number.start]
    is_near = between != _LIST and words.sentence_end.search(between) is None
    return is_anyone and is_near and len(earlier) > 1


def _counts_us(words: PeopleWords, text: str, mention: Mention) -> bool:
    said = text[mention.number.end : mention.end]
    if mention.kind == "job" and words.us_two.search(mention.before) is None:
        return False
    return bool(words.us_two.search(mention.before) or words.us_two.search(said))
