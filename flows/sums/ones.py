"""People named without a number: 我和老婆, 还有老板和财务, "a manager and me".

Each is one person. All words come from `sizes.toml` and the names of the roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from flows.counts.duties import duties
from flows.counts.mention import Label, Mention
from flows.counts.named import row_in_front
from flows.counts.people_words import IGNORE, MORE, PLAIN, PeopleWords
from flows.sums.listed import listed
from flows.sums.roll_call import named_in_rows
from flows.text.numbers import Number

_FEW = 10  # people beside whom a speaker works
_FEWEST = 3  # jobs of a list whose leader speaks
_MANY = 20  # people without a number that are looked at
_NAMING, _LONGEST_GAP = ("", "and", "called", "named"), 9  # words, characters
_TIMES = re.compile(
    r" ?(?:x ?|\()\d| (?:couple|pair|duo|trio)(?![a-z])"
)  # behind who is counted (designer x2)
_AND = re.compile(r" (?:and|n|&) ")
_SEVERAL = ("ers", "ors", "ists", "nts")  # at the end of a noun for more than one
_COMMA, _JOINING = (",", " "), "和跟与同加带"
_JOB = Label("", "job", is_summed=False)


def ones(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Find the people named without a number, in order; `found` are the numbers of the text."""
    return list(_ones(words, text, tuple(found)))


@lru_cache(maxsize=64)  # sizes and doubts ask about the same message
def _ones(words: PeopleWords, text: str, numbers: tuple[Mention, ...]) -> tuple[Mention, ...]:
    found = list(numbers)
    taken = [(m.number.start, m.end) for m in found if m.is_people]
    people = [m for m in found if m.is_people and m.relation != IGNORE]  # 从我一个人做到请了五个
    labelled = {m.number.start for m in people if m.number.high == 1}
    headed = {m.number.start - len(m.before): m.label.name for m in people if _is_named_first(m)}
    taken += [span for m in people if (span := row_in_front(words, text, m))]
    taken += [cue.span() for cue in islice(words.sums.one_hire.finditer(text), _MANY)]
    spans: list[tuple[int, int]] = []
    jobs = [*listed(words, text, found), *islice(_named_jobs(words, text), _MANY)]
    jobs = [span for span in jobs if not _are_others(words, text, found, span)]
    named = chain(
        islice(_relatives(words, text), _MANY),
        _leading(words, text, found, jobs),
        _doing_too(words, text, found),
        duties(words, text, found),
        named_in_rows(words, text, found),
        iter(jobs),
        (cue.span() for cue in islice(words.with_others.finditer(text), _MANY)),
    )
    for start, end in sorted(set(named), key=lambda span: (span[0], -span[1])):
        is_counted = any(start < until and begin < end for begin, until in taken)
        is_over = words.ones_over.match(text, start) is not None
        is_name = not is_over and words.name.match(text, start) is not None
        is_again = _is_named_already(words, text, spans, start, end, is_name=is_name)
        if is_name and any(_names_those(text[until:start]) for _, until in taken if until < start):
            taken.append((start, end))
        elif not (
            is_counted
            or is_again
            or end in labelled
            or (is_name and _are_several(text, people, start, end))
            or _is_heading(words, headed.get(start, ""), text[start:end])
            or _TIMES.match(text, end)
            or _is_told_anew(text, found, start, end)
            or words.sums.gone_one.match(text, end)
        ):
            spans.append((start, end))
    spans = _once(words, text, spans)
    again = _said_again(words, text, spans, taken)
    return tuple(
        _one(*span, people=2 if _is_pair(words, text[slice(*span)]) else 1)
        for span in spans
        if span not in again
    )


def _is_named_first(mention: Mention) -> bool:
    """Tell several who are named by a job in front of their number (合伙人三个，客服六个)."""
    is_bare = mention.kind == "bare" and mention.label.kind == "job"
    return is_bare and mention.before == mention.label.name


