"""How counts are read whose noun is left out, is named again, or is that of a desk."""

from __future__ import annotations

import pytest

from flows.counts.people_range import PeopleRange
from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are.
EACH = {
    "3 branches, 8 callers a branch, sell broadband": 3 * 8,
    "5 salons, 2 receptionists a salon, who answers the phones": 5 * 2,
    "four pods, 5 marketers to a pod": 4 * 5,
    "12 per shift, three shifts, airline helpline": 12 * 3,
    "3 squads, 6 each, b2b lead gen by phone": 3 * 6,
    "2 offices, 9 each, telesales": 2 * 9,
    "three shifts, 8 agents each, plus one supervisor per shift": 3 * 8 + 3,
    "one boss for both support and sales? 2 teams, 6 each": 2 * 6,
    "not two teams, one team of 14": 14,
    "5 stores, 2 deliveries a store, 4 packers": 4,
    "2 shifts, 8 hours each, 14 agents": 14,
    "500 rooms, 4 receptionists per shift, the contact center has 9": 9,
}

DROPPED = {
    "6 english callers, 4 arabic, 2 urdu, one qa": 6 + 4 + 2 + 1,
    "7 hindi callers, 4 tamil and 3 telugu": 7 + 4 + 3,
    "our 6 english and 4 french agents answer for a ski resort": 6 + 4,
    "uk 12 + spain 9, chat support": 12 + 9,
    "4 setters in cork + 6 in galway": 4 + 6,
    "newsletter people (3), helpline people (5)": 3 + 5,
    "head of content, writers (3), seo (1), pr (1)": 1 + 3 + 1 + 1,
    "12 english pages, 4 arabic, 8 marketers": 8,
    "spain 12% + uk 9% of sales, 6 people in our web shop": 6,
}

PARTS = {
    "two of our 9 pack orders, the rest do ads": 9,
    "4 of our 15 speak dutch, tickets for a phone maker": 15,
    "two of our 9 products sell well, 4 people": 4,
    "6 callers, 3 packers, one of whom is ill, and 2 partners": 6 + 3 + 2,
    "laid off 20 of our 65, the 45 left do phone support": 45,
    "fired 3 of our 14, 11 left, debt collection calls": 11,
    "24 blokes cold calling for insulation and 1 manager": 24 + 1,
    "4 admins, 2 packers, 1 boss that is me": 4 + 2 + 1,
    "there's me, tariq and a lass who does the photos": 3,
    "i don't have 30 people, i have 13": 13,
}

DESKS = {
    "60 chairs, all taken, telesales": 60,
    "5 vacancies, 19 desks filled, online chat support": 19,
    "35 headsets, all in use, charity calls": 35,
    "35 headsets broken, 12 callers": 12,
    "ninety-two. that's how many work our claims hotline": 92,
    "that's how many orders we do: 900. team of 4": 4,
    "open 8 to 8, one 1300 number, 18 agents": 18,
}


@pytest.mark.parametrize(("said", "people"), [*(EACH | DROPPED | PARTS | DESKS).items()])
def test_people_are_counted_without_their_noun(lexicon: Lexicon, said: str, people: int) -> None:
    assert read_sizes(lexicon.people, said).current == PeopleRange(people, people)
