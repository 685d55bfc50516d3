"""Reading channels from a folded text. All words come from `slots.toml`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TypeAlias

from flows.briefs.apart import (
    is_counted,
    is_few,
    is_in,
    labels_of,
    not_in,
    of_heading,
    telling,
    told_apart,
    with_names,
    without_heading,
)
from flows.briefs.denied import WINDOW, done_elsewhere, not_denied, not_yet
from flows.briefs.own_team import not_of_callers, not_of_customers, not_of_parts, of_own_team
from flows.briefs.shop import task_spans, without_roles
from flows.briefs.slot_words import SlotWords
from flows.text.cues import Cues
from flows.text.phrases import Found, Phrases

_SHOP = "ecommerce"
_PAIR = 2  # channels
_Cues: TypeAlias = list[Found[str]]
_Spans: TypeAlias = tuple[tuple[int, int], ...]  # where counted people, or a job, are spoken of
_MANY = 12  # words of one kind that are looked at; no description of a team has more


def _no_sides(_: Iterable[int]) -> tuple[tuple[int, int], ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels of a text in the order they are named, and the one to plan first."""

    first: str | None
    named: tuple[str, ...]


def read_channels(
    words: SlotWords,
    text: str,
    counted: Iterable[tuple[int, int]],
    jobs: tuple[tuple[int, int], ...] = (),
    sides: Callable[[Iterable[int]], tuple[tuple[int, int], ...]] = _no_sides,
) -> Channels:
    """Read the channels of a folded text; `counted` are the places of counted parts.

    `jobs` are where counted people are named by their work; beside a channel that is named freely,
    they name none (we sell online, one of us does the ads). `sides` tells by the places of words
    where counted people are spoken of; two that differ are both meant (10 sell, 7 answer).

    A counted role (3个客服) names no channel by itself; it is used when nothing else does, or
    where every part is named like a channel (电销20人，客服10人). What tells a channel with more
    doubt counts where nothing else does, or is told as done, too (又要回消息).
    """
    text = _blank(text, words.masked)
    spans = without_heading(text, counted, words.headed)
    cues = not_of_callers(channel_cues(words, text), text, words.rung_by)
    spans = with_names(text, spans, cues, words.bare)
    said = not_denied(words, text, cues) or not_yet(words, text, cues)
    loose = _loosely(words, text)
    weak = not_denied(words, text, islice(words.weak.all(text), _MANY))
    said = done_elsewhere(words, text, said, [*loose, *weak])
    tasks = task_spans(words, text, [*said, *loose])
    said, weak = not_in(said, tasks), not_in(weak, tasks)
    kept = [cue for cue in said if not is_counted(words.weak.values, text, cue, spans)]
    kept = _without_either(words, text, _not_of_jobs(text, kept, spans, jobs))
    loose = not_in((cue for cue in loose if cue not in cues), tasks)
    listed = _listed(telling(text, spans, words.neutral), [*said, *loose], kept)
    joined = _joined(words, text, kept, weak)
    kept = [*without_roles(words, text, [*kept, *joined], weak), *listed]
    kept.sort(key=lambda cue: cue.start)
    named_ones = tuple(s for s in spans if not words.bare.fullmatch(text[slice(*s)]))
    kept = not_of_parts(text, _asked_about(words, text, kept), named_ones)
    kept = of_heading(text, _without_others(words, text, kept, loose, weak), spans)
    firm = [*said, *(cue for cue in loose if cue not in said)]
    if apart := _apart(words, text, firm, weak, sides):
        return Channels(None, apart)
    if not kept:
        return _unnamed(words, text, _free_of_parts(loose, spans), weak, spans)
    named = _channels_of([*kept, *(cue for cue in loose if _is_also(words, text, cue, kept))])
    first = {f.value for f in kept if _is_first(words, text, f)}
    return Channels(_only(first) or _only(named), named)


