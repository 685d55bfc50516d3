"""Finding the count a story comes to (9 then; let's go with payroll; 15 and 22, four left, so 33).

What was counted on the way to it counts nobody. All words come from `sizes.toml`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.counts.mention import Mention
from flows.counts.people_words import ACTUAL, FINAL, IGNORE, MORE, PLAIN, TARGET, PeopleWords
from flows.sums.losses import step

_LEAST, _MOST = 2, 1000  # people
_FEWEST, _MOST_TERMS = 2, 5  # numbers that make a sum
_WINDOW = 90  # characters in front of a number
_NOW = (" now", " today", " already")
_LEFT, _SENTENCE_ENDS = " left", (".", "!", "?", ";")
_KINDS = ("general", "job", "bare")
_THERE = (PLAIN, ACTUAL, FINAL, IGNORE)


def with_proved(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Take a sum that is told for the team, and nobody of those who make it."""
    if not text.isascii():
        return found
    found = _with_one_more(words, found)
    for i, mention in enumerate(found):
        ahead = text[max(0, mention.number.start - _WINDOW) : mention.number.start].rstrip()
        if not (_may_be(mention) or _is_now(mention)) or words.verdicts.so.search(ahead) is None:
            continue
        terms = _terms(words, text, found, i)
        if not any(found[k].is_people for k in (*terms, i)):
            continue
        if terms and words.intended.search(text, found[terms[0]].end, mention.number.start) is None:
            with_me = words.verdicts.and_one.match(text, mention.end) is not None
            total = replace(_told(mention), relation=FINAL if with_me else PLAIN)
            marked = [_nobody(m) if k in terms else m for k, m in enumerate(found)]
            return [*marked[:i], total, *marked[i + 1 :]]
    return found


def _with_one_more(words: PeopleWords, found: list[Mention]) -> list[Mention]:
    """Take what is told to come of one more (Leeds has 9, York 7, the boss makes 17)."""
    for i, mention in enumerate(found):
        parts = [m for m in found[:i] if m.is_people and m.relation == PLAIN]
        is_sum = bool(parts) and sum(m.number.high for m in parts) + 1 == mention.number.high
        if is_sum and _may_be(mention) and words.sums.one_makes.search(mention.before.strip()):
            ahead = [_nobody(m) if m in parts else m for m in found[:i]]
            return [*ahead, replace(_told(mention), relation=FINAL), *found[i + 1 :]]
    return found


def _told(mention: Mention) -> Mention:
    kind = "general" if mention.kind == "bare" else mention.kind
    return replace(mention, kind=kind, is_people=True, relation=PLAIN)


def _nobody(mention: Mention) -> Mention:
    return replace(mention, kind="thing", is_people=False, relation=IGNORE)


def _may_be(mention: Mention) -> bool:
    is_size = mention.number.is_count and _LEAST <= mention.number.high <= _MOST
    return is_size and mention.kind in _KINDS and mention.relation in _THERE


def _is_now(mention: Mention) -> bool:
    """Tell a count that seems to be aimed at but is there (hired 5, so 11 now)."""
    is_size = mention.number.is_count and _LEAST <= mention.number.high <= _MOST
    is_said = mention.relation == TARGET and mention.after.startswith(_NOW)
    return is_size and is_said and mention.kind in _KINDS


def _terms(words: PeopleWords, text: str, found: list[Mention], place: int) -> range:
    """List the last numbers in front of a sum that make it, where some of them left or came."""
    total, terms = 0, 0
    signs = []
    for i in range(place - 1, max(-1, place - 1 - _MOST_TERMS), -1):
        number = found[i].number
        has_come = found[i].relation == MORE and step(words, text, found, i) > 0
        is_there = found[i].relation in _THERE or has_come
        if not is_there or found[i].kind not in _KINDS or not number.is_count:
            break
        is_left = found[i].after.startswith(_LEFT) or text[number.end : found[i].end].startswith(
            _LEFT
        )
        sign = -1 if is_left else step(words, text, found, i) or 1
        signs.append(sign)
        total, terms = total + sign * number.high, terms + 1
        if terms >= _FEWEST and total == found[place].number.high and signs[-1] > 0:
            return range(i, place)
    return range(0)


def decided(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the count a story comes to as the team, or as what it shall be."""
    if not text.isascii():
        return found
    places = [
        i
        for i, m in enumerate(found)
        if _may_be(m)
        and (
            _is_last_word(words, text, m)
            or _is_really(words, text, found[:i], m)
            or _is_exact(words, text, found[:i], m)
        )
    ]
    place = _trusted(words, text, found) if not places else places[-1]
    if place is None:
        return found
    verdict = found[place]
    before = [m for m in found[:place] if m.is_people and m.relation in _THERE]
    start = before[-1].end if before else 0
    is_wished = words.intended.search(text, start, verdict.number.start) is not None
    is_more = bool(before) and verdict.number.low > before[-1].number.high
    relation = TARGET if is_wished and is_more else FINAL
    ahead = [_without_steps(m, relation) for m in found[:place]]
    said = replace(verdict, kind="general", is_people=True, is_part=False, relation=relation)
    return [*ahead, said, *found[place + 1 :]]


def _without_steps(mention: Mention, relation: str) -> Mention:
    """Leave out one person for each of some things where so many make what is wanted."""
    is_step = relation == TARGET and mention.number.high == 1
    return _nobody(mention) if is_step else mention


def _is_last_word(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a clause that is nothing but a number with a word that it is settled (so 9 then)."""
    verdicts = words.verdicts
    opens = verdicts.opener.fullmatch(mention.before.strip())
    is_alone = text[: mention.number.start].rstrip().endswith(_SENTENCE_ENDS)
    is_apart = is_alone and verdicts.and_one.match(text, mention.end) is not None
    is_settled = verdicts.then.match(text, mention.end) is not None
    return opens is not None and mention.kind == "bare" and (is_settled or is_apart)


def _is_really(words: PeopleWords, text: str, earlier: list[Mention], mention: Mention) -> bool:
    """Tell the right count behind one that somebody claims (the deck says 15. it's 6.)."""
    claims = [m for m in earlier if words.verdicts.claimed.search(m.before.rstrip())]
    is_said = words.verdicts.really.fullmatch(mention.before.strip()) is not None
    is_end = words.clause_end.match(text, mention.end) or mention.end == len(text)
    return bool(claims and is_said and is_end)


def _is_exact(words: PeopleWords, text: str, earlier: list[Mention], mention: Mention) -> bool:
    """Tell the exact count behind a round one (about 40 of us, 41 to be exact)."""
    is_open = mention.kind == "bare" and bool(earlier) and earlier[-1].is_people
    return is_open and words.verdicts.exact.match(text, mention.end) is not None


def _trusted(words: PeopleWords, text: str, found: list[Mention]) -> int | None:
    """Find the count of the source that is to be believed (payroll says 29, go with payroll)."""
    cue = words.verdicts.trusted.search(text)
    if cue is None:
        return None
    name = next(filter(None, cue.groups()))
    source = re.compile(rf"(?<![a-z]){re.escape(name)}(?![a-z])")
    said = [
        i
        for i, m in enumerate(found)
        if m.end < cue.start() and m.number.is_count and source.search(m.before)
    ]
    return said[-1] if said and found[said[-1]].number.high <= _MOST else None
