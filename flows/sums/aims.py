"""Finding what is aimed at from how many there are (6 now, must be 14 by summer; want 15).

A number without a noun behind the people there are says what there shall be where these words
stand around it. All words come from `sizes.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.counts.labels import THING
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, ARRIVED, IGNORE, MORE, PLAIN, TARGET, PeopleWords
from flows.counts.things import PEOPLE

_OPEN = (PLAIN, MORE, ACTUAL)
_THERE = (PLAIN, ACTUAL)
_COME = (ARRIVED, ACTUAL)
_DASH = ("-", "–", ":")


def with_aims(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark what is aimed at, behind the people there are."""
    marked = list(found)
    for i, mention in enumerate(found):
        told = [m for m in marked[:i] if m.is_people and m.relation in _THERE]
        there = told or [m for m in marked[i + 1 :] if m.is_people and m.relation == ACTUAL]
        if (there and _is_aimed(words, text, there[-1], mention)) or (
            _is_made_up(words, mention, marked[:i], there)
            or _is_enough(words, mention, there)
            or _is_recruited(words, mention, told, found[i + 1 :])
        ):
            marked[i] = replace(mention, is_people=True, is_part=False, relation=TARGET)
    return marked


def _is_aimed(words: PeopleWords, text: str, there: Mention, mention: Mention) -> bool:
    number, before = mention.number, mention.before.rstrip()
    is_demanded = mention.kind in PEOPLE and words.demanded.search(before) is not None
    is_post = mention.relation == ARRIVED and words.aimed.search(before) is not None
    if not (number.is_count and (mention.relation in _OPEN or is_demanded or is_post)):
        return False
    if mention.kind in PEOPLE:
        is_said = is_demanded or (mention.kind == "general" and bool(words.posted.search(before)))
        is_ahead = there.number.start < number.start or there.relation == ACTUAL
        return is_said and there.number.high < number.low and is_ahead
    if not _may_be_aimed(words, text, mention):
        return False
    is_full = there.relation == ACTUAL and words.beside.posts.search(before) is not None
    is_full = is_full and (
        there.number.start < number.start
        or words.beside.filling.search(text, mention.end) is not None
    )
    if words.aimed.search(before) or (is_full and number.low > there.number.high):
        return number.high != there.number.high
    if (not before.strip() or before.endswith(_DASH)) and words.aimed_behind.match(
        text, mention.end
    ):
        return there.relation == ACTUAL
    is_more = number.low > there.number.high
    return is_more and words.aimed_more.search(before) is not None


def _is_made_up(
    words: PeopleWords, mention: Mention, told: list[Mention], there: list[Mention]
) -> bool:
    """Tell that there shall be as many as before (上个月30个人，只剩21个，要补回30个)."""
    most = max((m.number.high for m in told if m.is_people), default=0)
    is_more = bool(there) and there[-1].number.high < most == mention.number.high
    is_more = is_more or _makes_up_for(told, there, mention)
    before = mention.before.rstrip()
    is_back = words.sums.back_to.search(before) is not None  # 剩29人，想补回40
    is_back = is_back and words.habitual.search(before) is None
    left = [*there, *(m for m in told if m.is_people and m.relation == ARRIVED)]
    is_back = is_back and bool(left) and left[-1].number.high < mention.number.low
    is_said = is_back or (is_more and words.made_up.search(before) is not None)
    return is_said and mention.kind in (*PEOPLE, "bare")


def _is_enough(words: PeopleWords, mention: Mention, there: list[Mention]) -> bool:
    """Tell how many are needed in all (要三十个客服才够，现在只有二十一个)."""
    is_more = mention.is_people and bool(there) and there[-1].number.high < mention.number.low
    is_said = is_more and words.sums.enough.match(mention.after) is not None
    return is_said and mention.relation == MORE and there[-1].relation == ACTUAL


def _makes_up_for(told: list[Mention], there: list[Mention], mention: Mention) -> bool:
    """Tell as many as there are and who left (走了6个，现在剩14，补回20)."""
    gone = [m for m in told if m.number.is_count and m not in there and m.kind in (*PEOPLE, "bare")]
    sums = [m.number.high + there[-1].number.high for m in gone] if there else []
    return mention.number.high in sums


def _is_recruited(
    words: PeopleWords, mention: Mention, told: list[Mention], later: list[Mention]
) -> bool:
    """Tell a plan to hire so many in all of whom some have come (招聘指标15人，已到岗6人)."""
    come = [m for m in later[:1] if m.is_people and m.relation in _COME]
    is_first = mention.is_people and not told and bool(come)
    is_said = is_first and words.recruiting.search(mention.before.rstrip()) is not None
    return is_said and come[0].number.high < mention.number.high


def _may_be_aimed(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a number without a noun, or of lines for people, that stands free."""
    noun = text[mention.number.end : mention.end].strip()
    lines = words.at_work.lines.fullmatch(noun) or words.desks.fullmatch(noun)
    is_line = mention.kind == "thing" and lines is not None
    is_open = mention.end == len(text) or words.open_after.match(text, mention.end) is not None
    is_other = any(words.after[r].match(mention.after) for r in (IGNORE, MORE))
    is_other = is_other or mention.label.kind == THING  # desks for 40
    return is_open and not is_other and (mention.kind == "bare" or is_line)
