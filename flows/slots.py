"""Reading channel, stage and variants from a folded text. All words come from `slots.toml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from flows.cues import Cues, EndCues, Table
from flows.numbers import numbers
from flows.numerals import Numerals
from flows.phrases import Found, Phrases
from flows.sizes import Sizes

_WINDOW = 18  # characters in front of a word in which "not" or "first" may stand
_MANY = 12  # words of one kind that are looked at; no description of a team has more
_SMALL = 3  # people; a bigger team has left the stage of an idea


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels of a text in the order they are named, and the one to plan first."""

    first: str | None
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlotWords:
    """The words of `slots.toml`."""

    names: dict[str, str]
    cues: Phrases[str]
    patterns: dict[str, Cues]
    weak: Phrases[str]
    masked: Phrases[str]
    negation: EndCues
    not_negation: Cues
    denied_after: Cues
    joined: Cues
    listed: Cues
    neutral: Cues
    first: EndCues
    first_after: Cues
    stages: dict[str, Cues]
    idea: Cues
    masked_stage: Cues
    not_age: Cues
    time: Cues
    years: Cues
    months: Cues
    mature_years: int
    stage_answers: dict[str, str]
    variants: dict[str, Cues]
    variant_channels: dict[str, str]
    no_variant: EndCues

    @classmethod
    def of(cls, table: Table, numeral: str) -> SlotWords:
        """Read `slots.toml`; `numeral` is the pattern that {n} stands for."""
        channels, stages = table.table("channels"), table.table("stages")
        near, said = table.table("channel_words"), table.table("stage_words")
        verbs = "|".join(near.words("first_verbs"))
        return cls(
            names=_by_word(channels, "names"),
            cues=Phrases(_by_word(channels, "cues")),
            patterns={c: channels.table(c).cues("patterns") for c in channels.names},
            weak=Phrases(_by_word(channels, "weak")),
            masked=Phrases(dict.fromkeys(near.words("masked"), "")),
            negation=near.end_cues("negation"),
            not_negation=near.cues("not_negation"),
            denied_after=near.cues("denied_after"),
            joined=near.cues("joined"),
            listed=near.cues("listed"),
            neutral=near.cues("neutral"),
            first=EndCues(f"{word} ?(?:{verbs})?" for word in near.words("first")),
            first_after=near.cues("first_after"),
            stages={key: stages.table(key).cues("cues") for key in stages.names},
            idea=stages.table("startup").cues("idea"),
            masked_stage=said.cues("masked"),
            time=said.cues("time"),
            mature_years=int(said.number("mature_years")),
            **{key: _with_number(said, key, numeral) for key in ("not_age", "years", "months")},
            stage_answers=_answers(table.table("stage_answers")),
            variants={
                key: table.table("variants").cues(key) for key in table.table("variants").names
            },
            variant_channels=table.table("variant_channels").texts(),
            no_variant=table.table("variant_words").end_cues("negation"),
        )


def _by_word(channels: Table, key: str) -> dict[str, str]:
    return {word: c for c in channels.names for word in channels.table(c).words(key)}


def _with_number(table: Table, key: str, numeral: str) -> Cues:
    return Cues(pattern.replace("{n}", f"(?:{numeral})") for pattern in table.words(key))


def _answers(table: Table) -> dict[str, str]:
    return {word: stage for stage in table.names for word in table.words(stage)}


def read_channels(words: SlotWords, text: str, counted: Iterable[tuple[int, int]]) -> Channels:
    """Read the channels of a folded text; `counted` are the places of counted parts.

    A counted role (3个客服) names no channel by itself; it is used when nothing else does, or
    where every part is named like a channel (电销20人，客服10人).
    """
    text = _blank(text, words.masked)
    spans = tuple(counted)
    said = _not_denied(words, text, _cues(words, text))
    weak = _not_denied(words, text, islice(words.weak.all(text), _MANY))
    kept = [cue for cue in said if not _is_counted(words, cue, spans)]
    kept = sorted([*kept, *_listed(words, text, spans, said, kept, weak)], key=lambda c: c.start)
    kept = _without_roles(words, kept, weak)
    if not kept:
        own = [span for span in spans if not words.neutral.search(text[slice(*span)])]
        return _most(weak, own)
    named = tuple(dict.fromkeys(f.value for f in kept))
    first = {f.value for f in kept if _is_first(words, text, f)}
    return Channels(_only(first) or _only(named), named)


