"""Working out what a team is to become, and what it was before (5 granted, double, 20 missing 4).

All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.labels import PARTS
from flows.counts.mention import Mention
from flows.counts.people_range import PeopleRange, last_of, range_of, sum_of
from flows.counts.people_words import (
    ACTUAL,
    FEWER,
    IGNORE,
    KEPT,
    MORE,
    NOW,
    PLAIN,
    TARGET,
    PeopleWords,
)
from flows.sums.changes import JOINS, is_before

_THERE = (PLAIN, ACTUAL)
_CLAUSE = 8  # characters in front of a hire
_COUNTED = ("general", "job", "bare")


def with_granted(
    words: PeopleWords,
    text: str,
    found: list[Mention],
    current: PeopleRange | None,
    target: PeopleRange | None,
) -> PeopleRange | None:
    """Tell whether what was granted is on top of the team or all of it (批了5个, budget for 25)."""
    given = [m for m in found if is_granted(words, text, m)][-1:]
    size = sum_of(given)
    if only_granted(words, text, [m for m in found if m.is_people], current):
        return target
    if current is None or size is None or given[0].relation not in (TARGET, MORE, PLAIN):
        return target
    aimed = sum_of(
        [m for m in found if m.relation == TARGET and m.is_people and m not in given][-1:]
    )
    added = range_of(current.low + size.low, current.high + size.high)
    said = given[0].before + text[given[0].number.end : given[0].end] + given[0].after
    is_on_top = words.sums.on_top_of_team.search(said) is not None
    if size.low > current.high and aimed != added and not is_on_top:
        return size
    return aimed or added


def with_unchanged(
    words: PeopleWords, text: str, people: list[Mention], size: PeopleRange | None, relation: str
) -> PeopleRange | None:
    """Add those who stay as they are to what one part is or shall be (晚班加到6个，白班8个不变)."""
    changed = [m for m in people if m.relation == relation]
    kept = [m for m in people if m.relation in _THERE and _stays(words, text, m)]
    if size is None or len(changed) != 1 or not kept:
        return size
    low, high = sum(m.number.low for m in kept), sum(m.number.high for m in kept)
    return range_of(size.low + low, size.high + high)


def _stays(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell who stays as it is, also where that is said later (早班5个，晚班加到6个，早班不变)."""
    if words.after[KEPT].match(mention.after):
        return True
    name = mention.label.name
    again = text.find(name, mention.end) if name and mention.label.kind in PARTS else -1
    return again > 0 and words.after[KEPT].match(text, again + len(name)) is not None


def only_granted(
    words: PeopleWords, text: str, people: list[Mention], current: PeopleRange | None
) -> bool:
    """Tell posts that were granted where nobody else is told of (老板批了5个名额)."""
    is_alone = len(people) == 1 and people[0].relation == PLAIN and current == sum_of(people)
    return is_alone and is_granted(words, text, people[0])


def before_granted(words: PeopleWords, text: str, found: list[Mention]) -> PeopleRange | None:
    """Take what there was before some were granted (批了三个，原本5个人)."""
    return original(words, found) if any(is_granted(words, text, m) for m in found) else None


