"""Adding whoever speaks to those counted without them, in Chinese.

手下11个打电话的，我自己也打; 不算我有9个客服; 身为主管，底下带八个.

Nobody is added where somebody without a number was, or where a count takes the speaker in.
All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.labels import PARTS
from flows.counts.mention import Mention
from flows.counts.people_range import PeopleRange, range_of
from flows.counts.people_words import MORE, NOW, PER, PLAIN, TARGET, PeopleWords
from flows.counts.references import clause_before
from flows.sums.focus import takes_in_speaker
from flows.sums.ones import is_speaker, ones
from flows.text.numbers import numbers

_NEAR, _WINDOW = 14, 60  # characters
_FEWEST = 3  # people of a job that somebody heads
_WHO = "的"
_HE = ("他", "她", "们")
_THERE = (PLAIN, *NOW)


def with_speaker(
    words: PeopleWords, text: str, found: list[Mention], current: PeopleRange | None
) -> PeopleRange | None:
    """Add the speaker to the people there are, if they were counted without."""
    there = [m for m in found if m.is_people and m.relation in (*_THERE, PER)]
    if current is None or text.isascii() or not there:
        return current
    if any(takes_in_speaker(words, text, m) for m in there) or _is_one_of(there, current):
        return current
    if any(words.speakers.including.search(m.before) for m in there):  # 连我9个客服
        return current
    if not (
        _is_left_out(words, text, found, current) or _comes_on_top(words, text, found, current)
    ):
        return current
    return range_of(current.low + 1, current.high + 1) or current


def _is_one_of(there: list[Mention], current: PeopleRange) -> bool:
    """Tell a total that is one more than the others told (12个人，8个客服3个运营，还有我)."""
    others = [m.number.high for m in there if m.number.high != current.high]
    return len(others) < len(there) and sum(others) == current.high - 1


def _is_left_out(words: PeopleWords, text: str, found: list[Mention], current: PeopleRange) -> bool:
    """Tell whether those who were counted leave the speaker out."""
    there = [m for m in found if m.is_people and m.relation in _THERE]
    whole = sum(m.number.high for m in there)
    single = ones(words, text, found)
    is_named = any(_is_speaker(words, text, one) for one in single)
    named = 0 if is_named else sum(one.number.high for one in single)
    on_top = [m for m in there if current.high in (m.number.high, whole)]
    if not on_top and current.high == whole + named:
        on_top = [m for m in there if not any(_is_leader_of(one, m) for one in single)]
    return any(_is_apart(words, text, m, found) for m in on_top)


def _is_leader_of(one: Mention, mention: Mention) -> bool:
    """Tell somebody named in front of those they lead (老板自己带5个业务)."""
    start = mention.number.start
    return start - len(mention.before) <= one.number.start < start


def _is_speaker(words: PeopleWords, text: str, one: Mention) -> bool:
    """Tell whoever speaks, also with a verb (是我自己来)."""
    said = text[one.number.start : one.end]
    return is_speaker(words, said) or words.speakers.named.search(said) is not None


def _comes_on_top(
    words: PeopleWords, text: str, found: list[Mention], current: PeopleRange
) -> bool:
    """Tell a speaker who is named last (5个客服，再就我这个主管), or works beside those listed."""
    is_named = any(_is_speaker(words, text, one) for one in ones(words, text, found))
    if is_named or words.speakers.absent.search(text):
        return False
    people = [m for m in found if m.is_people and m.relation not in (TARGET, MORE)]
    others = [m for m in people if not _is_mine(words, m)]
    if not others or (others != people and current.high != sum(m.number.high for m in others)):
        return False  # 剩下我一个主管, who is counted
    last = max(m.end for m in others)
    if words.speakers.on_top.search(text, last) or _is_next(words, text, last, current):
        return True
    is_listed = _are_listed(words, text, others)
    return is_listed and words.speakers.leads_all.search(text, last) is not None


def _is_next(words: PeopleWords, text: str, last: int, current: PeopleRange) -> bool:
    """Tell a speaker who is one more than were counted, by their number (我是第五个)."""
    cue = words.speakers.nth.search(text, last)
    nth = numbers(words.numerals, cue.group()) if cue else []
    return any(number.high == current.high + 1 for number in nth)


def _is_mine(words: PeopleWords, mention: Mention) -> bool:
    """Tell the post of the speaker (我一个经理)."""
    is_one = mention.number.high == 1
    return is_one and words.speakers.mine.search(mention.before.rstrip()) is not None


def _are_listed(words: PeopleWords, text: str, people: list[Mention]) -> bool:
    """Tell people who are told by what they do, by part, or as staff: no total of us all."""
    return all(
        words.speakers.staff.search(m.noun_in(text)) is not None
        or (_is_part(m) and not _is_of_us(m))
        for m in people
    )


def _is_part(mention: Mention) -> bool:
    is_part = mention.is_part or mention.label.kind in PARTS
    return is_part or mention.kind == "job" or mention.relation == PER


def _is_of_us(mention: Mention) -> bool:
    return "我们" in mention.before or "咱" in mention.before


def _is_apart(words: PeopleWords, text: str, mention: Mention, found: list[Mention]) -> bool:
    """Tell a count that leaves the speaker out."""
    said = words.speakers
    start = mention.number.start
    ahead = text[max(0, start - _WINDOW) : start].rstrip()
    if said.leads_us.search(ahead) or _is_without(words, text, mention):
        return True
    free = start - max((m.end for m in found if m.end <= start), default=0)
    if any(len(ahead) - cue.end() <= min(_NEAR, free) for cue in said.without_me.finditer(ahead)):
        return True
    is_leading = _leads(words, text, mention) or _leads_in_person(words, text, mention)
    return is_leading or _works_too(words, text, mention)


def _is_without(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a count behind which a speaker who works is left out (9个，不含我)."""
    is_out = words.speakers.but_me.match(text, mention.end) is not None
    return is_out and words.speakers.absent.search(text, mention.end) is None


