"""Adding whoever speaks to those counted without them, in Chinese.

手下11个打电话的，我自己也打; 不算我有9个客服; 身为主管，底下带八个.

Nobody is added where somebody without a number was, or where a count takes the speaker in.
All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.mention import Mention
from flows.counts.people_range import PeopleRange, range_of
from flows.counts.people_words import NOW, PLAIN, PeopleWords
from flows.counts.references import clause_before
from flows.sums.focus import takes_in_speaker

_NEAR, _WINDOW = 14, 60  # characters
_FEWEST = 3  # people of a job that somebody heads
_WHO = "的"
_HE = ("他", "她", "们")
_THERE = (PLAIN, *NOW)


def with_speaker(
    words: PeopleWords, text: str, found: list[Mention], current: PeopleRange | None
) -> PeopleRange | None:
    """Add the speaker to the people there are, if they were counted without."""
    there = [m for m in found if m.is_people and m.relation in _THERE]
    if current is None or text.isascii() or not there:
        return current
    if any(takes_in_speaker(words, text, m) for m in there):
        return current
    whole = sum(m.number.high for m in there)
    on_top = [m for m in there if current.high in (m.number.high, whole)]
    if not any(_is_apart(words, text, m, found) for m in on_top):
        return current
    return range_of(current.low + 1, current.high + 1) or current


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
    is_of_us = "我们" in mention.before or "咱" in mention.before
    if is_of_us:
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
