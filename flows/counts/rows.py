"""Rows of counted parts: 品牌2、活动2、新媒体3, or "Leeds 22 and Cork 18".

Where one of a row counts people, its neighbours of the same form do, whatever they are called.
All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.labels import PARTS, THING, TOTAL, WHOLE
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, PLAIN, PeopleWords
from flows.counts.row_items import (
    added_up,
    bracketed,
    is_at,
    is_of_work,
    is_short_for,
    of_owners,
    of_places,
    of_teams,
    of_two_kinds,
)

_LONGEST_LABEL, _LONGEST_TASK, _MOST = 16, 6, 1000  # characters, characters, people
_PHONES = ("phone", "phones", "voice")
_DASH, _OF, _LONGEST_NAME = " - ", " of", 24
_SIGNS, _WHO = " +&", " who "
_JOINING = (" + ", " & ")
_LONGEST_WORK = 12  # characters
_LED = ("general", "job", "bare")
_DONE = "了"  # 号买了60个
_MOST_HEAD = 4  # words in front of a colon
_LEAST_LISTED, _MOST_WORDS, _LONGEST_ITEM = 3, 5, 24  # items, words, characters


def in_rows(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the members of rows as parts."""
    marked: list[Mention] = []
    for row in _rows(words, text, _led_by_several(words, found)):
        marked.extend(_marked(row) if len(row) > 1 else row)
    marked = of_two_kinds(
        words, text, of_places(words, text, of_teams(words, of_owners(words, marked)))
    )
    marked = added_up(text, bracketed(text, _headed(_timed(_linked(marked)))))
    busy = [m for m in marked if _is_busy(words, text, m)]
    others = [m for m in marked if m.kind == "job" and m.is_people]
    if len(busy) + len(others) > 1:
        marked = [m.part() if m in busy else m for m in marked]
    marked = _tasked_beside(words, text, marked)
    tasked = [m for m in marked if _is_tasked(words, m)]
    if len(tasked) < 2 and not any(m.is_people for m in marked):  # noqa: PLR2004
        tasked = []
    marked = [m.part() if m in tasked else m for m in marked]
    return _tasked_beside(words, text, _filled(words, text, marked))


def _timed(found: list[Mention]) -> list[Mention]:
    """Mark the counts of a list such as packer x1, returns x2 as parts."""
    listed = [m for m in found if _is_timed(m)]
    if len(listed) < 2 or not any(m.is_people for m in listed):  # noqa: PLR2004
        return found
    return [m.part() if m in listed else m for m in found]


def _headed(found: list[Mention]) -> list[Mention]:
    """Mark the counts of a list such as press: 2. events: 3. head: 1 as parts."""
    listed = [m for m in found if m.before.endswith(": ") and len(m.before.split()) <= _MOST_HEAD]
    listed = [m for m in listed if m.kind == "bare" and not m.after.strip() and m.number.is_count]
    is_list = len(listed) >= _LEAST_LISTED and all(m.label.kind != THING for m in listed)
    if not is_list or not any(m.is_people for m in listed):
        return found
    return [m.part() if m in listed else m for m in found]


def _is_timed(mention: Mention) -> bool:
    is_said = mention.before.endswith(" x") and len(mention.before.split()) > 1
    is_free = mention.kind in ("bare", "general") and mention.label.kind != THING
    return is_said and is_free and mention.number.is_count and _is_plain(mention)


