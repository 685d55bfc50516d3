"""Choosing, where several head-counts are told, the one that is firmly said of the team itself.

Long messages speak of the whole company, of neighbours and of earlier teams as well. A count that
takes the speaker in (nine of us, me included), or that is said of our team (my side now 9), stands
above counts told elsewhere. All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.labels import PARTS
from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, FINAL, NOW, PLAIN, PeopleWords

_LONGEST_NAME = 8  # characters
_SHORTEST_NAME = 3
_I = "我"
_LISTING = ("、", "和", "跟", "及")  # between the members of one row
_ALL = ("都", "全")
_FIRM = (PLAIN, *NOW)


def focused(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Keep what is firmly said of the team, and what is told beside it."""
    people = _without_the_ignored(words, text, people)
    may_be = [m for m in people if _may_be_firm(m)]
    with_self = [m for m in may_be if takes_in_speaker(words, text, m)]
    firm = with_self or [m for m in may_be if m.relation == ACTUAL]
    firm = firm or [m for m in people if _is_ours(words, m)]
    firm = firm or [m for m in people if m.relation == ACTUAL and m.kind == "general"]
    if not firm:
        return people
    people = [m for m in people if not _is_wider(m, firm[0])]
    first, last = firm[0], firm[-1]
    start = first.number.start if with_self else _start_of_sentence(words, text, first.number.start)
    end = _end_of_sentence(words, text, last)
    return [m for m in people if _is_beside(words, m, start, end, is_closed=bool(with_self))]


def are_torn(words: PeopleWords, text: str, people: list[Mention]) -> bool:
    """Tell whether different sentences give different totals, and nothing says which is ours."""
    totals = [m for m in people if _may_be_firm(m) and m.relation == PLAIN and m.number.high > 1]
    values = {m.number.high for m in totals}
    places = {_start_of_sentence(words, text, m.number.start) for m in totals}
    is_firm = any(takes_in_speaker(words, text, m) or _is_ours(words, m) for m in totals)
    is_firm = is_firm or any(m.relation in NOW for m in people)
    return len(values) > 1 and len(places) > 1 and not is_firm


def takes_in_speaker(words: PeopleWords, text: str, mention: Mention) -> int:
    """Tell where it ends that a count takes in whoever speaks (9 people, me included), else 0."""
    places = (mention.end, mention.number.end)
    found = (words.with_self.match(text, place) for place in places)
    return max((match.end() for match in found if match), default=0)


def without_speakers(
    words: PeopleWords, text: str, single: list[Mention], counted: list[Mention]
) -> list[Mention]:
    """Leave out people without a number where a count takes them in (11, incl. leads and me)."""
    if words.speakers.absent.search(text):  # 挂名负责人是我，人在国外
        single = [one for one in single if _I not in text[one.number.start : one.end]]
    spans = [(m.end, takes_in_speaker(words, text, m)) for m in counted]
    return [
        one for one in single if not any(start <= one.number.start < end for start, end in spans)
    ]


def _is_beside(
    words: PeopleWords, mention: Mention, start: int, end: int, *, is_closed: bool
) -> bool:
    """Tell whether a count is told with the firm ones, is added to them, or is of another time."""
    place = mention.number.start
    if place < start:
        return mention.relation not in _FIRM
    is_added = words.added_start.match(mention.before.lstrip()) is not None
    return place < end or is_added or not is_closed or mention.relation != PLAIN


def _may_be_firm(mention: Mention) -> bool:
    is_part = mention.is_part or mention.label.kind in PARTS
    return mention.kind in ("general", "bare") and mention.relation in _FIRM and not is_part


def _is_ours(words: PeopleWords, mention: Mention) -> bool:
    return (
        mention.kind in ("general", "bare")
        and mention.relation in _FIRM
        and words.our_team.search(mention.before.rstrip()) is not None
    )


def _is_wider(mention: Mention, firm: Mention) -> bool:
    """Tell a larger total in front of the team's own (800 staff all told, our team is eleven)."""
    is_total = mention.kind == "general" and mention.label.kind not in PARTS
    is_before = mention.number.start < firm.number.start and mention.relation in (PLAIN, FINAL)
    return is_total and is_before and mention.number.low > firm.number.high


def _start_of_sentence(words: PeopleWords, text: str, place: int) -> int:
    ends = [found.end() for found in words.sentence_end.finditer(text[:place])]
    return max(ends, default=0)


def _end_of_sentence(words: PeopleWords, text: str, mention: Mention) -> int:
    stop = words.sentence_end.search(text, mention.end)
    return stop.end() if stop else len(text)


def _without_the_ignored(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """Leave out the count right in front of words such as "ignore that" (这个您别管)."""
    for cue in words.ignored.finditer(text):
        start = _start_of_sentence(words, text, cue.start())
        before = [m for m in people if start <= m.number.start and m.end <= cue.start()]
        between = text[before[-1].end : cue.start()] if before else ""
        is_asked = before and words.beside.asked_for.search(before[-1].before.rstrip())
        if is_asked or _names_others(words, between, is_of_all=cue.group().startswith(_ALL)):
            continue
        dropped = _row_at_end(text, before)
        people = [m for m in people if m not in dropped]
    return people


def _row_at_end(text: str, people: list[Mention]) -> list[Mention]:
    """Give the last of some people, with those listed in its row (财务两个、行政一个)."""
    row = people[-1:]
    for m in reversed(people[:-1]):
        gap = text[m.end : row[0].number.start - len(row[0].before)]
        if gap.strip() not in _LISTING or m.relation != row[0].relation:
            break
        row = [m, *row]
    return row


def _names_others(words: PeopleWords, between: str, *, is_of_all: bool) -> bool:
    """Tell whether others are named before they are left out (7人，另外借来的两个就别算了)."""
    is_counted = words.added_start.match(between.lstrip(" ,，、")) is not None
    is_number = words.numerals.token.search(between) is not None
    is_other = words.sums.other_team.search(between) is not None  # the warehouse is shared
    if is_other or words.of_the_rest.search(between[-_LONGEST_NAME:]) or _is_of_own(words, between):
        return True
    is_told = (is_counted or is_of_all) and is_number
    return is_told or words.ones_behind.search(between) is not None


def _is_of_own(words: PeopleWords, between: str) -> bool:
    """Tell whether the clause has somebody of its own (他加三个后生仔，铺面的老臣子不用理)."""
    ahead, comma, said = between.rpartition(",")
    is_job = words.nouns.values.get(said.strip()) == "job"  # 主管不算
    is_named = is_job or len(said.strip()) >= _SHORTEST_NAME
    is_told = bool(comma) and not ahead.strip(" ,") and is_named
    return is_told and not said.isascii() and words.those_there.match(said.strip()) is None
