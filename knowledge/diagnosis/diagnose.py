"""The diagnosis: every rule over one team."""

from __future__ import annotations

from functools import lru_cache

from knowledge.diagnosis import gaps, holders, lines, persons, roles
from knowledge.diagnosis.facts import Facts
from knowledge.diagnosis.finding import Diagnosis, diagnosis_of
from knowledge.diagnosis.repairs import Repairs
from knowledge.diagnosis.team import Team
from knowledge.knowledge import Knowledge


@lru_cache(maxsize=2)  # of thousands of people it takes megabytes
def diagnose(knowledge: Knowledge, team: Team) -> Diagnosis:
    """Diagnose a team of 1 to 5000 people; the latest ones are remembered.

    Raises:
        ValueError: If there is nobody in it, or more people than a plan can have.
    """
    facts = Facts(knowledge, team)
    repairs = Repairs(facts)
    parts = (gaps, holders, roles, lines, persons)
    found = (finding for part in parts for finding in part.findings(facts, repairs))
    return diagnosis_of(knowledge.diagnosis, found)