def is_granted(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell whether people or posts were granted (批了5个, 3 vacancies approved)."""
    before = mention.before.rstrip()
    if words.sums.posts.match(text, mention.number.end) and mention.number.is_count:
        return words.sums.granting.search(before) is not None
    is_people = mention.is_people and not words.after[MORE].search(mention.after)
    return is_people and words.sums.granted.search(before) is not None


def original(words: PeopleWords, found: list[Mention]) -> PeopleRange | None:
    """Take what there was for what there is, where nothing else is said (想补2个，原来5个)."""
    return sum_of(
        [m for m in found if m.kind in _COUNTED and words.original.search(m.before.rstrip())][-1:]
    )


def only_original(words: PeopleWords, text: str, found: list[Mention]) -> PeopleRange | None:
    """Take what there was where no other people are told of (原来三十个接线员; 忙的时候三个人)."""
    people = [m for m in found if m.is_people]
    is_alone = len(people) == 1 and people[0].relation == IGNORE and not text.isascii()
    later = [m for m in found if is_alone and m.number.start > people[0].end]
    is_alone = is_alone and not any(m.kind == "bare" and m.number.is_count for m in later)
    is_counted = is_alone and people[0].kind in ("general", "job")
    return original(words, people) if is_counted else None


def grown(
    words: PeopleWords, text: str, people: list[Mention], current: PeopleRange | None
) -> PeopleRange | None:
    """Work out a target said as "five more" or "double"; of nobody yet, those are all."""
    more = sum_of(_wanted(words, text, people)) or _one_hired(words, text)
    if more and (current is None or current.high == 1) and words.none_so_far.search(text):
        return more
    if current is None:
        return more if words.nobody_yet.search(text) else None
    if factor := _factor(words, text):
        return range_of(factor * current.low, factor * current.high)
    return range_of(current.low + more.low, current.high + more.high) if more else None


def _one_hired(words: PeopleWords, text: str) -> PeopleRange | None:
    """Find one without a number who is to be hired for sure (下个月再招个美工)."""
    for cue in words.sums.one_hire.finditer(text):
        clause = text[max(0, cue.start() - _CLAUSE) : cue.end()]
        job = words.nouns.at(text, cue.end())
        if job and job.value == "job" and words.sums.in_doubt.search(clause) is None:
            return range_of(1, 1)
    return None


def _wanted(words: PeopleWords, text: str, people: list[Mention]) -> list[Mention]:
    """List who is wanted last, in one breath (再补3个运营2个美工; 3 in May, another 4 in July)."""
    wanted = [m for m in people if m.relation == MORE]
    run = wanted[-1:]
    for mention in reversed(wanted[:-1]):
        is_next = run[0].before.strip() in JOINS or is_before(words, mention, run[0])
        if not is_next and not _is_later(words, text, mention, run[0]):
            break
        run.insert(0, mention)
    return run


def _is_later(words: PeopleWords, text: str, first: Mention, second: Mention) -> bool:
    """Tell those who come at another time (3 more in May and another 4 in July)."""
    gap = text[first.end : second.number.start]
    is_more = words.added.search(second.before.rstrip()) is not None or bool(
        words.after[MORE].match(second.after)
    )
    return is_more and words.sums.over_time.fullmatch(gap) is not None


def exchanged(
    words: PeopleWords,
    text: str,
    people: list[Mention],
    found: list[Mention],
    current: PeopleRange | None,
) -> PeopleRange | None:
    """Work out a target said as "two are to go, four more to come"."""
    left, more = shrunk(words, found, current), sum_of(_wanted(words, text, people))
    return range_of(left.low + more.low, left.high + more.high) if left and more else None


def shrunk(
    words: PeopleWords, found: list[Mention], current: PeopleRange | None
) -> PeopleRange | None:
    """Work out a target said as "six are to go"."""
    if current is None:
        return None
    going = [m for m in found if m.kind in _COUNTED and _is_to_go(words, m)]
    if len(going) != 1:
        return None
    return _less(current.low, current.high, going[0])


def _is_to_go(words: PeopleWords, mention: Mention) -> bool:
    if mention.relation != IGNORE:  # as `people` reads them
        return False
    before = words.fewer.search(mention.before.rstrip())
    return bool(before or words.after[FEWER].match(mention.after))


def _less(low: int, high: int, gone: Mention) -> PeopleRange | None:
    return (
        range_of(low - gone.number.high, high - gone.number.low) if gone.number.high < low else None
    )


def _factor(words: PeopleWords, text: str) -> int | None:
    if words.held.no_people.search(text):  # 业绩想翻倍，人不想翻
        return None
    if words.twice.search(text):
        return 2
    if words.thrice.search(text):
        return 3
    return 4 if words.sides.fourfold.search(text) else None


def _is_speaker(words: PeopleWords, mention: Mention) -> bool:
    """Tell the one who speaks (目前还没有人，就我一个光杆司令)."""
    return mention.number.high == 1 and words.us_two.search(mention.before.rstrip()) is not None


def before_hiring(
    words: PeopleWords,
    text: str,
    people: list[Mention],
    current: PeopleRange | None,
    target: PeopleRange | None,
) -> tuple[PeopleRange | None, PeopleRange | None]:
    """Work out the team from what it is to become (5 more take us to 17; nobody hired yet)."""
    more = last_of(people, MORE)
    if only_granted(words, text, people, current):
        return None, current
    if current is None and target and more and target.low > more.high:
        return range_of(target.low - more.low, target.high - more.high), target
    is_first = [m.relation for m in people] == [PLAIN] and words.sums.first_hired.search(
        text
    ) is not None
    is_there = any(m.relation in NOW for m in people)  # 收回来自己做，招了7个，就剩六个
    is_there = is_there or any(words.sums.of_a_shop.match(m.after) for m in people)
    is_there = is_there or any(_are_owners(words, text, m) or _is_speaker(words, m) for m in people)
    is_nobody = not is_there and words.nobody_yet.search(text) is not None
    if current and not target and (is_first or is_nobody):
        return None, current
    return current, target


def _are_owners(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell those who begin without anybody else (two of us founders, no employees yet)."""
    said = text[mention.number.end : mention.end].strip()
    named = said.removeprefix("of us") + mention.after
    return said == "of us" or words.sums.owners.match(named.strip()) is not None
