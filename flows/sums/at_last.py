"""Adding up the last row of an English story (we were 28, five left ... so 25 agents + 3 TLs).

Those who were counted on the way to it count no more. All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import (
    ACTUAL,
    FINAL,
    IGNORE,
    MORE,
    PER,
    PLAIN,
    TARGET,
    PeopleWords,
)
from flows.sums.ones import ones

_MOST = 1000  # people
_KINDS = ("general", "job", "bare")
_TOLD = (PLAIN, ACTUAL, FINAL)
_CLAUSE = re.compile(r"[,;(] ?| - ")
_COMMA, _PLUS = ",", "+"
_STOPS, _ENDS = " ,:", (",", ".")


def at_last(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take what the last row comes to for the team."""
    if not text.isascii():
        return found
    places = [i for i, m in enumerate(found) if _is_last(words, text, found, i, m)]
    if not places:
        return found
    first = places[-1]
    row = _row(words, text, found, first)
    counted = sum(m.number.high for m in row)
    is_said = any(m.number.high == counted and m.relation == TARGET for m in found[first:])
    people, end = _beside(words, text, found, first, row)
    people = 0 if is_said else people  # I've kept 9 and my daughter ... just the 9 to be planned
    number = replace(found[first].number, low=sum(m.number.low for m in row) + people)
    total = replace(found[first], number=replace(number, high=counted + people), end=end)
    total = replace(total, kind="general", relation=FINAL, is_people=True, is_part=False)
    ahead = [_of_before(words, text, m) for m in found[:first]]
    behind = [
        m.nobody() if m in row or (is_said and m.relation == TARGET) else m
        for m in found[first + 1 :]
    ]
    return [*ahead, total, *behind]


def _beside(
    words: PeopleWords, text: str, found: list[Mention], first: int, row: list[Mention]
) -> tuple[int, int]:
    """Count who is named beside a row without a number; tell where that ends."""
    following = found[first + len(row) : first + len(row) + 1]
    if following and following[0].number.high == sum(m.number.high for m in row) + 1:
        with_me = words.verdicts.with_me.match(text, following[0].number.end)
        if with_me:  # I got five, six with me
            return 1, with_me.end()
    start, stop = _start(words, text, row[0].number.start), _stop(words, text, row[-1].end)
    if _is_said(words, text[start : row[0].number.start]):
        start = row[0].number.start  # with my wife and her cousin, so three of us
    others = [m for m in ones(words, text, found) if start <= m.number.start < stop]
    others = [m for m in others if not any(r.number.start < m.end <= r.end for r in row)]
    one = words.verdicts.and_one_doing.match(text, row[-1].end)
    if one and not others and one.end() <= stop:
        return 1, one.end()
    return sum(m.number.high for m in others), max([row[-1].end, *(m.end for m in others)])


def _of_before(words: PeopleWords, text: str, mention: Mention) -> Mention:
    """Count nobody who was there before or has come, or whom somebody planned for once."""
    said = mention.before.rstrip()
    was_said = words.past.search(said) or words.verdicts.claimed.search(said)
    is_past = mention.relation == TARGET and was_said is not None
    if mention.relation == MORE:
        sentence = text[_start(words, text, mention.number.start) : mention.end]
        has_come = words.verdicts.went.search(sentence) is not None
        is_past = has_come and words.intended.search(sentence) is None
    return mention.nobody() if is_past or mention.relation in (*_TOLD, IGNORE, PER) else mention


def _is_last(
    words: PeopleWords, text: str, found: list[Mention], place: int, mention: Mention
) -> bool:
    """Tell a count behind words for "so now" at the end of a story of who came and went."""
    is_size = mention.number.is_count and 1 < mention.number.high <= _MOST
    if not is_size or mention.kind not in _KINDS or mention.relation not in _TOLD:
        return False
    start = _start(words, text, mention.number.start)
    if not _is_opened(words, text, found, place, start):
        return False
    opens = words.open_after.match(text, mention.end)
    opens = opens or words.verdicts.and_one_doing.match(text, mention.end)
    if mention.kind == "bare" and opens is None and mention.end < len(text):
        return False
    if words.verdicts.went.search(text[: mention.number.start]) is None:
        return False
    told = any(m.number.is_count and m.kind in _KINDS for m in found[:place])
    return told or any(m.number.start < start for m in ones(words, text, found))


def _is_opened(words: PeopleWords, text: str, found: list[Mention], place: int, start: int) -> bool:
    """Tell whether such words open the sentence, or people alone do at the end of a text."""
    mention = found[place]
    ahead = text[start : mention.number.start].rstrip(_STOPS)
    if _is_said(words, ahead):
        return True
    if not ahead.strip():  # ... so they hired three, plus me. 4 people, no plan
        is_alone = mention.kind == "general" and text[mention.end : mention.end + 1] in _ENDS
        return is_alone and not any(m.is_people for m in found[place + 1 :])
    opens = words.verdicts.at_last.match(ahead.lstrip())
    is_first = not any(m.number.start >= start for m in found[:place])
    named = ones(words, text, found) if opens and is_first else []
    return any(start <= m.number.start < mention.number.start for m in named)


def _is_said(words: PeopleWords, ahead: str) -> bool:
    clause = _CLAUSE.split(ahead.rstrip(_STOPS))[-1].strip()
    return words.verdicts.at_last.fullmatch(clause) is not None


def _start(words: PeopleWords, text: str, place: int) -> int:
    return max((end.end() for end in words.sentence_end.finditer(text[:place])), default=0)


def _stop(words: PeopleWords, text: str, place: int) -> int:
    end = words.sentence_end.search(text, place)
    return end.start() if end else len(text)


def _row(words: PeopleWords, text: str, found: list[Mention], first: int) -> list[Mention]:
    """List the counts that are joined to each other from one on."""
    row = [found[first]]
    for mention in found[first + 1 :]:
        gap = text[row[-1].end : mention.number.start]
        joined = words.verdicts.joined.fullmatch(gap)
        is_job = mention.kind == "job" or (mention.kind == "general" and _COMMA not in gap)
        is_one = mention.kind == "bare" and (_PLUS in gap or mention.number.high == 1)
        is_one = is_one and _COMMA not in gap
        is_told = mention.relation in _TOLD and mention.number.is_count
        if joined is None or not is_told or not (is_job or is_one):
            break
        row.append(mention)
    return row
