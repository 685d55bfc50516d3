"""Taking rows of numbers for people where the text around them says who they are.

Setters and closers, 8 + 4; Kyiv has 5, Lviv has 4, they answer learners. All words come from
`sizes.toml` and the names of the roles.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.counts.labels import THING
from flows.counts.mention import Mention
from flows.counts.named import is_team
from flows.counts.people_words import PLAIN, PeopleWords
from flows.counts.things import PEOPLE

_SEVERAL, _MOST = 2, 500  # numbers, people
_MOST_WORDS = 4  # of an item
_GAP = re.compile(r" ?(?:\+|&|,|/|and|加|和)(?: and)? ?")
_NEXT = re.compile(r"[,;.]? ?(?:and )?")
_ITEMS = re.compile(r"[,.;:!?+&()、和跟与]| and | plus ")
_HANDED = re.compile(
    r"[,.;:!?+&()]| (?:and|plus|to|for|into|feed|while) (?:the |our |an? )?"
    r"| with (?:its|our|their) own "
)
_OPENING, _PLUS = " :-(", ("+", "&", "加", "")


def with_kinds(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Mark the numbers that follow on several kinds of people, and those told of behind them."""
    for run in _runs(text, found):
        named = _kinds(words, text, run, found)
        named = named if len(named) >= len(run) else _kinds(words, text, run, found, _HANDED)
        is_sum = text[run[0].end : run[1].number.start].strip() in _PLUS
        if len(named) == len(run) or (is_sum and len(named) > len(run)):
            ahead = [m for m in found if m.number.high == 1 and m.end <= run[0].number.start]
            found = [m.nobody() if m in ahead else m.part() if m in run else m for m in found]
    row = _referred(words, text, found)
    return [m.part() if m in row else m for m in found]


def _may_be(mention: Mention) -> bool:
    number = mention.number
    is_free = mention.kind == "bare" and mention.relation == PLAIN and mention.label.kind != THING
    return is_free and number.is_count and 0 < number.high <= _MOST


def _runs(text: str, found: list[Mention]) -> list[list[Mention]]:
    """List the numbers that stand together and have no nouns (8 + 4; 5, 2, 1)."""
    runs = [found[:1]]
    for last, mention in pairwise(found):
        if _GAP.fullmatch(text[last.end : mention.number.start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [run for run in runs if len(run) >= _SEVERAL and _is_alone(run)]


def _is_alone(run: list[Mention]) -> bool:
    """Tell numbers that are told for themselves, behind what they count."""
    before = run[0].before
    is_first = not before.strip(_OPENING) or before.rstrip().endswith(":")
    is_last = _may_be(run[-1]) or (run[-1].kind == "general" and run[-1].relation == PLAIN)
    return is_first and not run[-1].after.strip() and is_last and all(map(_may_be, run[:-1]))


def _kinds(
    words: PeopleWords,
    text: str,
    run: list[Mention],
    found: list[Mention],
    between: re.Pattern[str] = _ITEMS,
) -> list[tuple[int, int]]:
    """List where kinds of people are named in front of a run of numbers."""
    place, kinds = 0, []
    told = text[: run[0].number.start]
    tail = words.sums.kinds_tail.search(told)
    for item in between.split(told[: tail.start()] if tail else told):
        start = text.index(item, place)
        place = start + len(item)
        counted = [m for m in found if start <= m.number.start < place]
        counted = [m for m in counted if m.kind in PEOPLE or m.number.high > 1]  # 并成一个部
        if is_kind(words, item.strip()) if not counted else _is_one(counted):
            kinds.append((start, place))
    return kinds


def _is_one(counted: list[Mention]) -> bool:
    """Tell one who is counted as a kind of its own (SDRs book, AEs close, one manager: 5, 2, 1)."""
    return len(counted) == 1 and counted[0].number.high == 1 and counted[0].kind in PEOPLE


def is_kind(words: PeopleWords, item: str) -> bool:
    """Tell whether an item of a list begins with people or is the name of a team."""
    noun = words.nouns.at(item, 0)
    is_thing = noun is not None and noun.value in ("thing", "group")
    is_people = noun is not None and noun.value in PEOPLE
    is_people = is_people or words.english_endings.match(item) is not None
    is_said = words.at_work.kinds.match(item) is not None
    return is_said or (not is_thing and (is_people or is_team(words, item)))


def _referred(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Find the row of numbers of which it is said behind them that they are people."""
    row: list[Mention] = []
    for mention in found:
        start = mention.number.start - len(mention.before)
        end = row[-1].end + len(row[-1].after) if row else start
        is_next = _NEXT.fullmatch(text[end:start]) is not None
        row = [*(row if is_next else ()), mention] if _is_item(words, mention) else []
        end = mention.end + len(mention.after)
        is_said = any(words.at_work.referred.match(text, place) for place in (mention.end, end))
        if len(row) >= _SEVERAL and is_said:
            return row
    return []


def _is_item(words: PeopleWords, mention: Mention) -> bool:
    """Tell a number with a name beside it (Kyiv has 5; 6 Hindi)."""
    after = mention.after.partition(":")[0].strip()  # Leeds 12, York 6: both ring farmers
    before = mention.before.rpartition(":")[2].strip()
    named = f"{before} {after}".split()
    is_short = 0 < len(named) <= _MOST_WORDS and bool(before) != bool(after)
    return is_short and _may_be(mention) and not words.shifts.search(" ".join(named))