def _are_several(text: str, people: list[Mention], start: int, end: int) -> bool:
    """Tell a name at the end of what those are called who are counted next (仓库阿伯两位)."""
    is_last = text[start - 1 : start].isalpha() and text[start - 1] not in _JOINING
    several = (m for m in people if m.number.start == end and m.number.high > 1)
    return is_last and any(len(m.before) > end - start for m in several)


def _is_heading(words: PeopleWords, label: str, said: str) -> bool:
    return label.startswith(said) and not is_speaker(words, said)


def _is_named_already(
    words: PeopleWords,
    text: str,
    spans: list[tuple[int, int]],
    start: int,
    end: int,
    *,
    is_name: bool,
) -> bool:
    """Tell whether somebody is in what was found before (个, then 经理; not 和, then 老公)."""
    for begin, until in spans:
        is_next = start == until and not (is_name or words.with_others.match(text, begin))
        if (start < until or is_next) and begin < end:
            return True
    return False


def _is_told_anew(text: str, found: list[Mention], start: int, end: int) -> bool:
    """Tell a leader who was just counted (我带一个组长，组长带九个电销)."""
    nouns = (text[m.number.end : m.end] for m in found if m.is_people and m.end < start)
    return len(text[start:end]) > 1 and any(n.endswith(text[start:end]) for n in nouns)


