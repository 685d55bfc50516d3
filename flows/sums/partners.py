"""Counting those who own a business together, and who works for them, in Chinese.

股东三个，只有一个在店里上班，另有四个员工; 姊妹三人开店，只请一个包货的.

All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import MORE, NOW, PLAIN, PeopleWords
from flows.text.numbers import Number

_WITH = re.compile("我[和跟同与]")
_AND_ME = re.compile("[和跟同与]我$")
_SHORT = 3  # characters of "and" in front of those hired
_MOST = 9  # people who own something together
_KINDS = ("bare", "general", "job")


def with_partners(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Make parts of partners who work, and of those they have hired."""
    if text.isascii():
        return found
    found = [_and_me(words, m) for m in found]
    marked = list(found)
    for i, mention in enumerate(found):
        if not _are_partners(words, text, mention):
            continue
        behind = found[i + 1 : i + 2]
        at_work = [m for m in behind if _are_all_at_work(words, m, mention)]
        hired = [k for k in range(i + 1, len(found)) if _are_hired(words, text, found[k])]
        is_acting = words.speakers.acting.match(mention.after) is not None
        if at_work:
            marked[i] = replace(_part(mention), number=_so_many(mention, at_work[0]))
            marked[i + 1] = at_work[0].nobody()
        elif hired and (mention.is_people or is_acting or _is_our_own(words, mention)):
            marked[i] = _part(mention)
        if marked[i] is not mention:
            marked = [m.as_job() if k in hired else m for k, m in enumerate(marked)]
    return marked


def _part(mention: Mention) -> Mention:
    return replace(mention.as_job(), before=mention.before)


def _so_many(partners: Mention, at_work: Mention) -> Number:
    """Put the number of those who work in place of how many there are."""
    return replace(partners.number, low=at_work.number.low, high=at_work.number.high)


def _are_partners(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a few people who own something together (股东三个; 三个合伙人; 姊妹三人)."""
    if mention.kind not in _KINDS or not 1 < mention.number.high <= _MOST:
        return False
    noun = mention.noun_in(text)
    is_named = words.speakers.partners.search(mention.before.rstrip()) is not None
    is_named = is_named and _WITH.search(mention.before) is None  # 我同家姐两个
    is_there = mention.relation in (PLAIN, *NOW)
    is_named = is_named or _is_our_own(words, mention)
    return is_there and (is_named or words.speakers.partner_nouns.fullmatch(noun) is not None)


def _is_our_own(words: PeopleWords, mention: Mention) -> bool:
    """Tell the speaker's couple or family (我俩再加两个雇的; 我家三口人加请的两个)."""
    return words.speakers.our_own.search(mention.before.rstrip()) is not None


def _and_me(words: PeopleWords, mention: Mention) -> Mention:
    """Take for people those who are counted beside the speaker (小陈、小刘和我三个; 本人加6)."""
    if words.speakers.and_me.search(mention.before.rstrip()) and mention.kind in _KINDS:
        return mention.and_one().as_job()
    is_few = mention.kind == "bare" and 1 < mention.number.high <= _MOST
    is_us = is_few and not mention.is_people and _AND_ME.search(mention.before) is not None
    return replace(mention, kind="general", is_people=True) if is_us else mention


def _are_all_at_work(words: PeopleWords, mention: Mention, partners: Mention) -> bool:
    """Tell those of the partners who work (只有两个在店里干活; 就我一个人上班)."""
    is_only = words.speakers.only.search(mention.before.rstrip()) is not None
    is_fewer = mention.number.high < partners.number.high and mention.kind in _KINDS
    return is_only and is_fewer and words.speakers.at_it.match(mention.after) is not None


def _are_hired(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell people who were hired (另请了两个), or who stand beside the partners (再加八个员工)."""
    if mention.kind not in _KINDS or mention.relation not in (PLAIN, MORE, *NOW):
        return False
    before, noun = mention.before.strip(), mention.noun_in(text)
    is_hired = words.speakers.hired.search(before) is not None
    is_staff = words.speakers.hired_nouns.match(noun + mention.after) is not None
    if words.speakers.hired_nouns.fullmatch(mention.label.name):  # 员工五个
        return True
    return is_hired or (
        is_staff and words.added.search(before) is not None and len(before) <= _SHORT
    )
