"""What was changed of a workload, and what that does to the number of people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.render import bulleted
from bot.views.amounts import amount, bare
from bot.words import Voice
from knowledge.workload.mix import Mix, parts_of
from knowledge.workload.result import Input, Sizing


def change_lines(before: Sizing | Mix, after: Sizing | Mix, voice: Voice) -> Iterator[str]:
    """Say each figure that is another now, and how many people to employ before and after."""
    says = [*_figures(before, after, voice)]
    if not says:
        yield voice.say("size.same")
        return
    yield voice.say("size.changed")
    yield from bulleted(says)
    old, new = before.together.staff.count, after.together.staff.count
    key = "size.still" if old == new else "size.people"
    yield voice.say(key, before=old, after=new)


def _figures(before: Sizing | Mix, after: Sizing | Mix, voice: Voice) -> Iterator[str]:
    """Say figures that differ; what several kinds of work share is said once."""
    seen = set[str]()
    pairs = zip(parts_of(before), parts_of(after), strict=True)
    for old, new in ((_inputs(one), _inputs(other)) for one, other in pairs):
        for name, used in new.items():
            was = old.get(name)
            same = was and (was.value, was.is_told and was.low, was.is_told and was.high) == (
                used.value,
                used.is_told and used.low,
                used.is_told and used.high,
            )
            if used.is_told and not same and name not in seen:
                seen.add(name)
                yield _figure(was, used, voice)


def _inputs(sizing: Sizing) -> Mapping[str, Input]:
    return {used.quantity.id: used for used in sizing.inputs}


def _figure(was: Input | None, used: Input, voice: Voice) -> str:
    name = voice.text(used.quantity.name)
    if was is None:
        return voice.say("size.now", name=name, after=_value(used, voice))
    return voice.say("size.was", name=name, before=_value(was, voice), after=_value(used, voice))


def _value(used: Input, voice: Voice) -> str:
    unit = used.quantity.unit
    if used.is_told and used.low != used.high:
        low, high = (bare(end, unit, voice) for end in (used.low, used.high))
        return voice.say("sizing.range", low=low, high=high)
    return amount(used.value, unit, voice)