def _leads(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell people under somebody who says which post they have (我当主管，底下九个)."""
    said = words.speakers
    is_led = _is_led(words, text, mention)
    is_led = is_led or said.besides.search(mention.before.rstrip()) is not None
    if is_led and said.titled.search(text):
        return True
    is_job = "job" in (mention.kind, mention.label.kind) and mention.number.high >= _FEWEST
    return is_job and said.heading.match(text, mention.end) is not None


def _leads_in_person(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell people whom the speaker leads, who is not said to be away (现在自己带7个人)."""
    is_led = words.speakers.in_person.search(mention.before.rstrip()) is not None
    is_team = mention.after.startswith(_WHO)  # 我带6个人的团队
    return is_led and not is_team and words.speakers.absent.search(text, mention.end) is None


def _is_led(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell whether so many people are under the speaker (手下有9个; 七个归我管)."""
    said = words.speakers
    ahead = clause_before(text, mention.number.start).rstrip()  # 下面两组各4个
    led = said.led.search(ahead)
    is_of_others = led is not None and ahead[: led.start()].endswith(_HE)
    is_behind = said.led_behind.match(mention.after) is not None
    return (led is not None and not is_of_others) or is_behind


def _works_too(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a speaker who does the work of those they lead, or who joins them."""
    said = words.speakers
    if _is_of_us(mention):
        return False
    if said.joins_in.search(text, mention.end):
        return True
    if _works_ahead(words, text, mention):
        return True
    works = said.works.search(text, mention.end) is not None
    are_others = (
        _is_led(words, text, mention) or said.hiring.search(mention.before.rstrip()) is not None
    )
    return works and (are_others or said.without_me.search(text) is not None)


def _works_ahead(words: PeopleWords, text: str, mention: Mention) -> bool:
    """Tell a speaker who works, and has others besides (我自己也剪片，另外雇了4个剪辑)."""
    ahead = text[: mention.number.start].rstrip()
    starts = [end.end() for end in words.sentence_end.finditer(ahead)]
    said = ahead[max(starts, default=0) :]
    is_besides = words.speakers.besides.search(said) is not None
    return is_besides and words.speakers.works_ahead.search(said) is not None


def with_newcomer(words: PeopleWords, text: str, current: PeopleRange | None) -> PeopleRange | None:
    """Add one who has come to a speaker who was alone (本来我一个人打电话，刚来了个学徒)."""
    if current is None or current.high != 1 or text.isascii():
        return current
    alone = words.speakers.alone_before.search(text)
    came = words.speakers.one_came.search(text, alone.end()) if alone else None
    return range_of(2, 2) if came else current
