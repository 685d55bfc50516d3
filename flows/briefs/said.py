"""Reading what one message says of every slot of a brief: channels, stage, sizes, variants.

Pure. What is not clearly said stays empty; a bare number counts only where it must be a size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from flows.briefs.parts import read_parts
from flows.briefs.slots import Channels, blanked_slots, read_channels
from flows.briefs.stages import answered_stage, read_stage
from flows.briefs.variants import read_variants
from flows.counts.labels import NONE, WHOLE
from flows.counts.people_words import PLAIN
from flows.lexicon import Lexicon
from flows.meaning import NO_PARTS, Asked, Parts
from flows.sums.people import Mention, mentions
from flows.sums.sizes import PeopleRange, Sizes, people_in, read_answer
from flows.sums.wordings import plainly, sizes_told
from flows.text.misspelt import respelled

SHORT = 24  # characters; a longer message is no mere answer to an open question
_NAME = 16  # characters in which somebody may be named
_TWO = 2  # counts of people
_LITTLE_ELSE = 6  # characters beside a number that is a whole message
_OWN_CLAUSE = ("吧", "左右", "的样子", "而已", "呢", "这样", "座")
NO_SIZES = Sizes(None, None, is_adding=False)


@dataclass(frozen=True, slots=True)
class Said:
    """What a message says of the brief."""

    channels: Channels
    stage: str | None
    sizes: Sizes
    variants: tuple[str, ...]
    parts: Parts = NO_PARTS

    @property
    def is_empty(self) -> bool:
        """Tell whether the message says nothing of the brief."""
        return not (self.channels.named or self.stage or self.has_size or self.variants)

    @property
    def has_size(self) -> bool:
        """Tell whether a size is said."""
        return bool(self.sizes.current or self.sizes.target)


NOTHING = Said(Channels(None, ()), None, NO_SIZES, ())


def read_whole_answer(lexicon: Lexicon, folded: str, asked: Asked | None) -> Said | None:
    """Read a whole message that names a channel or a stage, or the open question's size."""
    plain = folded.strip(" .,!?。、")
    if named := lexicon.slots.names.get(plain):
        return Said(Channels(named, (named,)), None, NO_SIZES, ())
    if stage := answered_stage(lexicon.slots, folded):
        return Said(Channels(None, ()), stage, NO_SIZES, ())
    if asked == "size" and len(folded) <= SHORT and _is_only_a_size(lexicon, folded):
        size = read_answer(lexicon.fold, lexicon.people, folded)
        if isinstance(size, PeopleRange):
            return Said(Channels(None, ()), None, Sizes(size, None, is_adding=False), ())
    return None


def _is_only_a_size(lexicon: Lexicon, folded: str) -> bool:
    """Tell whether a message answers the size and says nothing else of the brief."""
    found = mentions(lexicon.people, folded)
    says_more = blanked_slots(lexicon.slots, folded) != folded
    says_more = says_more or plainly(lexicon.people, folded).text != folded
    return len(found) <= 1 and not says_more and not lexicon.intents.says("change", folded)


def is_little_more_than_a_number(lexicon: Lexicon, folded: str) -> bool:
    """Tell whether hardly more than one bare number is said."""
    found = mentions(lexicon.people, folded)
    inside = sum(m.end - m.number.start for m in found)
    is_bare = not any(m.kind in ("job", "thing", "group") for m in found)
    return is_bare and len(folded) - inside <= _LITTLE_ELSE


def read_said(lexicon: Lexicon, folded: str, asked: Asked | None) -> Said:
    """Read every slot of a folded message; a bare number counts where the size is asked for."""
    found = mentions(lexicon.people, folded)
    sizes = sizes_told(lexicon.people, folded, found)
    if sizes == NO_SIZES and _may_be_bare(lexicon, folded, found, asked):
        sizes = bare_size(lexicon, folded)
    nouns = tuple(_described(lexicon, m) for m in found if m.kind == "job")
    nouns += _works(lexicon, folded, found)
    parts = [m for m in found if m.kind == "job" or m.is_part or m.label.kind == WHOLE]
    if len(parts) > 1:
        parts = [m for m in found if m in parts or " " in folded[m.number.end + 1 : m.end]]
    counted = [(m.number.start - (m.label.kind != NONE and len(m.before)), m.end) for m in parts]
    sides = partial(_sides, lexicon, folded)
    channels = read_channels(lexicon.slots, folded, counted, nouns, sides)
    if not channels.named:  # 客服早班12人: what is counted tells it, if nothing else does
        inside = [(m.number.start, m.end) for m in parts]
        counted_one = read_channels(lexicon.slots, folded, inside)
        channels = counted_one if _is_of_all(lexicon, folded, counted_one) else channels
    company = read_parts(lexicon, folded, found, channels.named)
    if company.named:
        named = tuple(channel for channel, _ in company.named)
        channels = channels if set(channels.named) == set(named) else Channels(None, named)
    if company.total:
        sizes = replace(sizes, current=PeopleRange(company.total, company.total))
    stage = read_stage(lexicon.slots, lexicon.people.numerals, folded, sizes)
    if not channels.named and (stage or sizes != NO_SIZES):
        right = respelled(lexicon.slots.spelled, folded)
        channels = read_channels(lexicon.slots, right, ()) if right != folded else channels
    return Said(
        channels=channels,
        stage=stage,
        sizes=sizes,
        variants=read_variants(lexicon.slots, folded, channels.named),
        parts=company,
    )


