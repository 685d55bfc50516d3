"""Telling what there shall be from what there is, in Chinese, where both are told in one breath.

就我一个，想有个五人的班子; 少则加三个，多则加五个; 定员50，超了4个，得退回去.

All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, ARRIVED, IGNORE, MORE, NOW, PLAIN, TARGET, PeopleWords

_COUNTED = ("general", "bare", "job")
_MOST_MORE = 200  # people who are added
_MOST_RANK = 30
_WINDOW = 24  # characters in front of a number


def with_wished(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark teams that are wished for, how many shall come at least, and who is too many."""
    if text.isascii():
        return found
    marked = _as_before(words, _granted(words, text, found))
    marked = [_wished(words, text, m) for m in marked]
    marked = _over_posts(words, text, _at_least_and_most(words, marked))
    return [_more(words, text, m, marked) for m in marked]


def _wished(words: PeopleWords, text: str, mention: Mention) -> Mention:
    """Mark a team somebody would like (想搭一个三人团队; 入完正好30; 春节后变五个)."""
    ahead = text[max(0, mention.number.start - _WINDOW) : mention.number.start].rstrip()
    is_rank = 1 < mention.number.high <= _MOST_RANK
    is_rank = is_rank and words.held.ranked.match(text, mention.number.end) is not None
    if is_rank and words.held.nth_wished.search(ahead):
        return replace(mention, kind="general", is_people=True, relation=TARGET)
    if mention.kind not in _COUNTED or mention.relation in (TARGET, MORE):
        return mention
    is_team = words.held.team.match(text, mention.number.end) is not None
    is_team = is_team and words.held.like_a.search(ahead) is not None
    if not (is_team or words.held.then.search(ahead)):
        return mention
    return replace(mention, is_people=True, relation=TARGET)


def _granted(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Tell approved posts from who is there (核定10位，目前到职7位; 核了3个，现有5个)."""
    for i, (posts, there) in enumerate(pairwise(found)):
        ahead = posts.before.rstrip()
        is_there = words.held.actual.search(there.before.rstrip()) is not None
        is_standing = is_there and words.held.standing.search(ahead) is not None
        if is_standing and posts.is_people and not words.held.filling.search(text):
            now = replace(there, is_people=True, relation=ACTUAL)
            return [*found[:i], replace(posts.nobody(), relation=PLAIN), now, *found[i + 2 :]]
        is_pair = is_there and words.held.granted.search(ahead) is not None
        if not is_pair or {posts.kind, there.kind} - {*_COUNTED}:
            continue
        is_more = posts.number.high <= there.number.high
        if is_more and not words.held.just_granted.search(ahead):
            continue
        aim = replace(posts, is_people=True, is_part=False, relation=MORE if is_more else TARGET)
        now = replace(there, is_people=True, relation=ACTUAL)
        return [*found[:i], aim, now, *found[i + 2 :]]
    return found


def with_adding_up(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Read who comes or goes beside what there is and shall be, where that adds up."""
    if text.isascii():
        return found
    for i in range(len(found) - 2):
        a, b, c = found[i : i + 3]
        if not all(m.kind in _COUNTED and m.number.is_count for m in (a, b, c)):
            continue
        is_grown = c.number.high - b.number.high == a.number.high
        is_grown = is_grown and words.held.going_from.search(b.before.rstrip()) is not None
        if is_grown and words.held.first_add.search(a.before.rstrip()):
            return [*found[:i], a.nobody(), _now(b), _aim(c), *found[i + 3 :]]
        is_left = a.number.high - b.number.high == c.number.high
        is_left = is_left and words.held.left_then.search(c.before.rstrip()) is not None
        if is_left and words.held.will_go.search(text, a.end, c.number.start):
            gone = replace(b.nobody(), relation=PLAIN, before="", after="")
            return [*found[:i], _now(a), gone, _aim(c), *found[i + 3 :]]
    return found


def _now(mention: Mention) -> Mention:
    return replace(mention, is_people=True, relation=ACTUAL)


def _aim(mention: Mention) -> Mention:
    return replace(mention, is_people=True, is_part=False, relation=TARGET)


def _as_before(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Leave out who went and came where there are as many as before (走俩补俩，还是12个)."""
    for i in range(2, len(found)):
        last = found[i]
        if not words.held.still.search(last.before.rstrip()) or last.kind not in _COUNTED:
            continue
        same = [k for k, m in enumerate(found[:i]) if m.number.high == last.number.high]
        if same and found[same[0]].is_people and same[0] < i - 1:
            gone = {*range(same[0] + 1, i + 1)}
            return [
                replace(m.nobody(), relation=PLAIN, before="", after="") if k in gone else m
                for k, m in enumerate(found)
            ]
    return found


def _at_least_and_most(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Make one range of the fewest and the most who shall come (少则加三个，多则加五个)."""
    for i, (few, many) in enumerate(pairwise(found)):
        is_pair = words.held.at_least.search(few.before) is not None
        is_pair = is_pair and words.held.at_most.search(many.before) is not None
        if not is_pair or few.number.high > many.number.high or few.kind not in _COUNTED:
            continue
        number = replace(many.number, low=few.number.low)
        more = replace(many, number=number, is_people=True, relation=MORE)
        return [*found[:i], few.nobody(), more, *found[i + 2 :]]
    return found


def _over_posts(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Add who is too many to the posts there are (定员50，超了4个，得退回去)."""
    for i, (posts, over) in enumerate(pairwise(found)):
        is_over = words.beside.posts.search(posts.before.rstrip()) is not None
        is_over = is_over and words.held.too_many.search(over.before.rstrip()) is not None
        if not is_over or max(posts.number.high, over.number.high) > _MOST_MORE * 10:
            continue
        low, high = posts.number.low + over.number.low, posts.number.high + over.number.high
        there = replace(over, number=replace(over.number, low=low, high=high), kind="general")
        there = replace(there, is_people=True, relation=ACTUAL, before="")
        is_back = words.held.back.search(text, over.end) is not None
        aim = replace(posts, is_people=True, relation=TARGET) if is_back else posts.nobody()
        return [*found[:i], aim, there, *found[i + 2 :]]
    return found


def _more(words: PeopleWords, text: str, mention: Mention, found: list[Mention]) -> Mention:
    """Take for people who are to be added to those there are now (加三到五个，现在6人)."""
    is_free = mention.kind in _COUNTED and mention.relation in (PLAIN, IGNORE)
    is_free = is_free and mention.number.high <= _MOST_MORE and mention.number.is_count
    is_added = is_free and words.held.add.search(mention.before.rstrip()) is not None
    behind = words.open_after.match(text, mention.end) or mention.is_people
    now = [m for m in found if m.is_people and m.relation in NOW and m.relation != ARRIVED]
    is_first = bool(now) and mention.number.start < now[0].number.start
    if not (is_added and behind and is_first):
        return mention
    return replace(mention, is_people=True, relation=MORE)