def _led_by_several(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Mark the people of each of several who lead some (我带10个，老李带12个)."""
    may_be = [m for m in found if m.kind in _LED and m.number.is_count and _is_plain(m)]
    led = [m for m in may_be if m.before.strip() and words.leading.search(m.before.rstrip())]
    if led:
        led = [m for m in may_be if m in led or words.leading_too.search(m.before.rstrip())]
    if len({m.label.name for m in led}) < 2:  # noqa: PLR2004
        return found
    return [m.part() if m in led else m for m in found]


def _filled(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark what is listed among people (1 host, 2 behind the camera, 3 packing)."""
    lists = [found[:1]]
    for last, mention in pairwise(found):
        gap = text[last.end : mention.number.start].removeprefix(last.after)
        gap = gap.removesuffix(mention.before.strip() + " ") if _is_more(mention) else gap
        if (
            _is_item(words, text, last)
            and _is_item(words, text, mention)
            and words.row_gap.fullmatch(gap)
        ):
            lists[-1].append(mention)
        else:
            lists.append([mention])
    known = [
        one for one in lists if _is_long(words, text, one) and _is_mostly_people(words, text, one)
    ]
    listed = [m for one in known for m in one if not m.is_people]
    return [m.part() if m in listed else m for m in found]


def _is_long(words: PeopleWords, text: str, listed: list[Mention]) -> bool:
    """Tell a list of three, of two places (seven in Bolton, five in Derby), or of who does what."""
    if len(listed) >= _LEAST_LISTED:
        return True
    if len(listed) > 1 and all(m.after.startswith(_WHO) for m in listed):
        return True
    if len(listed) > 1 and all(m.is_people or words.sums.post.match(m.after) for m in listed):
        return True  # 2 on creatives, 1 va
    return len(listed) > 1 and all(_is_placed(words, text, m) for m in listed)


def _is_placed(words: PeopleWords, text: str, mention: Mention) -> bool:
    said = text[mention.number.end : mention.end] + _without_join(mention.after)
    is_free = mention.kind == "bare" or (mention.kind == "general" and mention.is_part)
    return is_free and words.place.match(said + ",") is not None


def _without_join(after: str) -> str:
    after = after.rstrip(_SIGNS) if after.endswith(_JOINING) else after
    return after.removesuffix(" and ").removesuffix(" n ")


def _is_mostly_people(words: PeopleWords, text: str, listed: list[Mention]) -> bool:
    """Tell whether half of a list counts people, or names places (40 in Dublin, 60 in Manila)."""
    placed = [m for m in listed if _is_placed(words, text, m)]
    several = len(placed) if len(placed) > 1 else 0
    others = [m for m in listed if m not in placed]
    people = sum(m.is_people or _is_posted(words, m) or is_at(words, text, m) for m in others)
    return 2 * (people + several) >= len(listed)


def _is_posted(words: PeopleWords, mention: Mention) -> bool:
    """Tell a number without a noun with some work behind it (2 on lives)."""
    return mention.kind == "bare" and words.sums.post.match(mention.after) is not None


def _is_item(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a number at the start of an item of a list, with few words behind it."""
    is_short = len(mention.after.split(" ")) <= _MOST_WORDS and len(mention.after) <= _LONGEST_ITEM
    is_short = is_short or mention.after.startswith(_WHO) or _is_placed(words, text, mention)
    before = mention.before.rpartition(":")[2].rpartition(_DASH)[2]
    is_first = before.strip(_SIGNS) in ("", "and", "plus", "then") or _is_more(mention)
    is_first = is_first or words.place.match(mention.before) is not None
    is_small = mention.number.is_count and mention.number.high <= _MOST
    is_leader = words.leaders.search(text[mention.number.end : mention.end]) is not None
    is_kind = is_leader or mention.kind not in ("thing", "group")
    is_kind = is_kind or is_of_work(words, text, mention)
    return is_short and is_first and is_small and is_kind and _is_plain(mention)


def _is_more(mention: Mention) -> bool:
    return mention.before.strip() in ("a further", "another") and _is_plain(mention)


def _is_tasked(words: PeopleWords, mention: Mention) -> bool:
    """Tell a number with the name of some work behind it ("3 content, 2 paid")."""
    task = mention.after.removesuffix(" and ").strip(_SIGNS)
    is_said = _is_plain(mention) or mention.relation == ACTUAL  # currently 3 cs, 2 ops
    is_alone = mention.kind == "bare" and not mention.is_people and is_said
    is_named = words.labels.fullmatch(task) or words.shifts.fullmatch(task)
    return is_alone and bool(task) and is_named is not None


def _linked(found: list[Mention]) -> list[Mention]:
    """Mark counts right between their own label and the next one (运营俩美工一个客服仨)."""
    following = [*found[1:], None]
    return [
        replace(m, is_people=True, is_part=True) if after and _is_linked(m, after) else m
        for m, after in zip(found, following, strict=False)
    ]


def _is_linked(mention: Mention, following: Mention) -> bool:
    are_parts = mention.label.kind in PARTS and following.label.kind in PARTS
    is_close = bool(mention.after.strip()) and mention.after == following.before
    return mention.kind == "bare" and _is_plain(mention) and are_parts and is_close


def _is_busy(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell whether it is said in short what some people do (两个人剪)."""
    is_counted = mention.kind == "bare" and mention.end > mention.number.end  # 两个打cold call
    limit = _LONGEST_WORK if is_counted and "的" not in mention.after else _LONGEST_TASK
    if mention.after.isascii():  # 3 guys pack, but twelve of us answer
        limit = 0 if words.counting.of_us.match(text, mention.number.end) else _LONGEST_ITEM
    is_short = 0 < len(mention.after.strip()) <= limit
    is_person = mention.kind == "general" or is_counted
    is_plain = is_person and not mention.before.strip() and _is_plain(mention)
    return is_short and is_plain and words.doing.match(mention.after) is not None


def _tasked_beside(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Make parts of people who are said to do something beside others (3 on ads and 2 on seo)."""
    return [
        replace(m, is_part=True) if after and _is_tasked_beside(words, text, m, after) else m
        for m, after in zip(found, [*found[1:], None], strict=False)
    ]


def _is_tasked_beside(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    is_plain = first.kind == "general" and _is_plain(first) and not first.before.strip()
    are_people = is_plain and second.is_people and _is_plain(second)
    is_part = second.is_part or second.kind == "job"
    gap = text[first.end : second.number.start]
    is_short = len(gap) <= _LONGEST_ITEM and not words.sentence_end.search(gap)
    is_whole = gap.isascii() and words.counting.of_us.match(text, first.number.end) is not None
    is_busy = not is_whole and words.doing.match(gap) is not None
    return are_people and is_part and is_short and is_busy


def _rows(words: PeopleWords, text: str, found: list[Mention]) -> list[list[Mention]]:
    rows = [[mention] for mention in found[:1]]
    for last, mention in pairwise(found):
        if _goes_on(words, text, last, mention):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def _goes_on(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    """Tell whether two mentions are neighbours in a row, with nothing else between them."""
    if not (_may_be_in(last) and _may_be_in(mention) and _are_alike(words, text, last, mention)):
        return False
    between = text[last.end : mention.number.start]
    label = mention.before.strip()
    return words.row_gap.fullmatch(between.strip().removesuffix(label)) is not None


def _may_be_in(mention: Mention) -> bool:
    name = mention.label.name
    is_team = not name.endswith(_OF) and name.isascii()  # general enquiries 19
    longest = _LONGEST_NAME if is_team else _LONGEST_LABEL
    is_thing = mention.label.kind == THING and name not in _PHONES
    is_named = 0 < len(name) <= longest and not is_thing and mention.label.kind != TOTAL
    is_small = mention.number.is_count and mention.number.high <= _MOST
    is_named = is_named and not name.endswith(_DONE)
    is_named = is_named and not mention.label.is_summed  # 客服全部36席，早班只开20席
    is_free = mention.kind in ("general", "bare") or _is_named_team(mention)
    return is_named and is_small and is_free and _is_plain(mention)


def _is_named_team(mention: Mention) -> bool:
    """Tell people of a job in a team or at a place with a name (east team nine reps)."""
    is_named = mention.label.kind in ("unit", WHOLE) and mention.before.isascii()
    return mention.kind == "job" and is_named


def _is_plain(mention: Mention) -> bool:
    return mention.relation == PLAIN


def _are_alike(words: PeopleWords, text: str, last: Mention, mention: Mention) -> bool:
    """Tell counts of the same form, or of named teams (marketing 5 people, helpdesk 9)."""
    nouns = [text[m.number.end : m.end].strip() for m in (last, mention)]
    forms = {noun and m.kind for noun, m in zip(nouns, (last, mention), strict=True)}
    are_teams = all(m.label.kind in (*PARTS, WHOLE) for m in (last, mention))
    is_plain = all(noun.isascii() and (not noun or noun in words.plain_people) for noun in nouns)
    return len(forms) == 1 or (are_teams and is_plain) or is_short_for(last, mention)


def _marked(row: list[Mention]) -> list[Mention]:
    """Mark a row as people if one of it is known to be."""
    known = any(m.kind in ("general", "job") or m.label.kind in PARTS for m in row)
    return [replace(m, is_people=True, is_part=True) for m in row] if known else row
