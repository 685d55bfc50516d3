"""The hiring sequence of a company: `company(n + 1)` is `company(n)` plus one hire.

The founder first; a shared post when its line on everybody asks for it; every other seat goes to
one of the parts by a divisor method (Webster) with the people stated as weights, and there to the
next hire of the channel's own sequence. The method is exact: where the seats are as many as the
weights together, every part has just the people that were stated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from knowledge.brief import Brief, Part
from knowledge.company.programme import part_programme, planned_parts
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, OTHER_TEAMS
from knowledge.sequence import Hire, growth


def company_growth(knowledge: Knowledge, brief: Brief, size: int) -> Iterator[Hire]:
    """Hire one after another until the company of a brief has `size` people.

    Raises:
        ValueError: If the programme of a part has no front-line role for the stage.
    """
    seats = _Seats(knowledge, brief)
    held: Counter[str] = Counter()
    for hire in growth(knowledge.company, brief.stage, (), size):
        found = seats.next(hire) if hire.role == OTHER_TEAMS else hire
        yield found._replace(size=hire.size, held=held[found.role])
        held[found.role] += 1


class _Seats:
    """Deals the seats that are no shared posts to the parts of a company."""

    def __init__(self, knowledge: Knowledge, brief: Brief) -> None:
        self.parts = brief.parts
        self.taken = [0] * len(brief.parts)
        self.hires = {
            part.channel: growth(
                part_programme(knowledge, brief, part), brief.stage, part.variants, MAX_SIZE
            )
            for part in planned_parts(brief)
        }

    def next(self, seat: Hire) -> Hire:
        """Give a seat to the part with the highest quotient; other teams take it as it is."""
        places = range(len(self.parts))
        i = max(places, key=lambda i: (self.parts[i].people / (2 * self.taken[i] + 1), -i))
        self.taken[i] += 1
        channel = self.parts[i].channel
        return next(self.hires[channel]) if channel in self.hires else seat


@lru_cache(maxsize=256)
def staffed_parts(knowledge: Knowledge, brief: Brief) -> tuple[Part, ...]:
    """Give the parts of a company with the people [people] they have at its own size."""
    part_of = {line.id: OTHER_TEAMS for line in knowledge.company.lines if line.share}
    for part in planned_parts(brief):
        part_of |= {line.id: part.channel for line in knowledge.channels[part.channel].lines}
    hired = company_growth(knowledge, brief, brief.size)
    people = Counter(part_of.get(hire.line.id) for hire in hired)
    return tuple(part._replace(people=people[part.channel]) for part in brief.parts)
