"""Adding a whole team beside what is planned: the plan of one team becomes that of a company.

"加上市场部6人" with a telesales plan is telesales and six people of marketing. All words come from
`corrections.toml`.
"""

from __future__ import annotations

from dataclasses import replace

from flows.company import change_part, set_company
from flows.draft import Draft
from flows.lexicon import Lexicon
from flows.replies import Say
from flows.steps import Step, proceed
from flows.text.numbers import numbers
from flows.understand import understand
from knowledge.knowledge import Knowledge
from knowledge.model import COMPANY

_LONGEST = 60  # characters of a message that adds a team


def team_added(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Plan a further team together with what is planned; None for all else."""
    folded = lexicon.fold(text)
    brief, words = draft.current(knowledge), lexicon.corrections
    if brief is None or draft.asked or len(folded) > _LONGEST:
        return None
    opening = words.added.match(folded)
    if opening is None or not words.team.search(folded):
        return None
    found = _team(lexicon, folded[opening.end() :].strip())
    if found is None or found[0] in brief.channels:
        return None
    changed = _with_team(knowledge, draft, *found)
    return proceed(knowledge, changed) if changed else (draft, (Say("bad.too_big"),))


def _team(lexicon: Lexicon, folded: str) -> tuple[str, int] | None:
    """Read the one channel that is named and its people [people]; None if a role is named."""
    said = understand(lexicon, folded, hears=False)
    counted = [n for n in numbers(lexicon.people.numerals, folded) if n.is_count and n.high]
    titles = (title.phrase for title in lexicon.roles.names.all(folded))
    if len(said.channels) != 1 or len(counted) != 1:
        return None
    if any(title not in lexicon.slots.cues.values for title in titles):
        return None
    return said.channels[0], counted[0].high


def _with_team(knowledge: Knowledge, draft: Draft, channel: str, people: int) -> Draft | None:
    """Put a team beside what is planned, edits too; None if that is more than can be planned."""
    planned = draft.current(knowledge)
    if planned is None or draft.channel == COMPANY:
        return change_part(knowledge, draft, channel, people)
    own = planned.channel, planned.size
    company = set_company(knowledge, draft, [own, (channel, people)], None)
    return replace(company, variants=draft.variants) if company else None