def _not_of_jobs(text: str, kept: _Cues, spans: _Spans, jobs: _Spans) -> _Cues:
    """Leave out what is in the name of a job, where a word beside those counted tells a channel."""
    inside = (*spans, *jobs)
    free = [c for c in kept if not any(is_in(c, s) for s in inside) and not is_few(text, c)]
    return [c for c in kept if not free or not any(is_in(c, job) for job in jobs)]


def _unnamed(words: SlotWords, text: str, loose: _Cues, weak: _Cues, spans: _Spans) -> Channels:
    """Give the channels that no word names: told with more doubt, or by most of the roles."""
    if heard := _heard(words, text, loose):
        return Channels(_only(heard), heard)
    return _most(weak, [span for span in spans if not words.neutral.search(text[slice(*span)])])


def _apart(
    words: SlotWords,
    text: str,
    firm: list[Found[str]],
    weak: list[Found[str]],
    sides: Callable[[Iterable[int]], tuple[tuple[int, int], ...]],
) -> tuple[str, ...]:
    """Give the channels of two counted sides, told by words, by work, or by one role's label."""
    told = [cue for cue in firm if cue.phrase not in words.weak.values]
    told += [cue for cue in weak if words.by_work.search(text[: cue.start])]
    if len({cue.value for cue in (*told, *weak)}) < _PAIR:
        return ()
    where = sides(cue.start for cue in told)
    return told_apart([*told, *labels_of(weak, where, told)], where)


def channel_cues(words: SlotWords, text: str) -> list[Found[str]]:
    """Find plain words and patterns, in order."""
    plain = list(islice(words.cues.all(text), _MANY))
    taken = {cue.start for cue in plain}
    loose = text.replace("-", " ")
    if loose != text:
        plain += [c for c in islice(words.cues.all(loose), _MANY) if c.start not in taken]
    matched = [
        Found(found.start(), found.end(), found.group(), channel)
        for channel, cues in words.patterns.in_text(text)
        for found in islice(cues.finditer(text), _MANY)
    ]
    spans = [(m.start, m.end) for m in matched if not words.joins.search(m.phrase)]
    plain = [
        p for p in plain if not any(is_in(p, s) and p.end - p.start < s[1] - s[0] for s in spans)
    ]
    free = [m for m in matched if not any(m.start < p.end and p.start < m.end for p in plain)]
    return sorted([*plain, *free], key=lambda cue: cue.start)[:_MANY]


def _without_others(words: SlotWords, text: str, kept: _Cues, loose: _Cues, weak: _Cues) -> _Cues:
    """Leave out the channels of customers and of the company around the team."""
    told = [*kept, *loose, *weak]
    ours = not_of_customers(text, told, sold_to=words.sold_to, done_for=words.done_for)
    ours = [cue for cue in ours if cue in kept or cue in loose]
    return of_own_team(
        text,
        [cue for cue in ours if cue not in loose] or ours if kept else [],
        given_away=words.given_away,
        of_company=words.of_company,
        of_team=words.of_team,
    )


def _loosely(words: SlotWords, text: str) -> list[Found[str]]:
    """Find what tells a channel with more doubt: it counts where no word names any channel."""
    found = (
        Found(match.start(), match.end(), match.group(), channel)
        for channel, cues in words.loose.in_text(text)
        for match in islice(cues.finditer(text), _MANY)
    )
    return not_denied(words, text, sorted(found, key=lambda cue: cue.start))


def _free_of_parts(loose: list[Found[str]], spans: tuple[tuple[int, int], ...]) -> list[Found[str]]:
    """Leave out the work of one of several counted parts, unless each part has such work."""
    told = [any(is_in(cue, span) for cue in loose) for span in spans]
    is_of_parts = len(spans) > 1 and not all(told)
    return [c for c in loose if not is_of_parts or not any(is_in(c, span) for span in spans)]


def _heard(words: SlotWords, text: str, loose: list[Found[str]]) -> tuple[str, ...]:
    """Give the channel that is told with more doubt; several only where that is said."""
    heard = _channels_of(loose)
    is_joined = any(_are_joined(words.listed, text, *p) for p in pairwise(loose))
    is_clear = len(heard) <= 1 or is_joined or any(_is_also(words, text, c, ()) for c in loose)
    return heard if is_clear else ()