def _said_again(
    words: PeopleWords, text: str, spans: list[tuple[int, int]], taken: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """List where the speaker is named again; kept is who is joined to a count (我和两个朋友)."""
    unnamed = [span for span in spans if words.with_others.match(text, span[0])]
    speakers = [s for s in spans if s not in unnamed and _names_speaker(words, text[slice(*s)])]
    gaps = {end: [text[end:start] for start, _ in taken if start >= end] for _, end in speakers}
    joined = [s for s in speakers if any(map(words.one_joined.fullmatch, gaps[s[1]]))]
    kept = (joined or speakers or unnamed)[:1]
    return [span for span in (*speakers, *unnamed) if span not in kept]


def _names_speaker(words: PeopleWords, said: str) -> bool:
    """Tell whoever speaks, alone or behind another (my wife and I)."""
    return is_speaker(words, said) or _AND.split(said)[-1] in words.speaker


def _leading(
    words: PeopleWords, text: str, found: list[Mention], jobs: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Find a speaker who leads those whose parts are listed (文案2，设计1，我是总监)."""
    people = [m for m in found if m.is_people and m.relation != MORE]
    parts = [m for m in people if m.kind == "job" or m.is_part]
    if any(_are_partners(words, text, m) for m in people):
        return
    is_list = not people and len(jobs) >= _FEWEST  # designer, editor, buyer and i supervise
    if is_list or len(parts) == len(people) > 1:
        yield from (cue.span() for cue in words.ones_leading.finditer(text))


def _are_partners(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell people with whom the speaker was counted (姊妹四人开店，我是老大，另请两个)."""
    is_named = words.speakers.partners.search(text[: mention.number.start]) is not None
    return is_named and words.speakers.acting.match(mention.after) is not None


def _are_others(words: PeopleWords, text: str, found: list[Mention], span: tuple[int, int]) -> bool:
    """Tell what all others of a whole do from somebody of that job (18人，10人白班，剩下夜班)."""
    cues = (cue.span() for cue in words.held.others.finditer(text))
    return any(
        start < span[0] <= end + 1 and any(m.end <= start and m.number.high > 1 for m in found)
        for start, end in cues
    )


def _doing_too(words: PeopleWords, text: str, found: list[Mention]) -> Iterator[tuple[int, int]]:
    """Find a speaker who does something beside others (two girls host the lives, I pack)."""
    people = [m for m in found if m.is_people and m.relation == PLAIN]
    if len(people) == 1 and people[0].number.high <= _FEW and _is_busy(people[0]):
        behind = (cue.span() for cue in words.ones_doing_too.finditer(text))
        end = people[0].end
        yield from (
            s for s in behind if s[0] > end and not words.sentence_end.search(text, end, s[0])
        )


def _is_busy(mention: Mention) -> bool:
    return bool(mention.after.strip()) or mention.kind == "job"


def _once(words: PeopleWords, text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out whoever was named before by the same word (同弟弟开店, then 弟弟 again; hubby)."""
    said = [_without_my(words, text[slice(*span)]) for span in spans]
    return [
        span
        for i, span in enumerate(spans)
        if said[i] not in said[:i]
        or (said[i].isascii() and words.rolls.kin.fullmatch(said[i]) is None)
        or said[i] in words.speaker
        or said[i] == "个"
    ]


def _without_my(words: PeopleWords, said: str) -> str:
    """Name a relative alike with and without an article (my hubby; later: hubby)."""
    name = said.removeprefix("my ").removeprefix("our ")
    return name if words.rolls.kin.fullmatch(name) else said


def _is_pair(words: PeopleWords, said: str) -> bool:
    """Tell two people in one word, or joined to whoever speaks (my wife and I)."""
    is_pair = said in words.pairs or said.removeprefix("我") in words.pairs
    is_pair = is_pair or (not said.isascii() and said.endswith(tuple(words.pairs)))  # 店长夫妇
    return is_pair or _AND.split(said)[-1] in words.speaker - {said}


def is_speaker(words: PeopleWords, said: str) -> bool:
    """Tell whoever speaks, also with a verb in front (都是我)."""
    return said in words.speaker or said.lstrip("就都也还是由系") in words.speaker


def _names_those(gap: str) -> bool:
    """Tell whether somebody called by name was just counted (3 lads, Kyle, Ash and Danny)."""
    return gap.strip(" ,:(") in _NAMING and (len(gap) < _LONGEST_GAP)


def _one(start: int, end: int, people: int) -> Mention:
    number = Number(start, end, people, people)
    return Mention(number, end, "job", label=_JOB, is_part=True, is_people=True)


def _relatives(words: PeopleWords, text: str) -> Iterator[tuple[int, int]]:
    """Find the speaker and relatives (我和老婆); who is at work counts beside a relative only."""
    over = (found.span() for found in islice(words.ones_over.finditer(text), _MANY))
    others = [*over, *(found.span() for found in islice(words.ones.finditer(text), _MANY))]
    others = _introduced(words, text, others)
    yield from others
    if others:
        yield from (found.span() for found in words.ones_beside.finditer(text))


def _introduced(
    words: PeopleWords, text: str, others: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Leave out a name by which somebody is called (my name is Dave; one of them, Sue)."""
    kept = [s for s in others if not words.sums.said_of.search(text[max(0, s[0] - _MANY) : s[0]])]
    is_name_only = len(kept) < len(others) and all(
        is_speaker(words, text[slice(*span)]) for span in kept
    )
    return [] if is_name_only else kept


def _named_jobs(words: PeopleWords, text: str) -> Iterator[tuple[int, int]]:
    """Find jobs behind words such as 还有, joined to each other (还有老板和财务)."""
    for cue in words.ones_behind.finditer(text):
        place, is_counted = cue.end(), False
        while article := words.one_article.match(text, place):
            end = _end_of_job(words, text, place, article.end())
            if not end or not words.one_ends.match(text, end):
                break
            is_apart = is_counted and not (article.group().strip() or text.isascii())
            if is_apart and text[place - 1] in _COMMA:  # 还有一位副理，电话客服
                break
            is_counted = is_counted or bool(article.group().strip())
            yield article.end(), end
            joined = words.one_joined.match(text, end)
            if joined is None:
                break
            place = joined.end()


def _end_of_job(words: PeopleWords, text: str, place: int, start: int) -> int:
    """Find the end of a job that begins at `start`, behind an article at `place`; 0 if none."""
    noun = words.nouns.at(text, start)
    if noun and noun.value == "job" and words.one_ends.match(text, noun.end):
        is_bare = start == place and noun.phrase.isascii()
        is_several = noun.phrase.endswith(_SEVERAL)
        is_other = is_bare and (is_several or words.labels.fullmatch(noun.phrase) is not None)
        return 0 if is_other else noun.end
    other = words.one_jobs.match(text, start) if place < start else None
    is_thing = noun is not None and noun.value == "thing"
    return other.end() if other and not is_thing else 0
