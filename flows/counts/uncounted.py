"""Telling numbers that say how well or how much, not how many people there are.

A ratio (1 agent per 1000 customers), a score that moved (NPS from 41 to 28), a share that is asked
for and one that is reached (80%的电话20秒接起，我们才62). All words come from `sizes.toml`.
"""

from __future__ import annotations

import re

from flows.counts.labels import THING
from flows.counts.mention import Mention
from flows.counts.people_words import PER, PeopleWords

_PERCENT = "%"
_OF_EM = "of em"
_OF_THEM = "of them"  # our customers are call centers, 200 of them
_YOUNGEST, _OLDEST = 16, 75  # years
_EARLIEST, _LATEST = 14, 99  # years of anybody who is spoken of
_ONE = "one"
_BUSINESS = re.compile(r"for (?!my |our |the |these |those |a |an )(?:[a-z]+ ){0,2}$")
_YEARS = range(2020, 2050)
_IN_YEAR = re.compile(r"(?:^|[ (])(?:for|by|in|during|until|from|come|end of|fy) $")
_PLURAL = re.compile(r"[a-z]{4,}s")
_CHAT, _EACH, _APART = "群", "各", ("另", "单算", "单独")
_BY, _LAST_DAY = ("by", "until", "before", "by end of"), 31
_SHORT, _FAR = 4, 60  # characters between a score and what it became, in front of a number
_LEAST_PAY = 500  # a month
_LEAST_PAID = 20  # of a currency; fewer may be people for paid ads
_AHEAD = 60  # characters in front of a number in which shops are told of


def is_year(mention: Mention) -> bool:
    """Tell the year for which something is told (by 2028; goal for 2027: 120 agents)."""
    number = mention.number
    is_bare = mention.end == number.end and number.high in _YEARS and mention.before.isascii()
    return is_bare and (not number.is_count or _IN_YEAR.search(mention.before) is not None)


def counts_nobody(words: PeopleWords, text: str, mention: Mention, last: Mention | None) -> bool:
    """Tell whether a number is a ratio, a score or a share."""
    if words.ratio.match(text, mention.end) or (last and words.ratio.match(text, last.end)):
        return True
    if last is None and text[mention.number.end : mention.end].strip() == _OF_THEM:
        return words.buyers.search(text[: mention.number.start]) is not None
    if mention.number.high == 1 and words.sums.asked_one.match(text, mention.end):
        return True
    is_beside = last is not None and _is_beside_thing(words, text, mention, last)
    is_beside = is_beside or is_year(mention)
    is_paid = _is_paid(words, text, mention)
    if is_beside or is_paid or _is_of_others(words, text, mention):
        return True
    if mention.kind != "bare" or mention.end > mention.number.end:
        return False
    is_score = last is not None and (
        _is_date(words, text, mention, last) or _is_wage(words, text, mention, last)
    )
    is_score = is_score or _is_score(words, text, mention, last) or _is_share(words, text, mention)
    return is_score or _is_age(words, text, mention, last) or _is_age_of(words, text, mention)


def _is_date(words: PeopleWords, text: str, mention: Mention, last: Mention) -> bool:
    """Tell a day by which there shall be so many things (500 policies by march 31)."""
    by, _, month = text[last.end : mention.number.start].strip().rpartition(" ")
    is_day = last.kind == "thing" and mention.number.high <= _LAST_DAY
    return is_day and by in _BY and words.seasons.month.fullmatch(month) is not None


def _is_wage(words: PeopleWords, text: str, mention: Mention, last: Mention) -> bool:
    """Tell what somebody earns, behind what others do (老坐席拿9000，新人4200)."""
    is_pay = last.number.high >= _LEAST_PAY <= mention.number.high and not last.is_people
    start = last.number.start
    is_said = is_pay and words.wages.search(text[max(0, start - _AHEAD) : start]) is not None
    return is_said and words.sentence_end.search(text, last.end, mention.number.start) is None


