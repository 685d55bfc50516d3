"""A company of several channels in words: its parts, and where its shared posts come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.views.cited import JUDGEMENT
from bot.words import Voice
from knowledge.brief import Brief, Part
from knowledge.company.sequence import staffed_parts
from knowledge.counts import RoleCount
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY, OTHER_TEAMS
from knowledge.plan import Plan
from knowledge.programme import Line
from knowledge.thresholds import Threshold


def company_notes(
    knowledge: Knowledge, plan: Plan, voice: Voice, *, is_file: bool
) -> Iterator[str]:
    """Say of which parts a company consists, and what is not known; in the chat how to tell it."""
    brief = plan.brief
    if not brief.parts:
        return
    parts = _parts(knowledge, plan)
    other = sum(part.people for part in parts if part.channel == OTHER_TEAMS)
    teams = sum(part.people for part in parts)
    if named := _named(knowledge, voice, parts):
        yield voice.say("company.parts", parts=named, shared=plan.people - teams)
    if not brief.edits and parts != brief.parts:
        yield voice.say("company.scaled", parts=_named(knowledge, voice, brief.parts))
    elif not brief.edits and not other:
        yield voice.say("company.on_top", teams=teams)
    if other and is_file:
        yield voice.say("company.other_only", size=other)
    elif other:
        yield _other(knowledge, brief, voice, other)


def _parts(knowledge: Knowledge, plan: Plan) -> tuple[Part, ...]:
    """Give the parts with the people they have: as planned, after edits as they stand."""
    brief = plan.brief
    if not brief.edits:
        return staffed_parts(knowledge, brief)
    people: Counter[str] = Counter()
    for count in plan.counts:
        people[knowledge.roles[count.role].channel] += count.people
    own = (COMPANY if part.channel == OTHER_TEAMS else part.channel for part in brief.parts)
    pairs = zip(brief.parts, own, strict=True)
    return tuple(part._replace(people=people[channel]) for part, channel in pairs)


def _other(knowledge: Knowledge, brief: Brief, voice: Voice, people: int) -> str:
    """Say that some people are only counted, and how to have them planned."""
    left = [c for c in reversed(tuple(knowledge.channels.values())) if c.id not in brief.channels]
    if not left:
        return voice.say("company.other_only", size=people)
    return voice.say("company.other", size=people, channel=voice.text(left[0].name))


def _named(knowledge: Knowledge, voice: Voice, parts: Iterable[Part]) -> str:
    return voice.join([_part(knowledge, voice, part) for part in parts if part.people])


def _part(knowledge: Knowledge, voice: Voice, part: Part) -> str:
    is_other = part.channel == OTHER_TEAMS
    name = (
        voice.role(knowledge.roles[OTHER_TEAMS])
        if is_other
        else voice.text(knowledge.channels[part.channel].name)
    )
    return voice.say("company.part", channel=name, size=part.people)


def company_number(voice: Voice, role: str, count: RoleCount, line: Line) -> str:
    """Say where the number of a shared post comes from."""
    said = {"role": role, "count": count.planned, "size": line.from_size}
    ends = {"low": line.low, "high": line.high}
    if line.role == OTHER_TEAMS:
        return voice.say("company.other_number", role=role, count=count.planned)
    if line.from_size == 1:
        return voice.say("company.first", role=role, count=count.planned)
    if line.one_per is None:
        key = "company.fixed" if line.low is None else "company.fixed_range"
        return voice.say(key, **said, **ends)
    figures = {"one_per": line.one_per, "base": count.base, **ends}
    key = "company.one_from" if count.base <= line.one_per else "company.one_per"
    return voice.say(key, **said, **figures)


def company_threshold(voice: Voice, threshold: Threshold) -> str:
    """Say from which size of the whole company on a role is a post of its own, and how sure."""
    line, size = threshold.line, threshold.size
    thumb = voice.say("company.thumb") if JUDGEMENT in line.sources else ""
    if line.low is None:
        return voice.say("company.when_fixed", size=size)
    key = "company.when_range" if line.one_per is None else "company.when_per"
    ends = {"low": line.low, "high": line.high}
    return voice.say(key, size=size, one_per=line.one_per, thumb=thumb, **ends)
