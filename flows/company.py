"""A company in the draft: its parts as they are told, and changed later.

How much room the founder and the shared posts need is for `knowledge.company.room` to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.corrections import corrected_size
from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.meaning import Meaning
from flows.replies import Say
from flows.steps import Step, proceed
from flows.text.numbers import numbers
from flows.understand import understand
from knowledge.brief import Part
from knowledge.company.room import settled
from knowledge.company.sequence import staffed_parts
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY, OTHER_TEAMS

_BOTH = 2  # how many there are, and how many there shall be
_LONGEST = 24  # characters of a message that gives a part other people


def set_company(
    knowledge: Knowledge, draft: Draft, named: Sequence[tuple[str, int]], total: int | None
) -> Draft | None:
    """Take a company of named parts [people]; None if it is larger than can be planned.

    Its stage, if it was not told, is proposed: nobody who tells so much is asked for it.
    """
    parts = [Part(channel, people) for channel, people in named]
    found = settled(knowledge, draft.stage, parts, total)
    if found is None:
        return None
    own = tuple((part.channel, part.people) for part in found[0])
    kept = draft.variants if draft.channel == COMPANY else ()
    return replace(
        draft,
        channel=COMPANY,
        stage_assumed=draft.stage is None,
        size=found[1],
        size_low=found[1],
        now=None,
        variants=kept,
        spans=draft.spans if draft.channel == COMPANY else (),
        parts=own,
        asked=None,
        trail=(),
    )


def parts_now(knowledge: Knowledge, draft: Draft) -> dict[str, int]:
    """Give the people of each part of the company in the draft [people]; empty for none."""
    brief = draft.brief(knowledge)
    parts = staffed_parts(knowledge, brief) if brief else ()
    return {part.channel: part.people for part in parts if part.people}


def change_part(knowledge: Knowledge, draft: Draft, channel: str, people: int) -> Draft | None:
    """Give a part of the company other people [people]; None if that is more than can be planned.

    The company grows or shrinks by the difference; a new part is taken out of other teams, as far
    as there are so many.
    """
    parts = parts_now(knowledge, draft)
    is_new = channel not in parts
    if is_new and parts.pop(OTHER_TEAMS, 0):
        return set_company(knowledge, draft, [*parts.items(), (channel, people)], draft.size)
    return set_company(knowledge, draft, [*{**parts, channel: people}.items()], None)


def part_said(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Give a part of the company that is planned other people (客服改成25人); None for all else."""
    folded = lexicon.fold(text)
    if draft.channel != COMPANY or draft.plan is None or draft.asked or len(folded) > _LONGEST:
        return None
    said = understand(lexicon, text, hears=False)
    people = _people(knowledge, lexicon, draft, folded, said)
    if said.channel is None or people is None:
        return None
    changed = change_part(knowledge, draft, said.channel, people)
    return proceed(knowledge, changed) if changed else (draft, (Say("bad.too_big"),))


def _people(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, folded: str, said: Meaning
) -> int | None:
    """Read how many people [people] a part is to have; None where no part or a role is meant."""
    counted = [number for number in numbers(lexicon.people.numerals, folded) if number.high]
    if said.channel not in draft.channels or said.intent not in ("brief", "change"):
        return None
    titles = (title.phrase for title in lexicon.roles.names.all(folded))
    is_way = len(counted) == _BOTH and said.current_size and said.target_size  # 从20人扩到30人
    if not (len(counted) == 1 or is_way) or any(
        title not in lexicon.slots.cues.values for title in titles
    ):
        return None
    now = parts_now(knowledge, draft).get(said.channel or "", 0)
    relative = corrected_size(lexicon.corrections, lexicon.people.numerals, folded, now)
    if relative is not None:
        return relative if relative > 0 else None
    return said.size.high if said.size and (is_way or not said.stage) else None


def restaged(knowledge: Knowledge, before: Draft, draft: Draft) -> Draft:
    """Settle a company anew whose stage has changed: what was told stays, shared posts do not."""
    if draft.channel != COMPANY or not draft.parts or before.stage == draft.stage:
        return draft
    parts = parts_now(knowledge, before)
    total = before.size if parts.pop(OTHER_TEAMS, 0) else None
    return set_company(knowledge, draft, [*parts.items()], total) or draft