def _cues(words: SlotWords, text: str) -> list[Found[str]]:
    """Find plain words and patterns, in order."""
    plain = list(islice(words.cues.all(text), _MANY))
    taken = {cue.start for cue in plain}
    loose = text.replace("-", " ")
    if loose != text:
        plain += [c for c in islice(words.cues.all(loose), _MANY) if c.start not in taken]
    matched = [
        Found(found.start(), found.end(), found.group(), channel)
        for channel, cues in words.patterns.items()
        for found in islice(cues.finditer(text), _MANY)
    ]
    spans = [(m.start, m.end) for m in matched]
    plain = [
        p for p in plain if not any(_is_in(p, s) and p.end - p.start < s[1] - s[0] for s in spans)
    ]
    free = [m for m in matched if not any(m.start < p.end and p.start < m.end for p in plain)]
    return sorted([*plain, *free], key=lambda cue: cue.start)[:_MANY]


def _listed(
    words: SlotWords,
    text: str,
    spans: tuple[tuple[int, int], ...],
    said: list[Found[str]],
    kept: list[Found[str]],
    weak: list[Found[str]],
) -> list[Found[str]]:
    """Find channels that are listed: each of the counted parts, or joined to a channel (、推广)."""
    found = [cue for span in spans if (cue := next((c for c in said if _is_in(c, span)), None))]
    is_free = any(not any(_is_in(cue, span) for span in spans) for cue in kept)
    is_list = len(found) == len(spans) > 1 and not is_free
    joined = [cue for cue in weak if any(_are_joined(words, text, cue, other) for other in kept)]
    return [*(found if is_list else ()), *joined]


def _without_roles(
    words: SlotWords, kept: list[Found[str]], weak: list[Found[str]]
) -> list[Found[str]]:
    """Leave out 客服 among the roles of a channel that is named (网店，运营客服美工)."""
    firm = {cue.value for cue in kept if cue.phrase not in words.weak.values}
    has_roles = any(c.value in firm and c.phrase not in words.cues.values for c in weak)
    return [c for c in kept if c.value in firm] if firm and has_roles else kept


def _is_in(cue: Found[str], span: tuple[int, int]) -> bool:
    return span[0] <= cue.start and cue.end <= span[1]


def _are_joined(words: SlotWords, text: str, cue: Found[str], other: Found[str]) -> bool:
    first, second = sorted((cue, other), key=lambda one: one.start)
    between = text[first.end : second.start]
    return cue.value != other.value and bool(words.listed.fullmatch(between))


def _most(weak: list[Found[str]], spans: list[tuple[int, int]]) -> Channels:
    """Take the channel that most of the roles named, and half of those counted, belong to."""
    counts = Counter(found.value for found in weak).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return Channels(None, ())
    channel = counts[0][0]
    own = [cue for cue in weak if cue.value == channel]
    covered = sum(any(_is_in(cue, span) for cue in own) for span in spans)
    return Channels(channel, (channel,)) if 2 * covered >= len(spans) else Channels(None, ())


def _blank(text: str, phrases: Phrases[str]) -> str:
    for found in phrases.all(text):
        text = text[: found.start] + " " * len(found.phrase) + text[found.end :]
    return text


def _is_counted(words: SlotWords, found: Found[str], spans: tuple[tuple[int, int], ...]) -> bool:
    return found.phrase in words.weak.values and any(_is_in(found, span) for span in spans)


def _only(named: Iterable[str]) -> str | None:
    found = tuple(named)
    return found[0] if len(found) == 1 else None