def _is_of_others(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell the rest of the company, clients, an opinion, and a "one" that counts nobody."""
    start = mention.number.start
    ahead = text[max(0, start - _FAR) : start].rstrip()
    if words.rest_of.search(ahead) or (mention.kind == "job" and _is_client(words, text, mention)):
        return True
    if mention.end == mention.number.end and text[start : mention.end] == _ONE:
        return words.no_one.search(ahead) is not None
    is_each = words.after[PER].match(mention.after) or words.before[PER].search(mention.before)
    return bool(is_each) and words.opinion.search(mention.after) is not None


def _is_client(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell those for whom one works (ads for barbers, 9 barbers now)."""
    noun = text[mention.number.end : mention.end].strip()
    is_own = noun in words.nouns.values and noun not in words.trades
    if _PLURAL.fullmatch(noun) is None or is_own:
        return False
    first = text.find(noun)
    return first < mention.number.start and _BUSINESS.search(text[:first]) is not None


def _is_age_of(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell how old somebody is (the owner is 71)."""
    is_years = _EARLIEST <= mention.number.high <= _LATEST
    ahead = text[max(0, mention.number.start - _FAR) : mention.number.start].rstrip()
    return is_years and words.age_of.search(ahead) is not None


def _is_beside_thing(words: PeopleWords, text: str, mention: Mention, last: Mention) -> bool:
    """Tell a number that belongs to a span, to chats or to trips told right before."""
    noun = text[mention.number.end : mention.end].replace("'", "").strip()
    if noun == _OF_EM:
        return last.is_people or (last.kind == "bare" and last.number.high > mention.number.high)
    if _is_pace(words, text, mention, last) or _is_of_trips(words, text, mention, last):
        return True
    if words.beside.same_work.fullmatch(text[last.number.start : mention.number.start]):
        return True  # 同一件事两个人做
    if last.kind == "thing" and _goes_on(words, text, mention, last):
        return True
    return not mention.label.name and _is_of_chats(text, last)


def _goes_on(words: PeopleWords, text: str, mention: Mention, last: Mention) -> bool:
    """Tell what comes of the things before, how many there are now, or a time beside another.

    100 leads a day, 10 sales; opened 2 more shops (so 5 now); replies in 2 hrs, 24 on weekends.
    """
    noun = text[mention.number.end : mention.end].strip()
    if words.sums.results.fullmatch(noun):
        return mention.before.strip() == "" and last.after == last.after.rstrip(" ")
    if noun:
        return False
    if words.sums.so_many.fullmatch(text[last.end : mention.number.start]):
        return True
    unit = text[last.number.end : last.end].strip()
    is_time = words.sums.span_of_time.fullmatch(unit) is not None
    return is_time and words.sums.at_times.match(text, mention.end) is not None


def _is_paid(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a level of work (on tier 1), money (paid 2,500 for records), or shops (so 3 now)."""
    ahead = text[max(0, mention.number.start - _AHEAD) : mention.number.start]
    is_bare = mention.kind == "bare"
    if is_bare and (
        words.sums.tier_number.search(mention.before) or words.sums.shops_now.search(ahead)
    ):
        return True
    is_sum = mention.kind == "bare" and words.sums.paying.search(mention.before) is not None
    is_named = is_sum and mention.number.high > _LEAST_PAID
    return is_named and words.sums.paid_for.match(mention.after) is not None


def _is_of_chats(text: str, last: Mention) -> bool:
    """Tell how many are in chats that were just counted (9个群四千多人)."""
    is_chat = last.kind == "thing" and text[last.number.end : last.end].endswith(_CHAT)
    return is_chat and not last.after.strip("里有共 ")


def _is_of_trips(words: PeopleWords, text: str, mention: Mention, last: Mention) -> bool:
    """Tell how many travel together (卖老年旅游的，一团30人)."""
    is_one = last.number.high == 1 and last.end == mention.number.start - len(mention.before)
    is_group = words.trips_each.fullmatch(mention.before.strip()) is not None
    return is_one and is_group and words.trips.search(text) is not None


def _is_pace(words: PeopleWords, text: str, mention: Mention, last: Mention) -> bool:
    """Tell how many come or go in some time (一个月新进十来个人)."""
    is_span = last.number.high == 1 and text[last.number.end : last.end] in words.counting.spans
    is_close = is_span and last.after == mention.before and not last.before.strip()
    return is_close and words.sums.coming_in.fullmatch(mention.before) is not None


def _is_age(words: PeopleWords, text: str, mention: Mention, last: Mention | None) -> bool:
    """Tell how old the speaker is (我干了16年，今年41)."""
    is_alone = mention.after.strip("了岁 ") == ""
    if not _YOUNGEST <= mention.number.high <= _OLDEST:
        return False
    if is_alone and _is_own_age(words, mention):
        return True
    if last and last.is_people:
        return False
    is_said = words.age.search(mention.before) is not None
    return is_said and is_alone and words.life.search(text, 0, mention.number.start) is not None


def _is_own_age(words: PeopleWords, mention: Mention) -> bool:
    """Tell how old somebody is, said of them or at the very start (我今年才26; 今年45了，……)."""
    if words.beside.own_age.fullmatch(mention.before.strip()):
        return True
    is_first = mention.number.start == len(mention.before) and mention.after.strip() != ""
    return is_first and words.age.search(mention.before) is not None


def _is_score(words: PeopleWords, text: str, mention: Mention, last: Mention | None) -> bool:
    if words.score.search(mention.before):
        return True
    if last and last.label.kind == THING and last.after == mention.before:  # 成本从80涨到120
        return words.numerals.change.search(last.before) is not None
    if last is None or last.kind != "thing" or not words.score.search(last.before):
        return False
    gap = text[last.end : mention.number.start].strip()
    return len(gap) <= _SHORT and words.to.search(gap) is not None


def _is_share(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell what is reached of a share that the sentence names before."""
    start = mention.number.start
    begin = max((end.end() for end in words.sentence_end.finditer(text[:start])), default=0)
    said = text[begin : start - len(mention.before)]
    is_goal = words.goal.search(said) is not None
    is_alone = words.clause_end.match(text, mention.end) is not None or mention.end == len(text)
    is_reached = words.reached.search(mention.before) or (
        _PERCENT in said and words.reached_only.search(mention.before)
    )
    return is_goal and is_alone and bool(is_reached)


def is_a_word(text: str, mention: Mention) -> bool:
    """Tell the 一 of a word that counts nothing (航班一延误)."""
    is_bare = mention.end == mention.number.end
    is_one = text[mention.number.start : mention.end] == "一"
    is_each = text[mention.number.start - 1 : mention.number.start] == _EACH
    is_each = is_each and text.startswith(_APART, mention.end)  # 班长各一另算
    is_inside = "\u4e00" <= text[mention.end : mention.end + 1] <= "\u9fff"
    return is_bare and is_one and is_inside and not is_each
