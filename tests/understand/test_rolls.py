"""How people are counted who are named one after the other, and what a story comes to."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are and shall be.
NAMED = {
    "it's me and my old flatmate Trevor, we sell bikes online": (2, None),
    "Marketing here is Anjali and a trainee": (2, None),
    "support is our office manager and me, the founder": (2, None),
    "there's Bev, Tracey, Lorraine and the new girl, plus my husband when he's bored": (5, None),
    "The factory has 85 people but the webshop is only Rosa, Ingrid and a boy after school": (
        3,
        None,
    ),
    "we've got an seo freelancer and a social media person. company is 90 people": (2, None),
    "me, him, my sister and a student who answers the chat": (4, None),
    "so there's me and there's Baz. want to hire our first 2 callers by may": (2, 2 + 2),
    "70 stylists, and the bookings are handled by Nour plus one student": (2, None),
    "wedding dresses. I answer, my mum sews, my best friend Pippa does the reels": (3, None),
    "I had twelve callers, now nine, plus a trainer and myself": (9 + 2, None),
}
NOT_NAMED = {
    "the shop is candles, soap and a bit of jewellery. 6 of us": (6, None),
    "my boss is an idiot and a tyrant, we are 9 in customer service": (9, None),
    "support is slow, rude and a mess. 14 agents": (14, None),
    "my CEO wants a head of marketing and a plan, we are 12 people": (12, None),
}
VERDICTS = {
    "4 sellers on cam, 2 checking the comments, 3 packers. 9 then": (9, None),
    "there are seven of us including the cat (ok six)": (6, None),
    "inherited: 3 content, 2 paid, 1 seo, 1 events, and a 'guru'. so 8 + me": (8 + 1, None),
    "system shows 52 users, hr says 47. go with hr. outbound calling": (47, None),
    "We had 18 telemarketers, they had 25, five left, so 38 callers": (18 + 25 - 5, None),
    "Marketing sits in Lyon, 7 of them, want one person in each new country, so 11 then": (7, 11),
    "two supervisors retired in june. leaves 31 and a manager": (31 + 1, None),
    "the deck says team of 15. it's 6. shopify pet food": (6, None),
}
NOBODY = {
    "17 collectors, the owner is 68": (17, None),
    "our founder (56) calls every lead, beside him 3 reps": (3, None),
    "my cousin & me make ads for barbers, 9 barbers pay us 200 a month": (2, None),
    "only 14 of us take calls, rest of the company (220) does not care": (14, None),
    "16 sellers on the phone, 3 quit last week and thats already off the 16": (16, None),
    "30 callers, spread over 3 shifts, one supervisor per shift is plenty": (30, None),
    "I'm only asking about the chat desk, 15 agents, not the 300 in the branches": (15, None),
}
ALL = NAMED | NOT_NAMED | VERDICTS | NOBODY


@pytest.mark.parametrize("said", ALL)
def test_people_of_stories_are_counted(lexicon: Lexicon, said: str) -> None:
    sizes = read_sizes(lexicon.people, lexicon.fold(said))
    current = sizes.current and sizes.current.high
    target = sizes.target and sizes.target.high
    assert (current, target) == ALL[said]