def _works(lexicon: Lexicon, folded: str, found: list[Mention]) -> tuple[tuple[int, int], ...]:
    """Give where those without a noun are told by what they do, beside others (2 answer mails)."""
    if sum(m.is_people for m in found) < _TWO:
        return ()
    is_said = lexicon.people.at_work.is_said
    told = [m for m in found if m.kind == "bare" and m.is_part and m.is_people]
    told = [m for m in told if is_said(folded, m.number.end, m.number.high)]
    return tuple((m.number.start, m.end + len(m.after)) for m in told)


def _is_of_all(lexicon: Lexicon, folded: str, channels: Channels) -> bool:
    """Tell whether no counted role is of another channel (运营3、客服2、打包4)."""
    return all(cue.value in channels.named for cue in lexicon.slots.weak.all(folded))


def _sides(lexicon: Lexicon, folded: str, cues: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Give where two counts of people are spoken of, cut where one is said right behind the other.

    Args:
        lexicon: The words.
        folded: The folded text.
        cues: Where words for channels are; in front of a number they belong to it.
    """
    people = [m for m in people_in(lexicon.people, folded) if m.relation == PLAIN]
    if len(people) != _TWO:
        return ()
    spans = [(m.number.start - len(_own(m.before)), m.end + len(m.after)) for m in people]
    (start, end), (other, stop) = spans
    if other < end:
        is_label = any(start <= cue < people[0].number.start for cue in cues)
        end = other = people[0].end if is_label else people[1].number.start
    return (start, end), (other, stop)


def _own(before: str) -> str:
    """Give what stands in front of a number, without a heading (our shop: 4 pack)."""
    return re.split(r"[:：]", before)[-1]


def _described(lexicon: Lexicon, mention: Mention) -> tuple[int, int]:
    """Give where counted people and what they do are named (one guy who does the ads)."""
    who = lexicon.people.doing.search(mention.after[:_NAME])
    is_told = who is not None and who.group() == " who "
    return mention.number.start, mention.end + len(mention.after) * is_told


def _may_be_bare(lexicon: Lexicon, folded: str, found: list[Mention], asked: Asked | None) -> bool:
    """Tell whether a number without a noun is a size: asked for, changed, or all that is left."""
    if asked == "size" or lexicon.intents.says("change", folded):
        return True
    rest = blanked_slots(lexicon.slots, folded)
    if len(found) != 1 or rest.strip() == folded:
        return False
    mention = found[0]
    return _is_just(rest, mention) or _is_whole_clause(folded, mention) or _is_all(rest, mention)


def _is_all(rest: str, mention: Mention) -> bool:
    """Tell whether a clause holds a counted number beside words for slots only (初创期 6个)."""
    start = mention.number.start
    is_counted = mention.kind == "bare" and mention.end > mention.number.end
    before = rest[start - len(mention.before) : start]
    return is_counted and not any(map(str.isalnum, before + mention.after))


def _is_whole_clause(folded: str, mention: Mention) -> bool:
    """Tell whether a bare number is a clause of its own (full cycle phone reps, 17)."""
    before = folded[: mention.number.start - len(mention.before)].rstrip()
    is_alone = not mention.label.name
    is_last = mention.end == len(folded) and is_alone and before.endswith(",")
    is_first = mention.number.start == 0 and folded[mention.end : mention.end + 1] == ","
    is_counted = mention.end > mention.number.end and mention.number.high > 1  # 40个
    is_own = not mention.before.strip() and (
        mention.after in _OWN_CLAUSE or (is_counted and not mention.after.strip())
    )
    return mention.kind == "bare" and (is_last or is_first or is_own)


def _is_just(rest: str, mention: Mention) -> bool:
    """Tell whether beside the words for channel and stage there is only a number (电销 55)."""
    return not any(map(str.isalnum, rest[: mention.number.start] + rest[mention.end :]))


def bare_size(lexicon: Lexicon, folded: str) -> Sizes:
    """Read a number without a noun as a size."""
    size = read_answer(lexicon.fold, lexicon.people, folded)
    return Sizes(size, None, is_adding=False) if isinstance(size, PeopleRange) else NO_SIZES