def _is_also(words: SlotWords, text: str, cue: Found[str], kept: Collection[Found[str]]) -> bool:
    """Tell whether work is done, too; beside a shop, where few do all, only where that is said."""
    before = text[max(0, cue.start - WINDOW) : cue.start]
    is_shop = _SHOP in {cue.value, *(other.value for other in kept)}
    is_next = bool(kept) and not is_shop and words.and_work.search(before) is not None
    return is_next or words.also.search(before) is not None


def _channels_of(cues: Iterable[Found[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cue.value for cue in cues))


def _listed(
    spans: tuple[tuple[int, int], ...], said: list[Found[str]], kept: list[Found[str]]
) -> list[Found[str]]:
    """Find the channels of counted parts, where each part has one and none is named beside them."""
    found = [cue for span in spans if (cue := next((c for c in said if is_in(c, span)), None))]
    is_free = any(not any(is_in(cue, span) for span in spans) for cue in kept)
    return found if len(found) == len(spans) > 1 and not is_free else []


def _joined(
    words: SlotWords, text: str, kept: list[Found[str]], weak: list[Found[str]]
) -> list[Found[str]]:
    """Find channels that are joined to one that is named (客服、推广)."""
    between = words.listed if len(_channels_of(kept)) == 1 else words.enumerated
    return [cue for cue in weak if any(_are_joined(between, text, cue, other) for other in kept)]


def _without_either(words: SlotWords, text: str, kept: list[Found[str]]) -> list[Found[str]]:
    """Leave out a call center where the calls are told (a call center for outbound sales)."""
    told = [cue for cue in kept if cue.phrase not in words.either and cue.value == "telesales"]
    return [
        cue
        for cue in kept
        if cue.phrase not in words.either
        or not told
        or any(_are_joined(words.listed, text, cue, other) for other in told)
    ]


def _asked_about(words: SlotWords, text: str, kept: list[Found[str]]) -> list[Found[str]]:
    """Keep what is asked about, where that is said (我们有电销，我问的是客服)."""
    asked = [c for c in kept if words.asked_about.search(text[max(0, c.start - WINDOW) : c.start])]
    named = {c.value for c in asked}
    return [
        c
        for c in kept
        if not asked
        or c.value in named
        or any(_are_joined(words.listed, text, c, a) for a in asked)
    ]


def _are_joined(between: Cues, text: str, cue: Found[str], other: Found[str]) -> bool:
    first, second = sorted((cue, other), key=lambda one: one.start)
    is_joined = between.fullmatch(text[first.end : second.start])
    return cue.value != other.value and is_joined is not None


def _most(weak: list[Found[str]], spans: list[tuple[int, int]]) -> Channels:
    """Take the channel that most of the roles named, and half of those counted, belong to."""
    counts = Counter(found.value for found in weak).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return Channels(None, ())
    channel = counts[0][0]
    own = [cue for cue in weak if cue.value == channel]
    covered = sum(any(start <= cue.start <= end + 1 for cue in own) for start, end in spans)
    return Channels(channel, (channel,)) if 2 * covered >= len(spans) else Channels(None, ())


def _blank(text: str, phrases: Phrases[str]) -> str:
    for found in phrases.all(text):
        text = text[: found.start] + " " * len(found.phrase) + text[found.end :]
    return text


def _only(named: Iterable[str]) -> str | None:
    found = tuple(named)
    return found[0] if len(found) == 1 else None


def _is_first(words: SlotWords, text: str, cue: Found[str]) -> bool:
    before = words.not_negation.blank(text[max(0, cue.start - WINDOW) : cue.start])
    return bool(words.first.search(before) or words.first_after.match(text, cue.end))


def blanked_slots(words: SlotWords, text: str) -> str:
    """Put spaces in place of the words for channels and stages."""
    text = _blank(text, words.cues)
    for cues in words.stages.values():
        text = cues.blank(text)
    return text
