"""How what is wished and what there is are told apart where both stand side by side."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from tests.understand.test_sums import sizes_said

# What is said, and the people there are and shall be.
PAIRS = {
    "Limit is 30 seats. We sit at 22. Helpdesk for a bank": (22, 30),
    "Max 15 heads allowed, 11 at present, cold calls for copiers": (11, 15),
    "payroll budget stretches to 30, we're at 19, phone bookings": (19, 30),
    "we'd need 30 reps and have 12. Roof tiles by phone": (12, 30),
    "how do I organise 35 people in web sales? there are 21 of us": (21, 35),
    "plan for 22 even though we are only 17, chat support": (17, 22),
    "five people, eight at the very most, podcast marketing": (5, 8),
    "in sales we're 9, cfo okayed 15": (9, 15),
    "6 live hosts now, 8 when the second studio opens": (6, 8),
    "two of us phone churches; when the grant comes, six": (2, 6),
    "live shopping, 6 on set, want 10": (6, 10),
    "9 of us, no more than 3 calls each": (9, None),
    "12 packers, want 3 shifts": (12, None),
    "ten callers, what does a 30 minute script look like": (10, None),
    "30 callers, the bank says 24 will do": (30, 24),
    "20 agents, only 12 needed once the chatbot works": (20, 12),
    "I'd rather have 7 people on promotion instead of 3": (3, 7),
    "we are twelve instead of fifteen since the layoffs": (12, None),
}
BESIDE = {
    "adding 4 clerks to the 10 already here, parcel hotline": (10, 10 + 4),
    "the loan is through so ten more join the six who ring farmers": (6, 6 + 10),
    "40 agents, adding 5 languages to the 3 we speak": (40, None),
    "triple the 4 copywriters by next fiscal": (4, 3 * 4),
    "quadruple the ten agents we have, travel support": (10, 4 * 10),
    "16 callers, doubling our traffic": (16, None),
    "+10 callers approved, none hired yet, still 15": (15, 15 + 10),
    "15 agents and four open posts, water company": (15, 15 + 4),
    "18 agents, 4 tickets approved by hand daily": (18, None),
    "5 vacancies, 19 desks filled, online chat support": (19, 19 + 5),
    "16 of 20 desks are filled, broadband support": (16, None),
    "scale to 35 for Black Friday, otherwise 20, sneaker store support": (20, 35),
    "24 on the phones, a second bank signed, so 40": (24, 40),
    "25 sellers, so 250 calls a day": (25, None),
    "now 2 hosts 4 packers, by ramadan 5 hosts 9 packers": (2 + 4, 5 + 9),
    "4 bookers 2 closers now, 8 and 4 next year": (4 + 2, 8 + 4),
}
TURNOVER = {
    "Half a dozen bloggers; one leaves in May, 2 join in June": (6, 6 - 1 + 2),
    "two of my 9 callers leave friday and then i hire 6": (9, 9 - 2 + 6),
    "20 on the helpdesk, 4 will leave by summer": (20, 20 - 4),
    "We're 17 in customer service. Two leave next month, I'll replace both": (17, None),
    "16 agents, 2 join the call at nine each day": (16, None),
    "Four of us make content for the winery, a fifth is coming": (4, 5),
    "six people, a seventh store is coming": (6, None),
}


@pytest.mark.parametrize(("said", "sizes"), PAIRS.items())
def test_what_is_wished_is_told_from_what_there_is(
    lexicon: Lexicon, said: str, sizes: tuple[int | None, int | None]
) -> None:
    assert sizes_said(lexicon, said) == sizes


@pytest.mark.parametrize(("said", "sizes"), BESIDE.items())
def test_people_to_come_are_told_beside_those_there_are(
    lexicon: Lexicon, said: str, sizes: tuple[int | None, int | None]
) -> None:
    assert sizes_said(lexicon, said) == sizes


@pytest.mark.parametrize(("said", "sizes"), TURNOVER.items())
def test_who_will_leave_and_join_changes_the_target(
    lexicon: Lexicon, said: str, sizes: tuple[int | None, int | None]
) -> None:
    assert sizes_said(lexicon, said) == sizes
