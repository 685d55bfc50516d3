"""Reading channel, stage and variants from a folded text. All words come from `slots.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flows.cues import Cues, EndCues, Table
from flows.numbers import numbers
from flows.numerals import Numerals
from flows.phrases import Found, Phrases
from flows.sizes import Sizes

_WINDOW = 18  # characters in front of a word in which "not" or "first" may stand
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
    weak: Phrases[str]
    masked: Phrases[str]
    negation: EndCues
    not_negation: Cues
    joined: Cues
    first: EndCues
    first_after: Cues
    stages: dict[str, Cues]
    idea: Cues
    masked_stage: Cues
    not_age: Cues
    years: Cues
    months: Cues
    mature_years: int
    stage_answers: dict[str, str]
    variants: dict[str, Cues]
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
            weak=Phrases(_by_word(channels, "weak")),
            masked=Phrases(dict.fromkeys(near.words("masked"), "")),
            negation=near.end_cues("negation"),
            not_negation=near.cues("not_negation"),
            joined=near.cues("joined"),
            first=EndCues(f"{word} ?(?:{verbs})?" for word in near.words("first")),
            first_after=near.cues("first_after"),
            stages={key: stages.table(key).cues("cues") for key in stages.names},
            idea=stages.table("startup").cues("idea"),
            masked_stage=said.cues("masked"),
            mature_years=int(said.number("mature_years")),
            **{key: _with_number(said, key, numeral) for key in ("not_age", "years", "months")},
            stage_answers=_answers(table.table("stage_answers")),
            variants={
                key: table.table("variants").cues(key) for key in table.table("variants").names
            },
            no_variant=table.table("variant_words").end_cues("negation"),
        )


def _by_word(channels: Table, key: str) -> dict[str, str]:
    return {word: c for c in channels.names for word in channels.table(c).words(key)}


def _with_number(table: Table, key: str, numeral: str) -> Cues:
    return Cues(pattern.replace("{n}", f"(?:{numeral})") for pattern in table.words(key))


def _answers(table: Table) -> dict[str, str]:
    return {word: stage for stage in table.names for word in table.words(stage)}


def read_channels(words: SlotWords, text: str, counted: Iterable[tuple[int, int]]) -> Channels:
    """Read the channels of a folded text; `counted` are the places of counted roles.

    A counted role (3个客服) names no channel by itself; it is used when nothing else does.
    """
    text = _blank(text, words.masked)
    spans = tuple(counted)
    said = _not_denied(words, text, words.cues.all(text))
    kept = [cue for cue in said if not _is_counted(words, cue, spans)]
    if not kept:
        return _weak(words, text)
    named = tuple(dict.fromkeys(f.value for f in kept))
    first = {f.value for f in kept if _is_first(words, text, f)}
    return Channels(_only(first) or _only(named), named)


def _blank(text: str, phrases: Phrases[str]) -> str:
    for found in phrases.all(text):
        text = text[: found.start] + " " * len(found.phrase) + text[found.end :]
    return text


def _is_counted(words: SlotWords, found: Found[str], spans: tuple[tuple[int, int], ...]) -> bool:
    if found.phrase not in words.weak.values:
        return False
    return any(start <= found.start and found.end <= end for start, end in spans)


def _only(named: Iterable[str]) -> str | None:
    found = tuple(named)
    return found[0] if len(found) == 1 else None


def _weak(words: SlotWords, text: str) -> Channels:
    named = tuple(dict.fromkeys(f.value for f in _not_denied(words, text, words.weak.all(text))))
    return Channels(_only(named), named) if len(named) == 1 else Channels(None, ())


def _not_denied(words: SlotWords, text: str, found: Iterable[Found[str]]) -> list[Found[str]]:
    """Leave out what the text says is not done, also in lists (不做电商和直播)."""
    kept, denied_until = [], -1
    for cue in found:
        before = words.not_negation.blank(text[max(0, cue.start - _WINDOW) : cue.start])
        goes_on = denied_until >= 0 and words.joined.fullmatch(text[denied_until : cue.start])
        if goes_on or words.negation.search(before):
            denied_until = cue.end
        else:
            kept.append(cue)
            denied_until = -1
    return kept


def _is_first(words: SlotWords, text: str, cue: Found[str]) -> bool:
    before = words.not_negation.blank(text[max(0, cue.start - _WINDOW) : cue.start])
    return bool(words.first.search(before) or words.first_after.match(text, cue.end))


def read_stage(words: SlotWords, numerals: Numerals, text: str, sizes: Sizes) -> str | None:
    """Read the stage of a folded text: said, or implied by age, plans and growth."""
    text = words.masked_stage.blank(text)
    aged = words.not_age.blank(text)
    if words.stages["startup"].search(text) or words.months.search(text):
        return "startup"
    if words.stages["mature"].search(text) or _age(words, numerals, aged) >= words.mature_years:
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


def read_variants(words: SlotWords, text: str) -> tuple[str, ...]:
    """Read the ids of the variants a folded text names, sorted."""
    return tuple(sorted(v for v, cues in words.variants.items() if _is_meant(words, text, cues)))


def named_variants(words: SlotWords, text: str) -> tuple[str, ...]:
    """Read the ids of the variants a folded text names, whether it wants them or not."""
    return tuple(sorted(v for v, cues in words.variants.items() if cues.search(text)))


def _is_meant(words: SlotWords, text: str, cues: Cues) -> bool:
    return any(
        not words.no_variant.search(text[max(0, found.start() - _WINDOW) : found.start()])
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