def _not_denied(words: SlotWords, text: str, found: Iterable[Found[str]]) -> list[Found[str]]:
    """Leave out what the text says is not done, also in lists (不做电商和直播)."""
    kept: list[Found[str]] = []
    denied_until = -1
    for cue in found:
        before = words.not_negation.blank(text[max(0, cue.start - _WINDOW) : cue.start])
        goes_on = denied_until >= 0 and _goes_on(words, text[denied_until : cue.start])
        is_over = words.denied_after.match(text, cue.end) is not None
        if goes_on or is_over or words.negation.search(before):
            denied_until = cue.end
            if is_over:  # 市场和电商都没有
                _drop_joined(words, text, kept, cue.start)
        else:
            kept.append(cue)
            denied_until = -1
    return kept


def _drop_joined(words: SlotWords, text: str, kept: list[Found[str]], start: int) -> None:
    while kept and _goes_on(words, text[kept[-1].end : start]):
        start = kept.pop().start


def _goes_on(words: SlotWords, between: str) -> bool:
    return not between or words.joined.fullmatch(between) is not None


def _is_first(words: SlotWords, text: str, cue: Found[str]) -> bool:
    before = words.not_negation.blank(text[max(0, cue.start - _WINDOW) : cue.start])
    return bool(words.first.search(before) or words.first_after.match(text, cue.end))


def read_stage(words: SlotWords, numerals: Numerals, text: str, sizes: Sizes) -> str | None:
    """Read the stage of a folded text: said, or implied by age, plans and growth."""
    text = words.masked_stage.blank(text)
    counts_time = words.time.search(text) is not None
    if words.stages["startup"].search(text) or (counts_time and words.months.search(text)):
        return "startup"
    age = _age(words, numerals, words.not_age.blank(text)) if counts_time else 0
    if words.stages["mature"].search(text) or age >= words.mature_years:
        return "mature"
    if (sizes.target and _grows(sizes)) or sizes.is_adding or words.stages["growth"].search(text):
        return "growth"
    is_small = sizes.current is None or sizes.current.high <= _SMALL
    return "startup" if is_small and words.idea.search(text) else None


def _grows(sizes: Sizes) -> bool:
    """Tell growth from a plan: a target without a team is none."""
    return bool(sizes.current and sizes.target and sizes.target.high > sizes.current.high)


def _age(words: SlotWords, numerals: Numerals, text: str) -> int:
    ages = [numbers(numerals, found.group()) for found in words.years.finditer(text)]
    return max((n.high for found in ages for n in found[:1]), default=0)


def read_variants(words: SlotWords, text: str, channels: tuple[str, ...]) -> tuple[str, ...]:
    """Read the ids of the variants a folded text names, sorted; `channels` are those it names."""
    meant = (v for v, cues in words.variants.items() if _is_meant(words, text, cues))
    return tuple(sorted(v for v in meant if _may_belong(words, v, channels)))


def _may_belong(words: SlotWords, variant: str, channels: tuple[str, ...]) -> bool:
    return not channels or words.variant_channels.get(variant, channels[0]) in channels


def named_variants(words: SlotWords, text: str) -> tuple[str, ...]:
    """Read the ids of the variants a folded text names, whether it wants them or not."""
    return tuple(sorted(v for v, cues in words.variants.items() if cues.search(text)))


def _is_meant(words: SlotWords, text: str, cues: Cues) -> bool:
    return any(
        not words.no_variant.search(text[max(0, found.start() - _WINDOW) : found.start()])
        and not words.denied_after.match(text, found.end())
        for found in cues.finditer(text)
    )


def answered_stage(words: SlotWords, text: str) -> str | None:
    """Read a whole message that names a stage."""
    return words.stage_answers.get(re.sub(r"[\W_]+$", "", text))


def blanked_slots(words: SlotWords, text: str) -> str:
    """Put spaces in place of the words for channels and stages."""
    text = _blank(text, words.cues)
    for cues in words.stages.values():
        text = cues.blank(text)
    return text
