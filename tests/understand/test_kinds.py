"""How numbers are read for people by the text around them: kinds, rows, teams and work."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and how many people there are.
KINDS = {
    "setters and closers, 15 + 5": 15 + 5,
    "juniors chat, seniors take the calls. 10 + 5": 10 + 5,
    "sdrs book, aes close, one head: 6, 3, 1": 6 + 3 + 1,
    "half of us list, half of us pack. four and four": 4 + 4,
    "orders and returns: 300 + 40": None,
    "sdrs book, aes close, 40, 20 meetings a day": None,
}
ROWS = {
    "leeds 12, york 7: both ring farmers": 12 + 7,
    "kyiv has 5, lviv has 4. they answer learners": 5 + 4,
    "6 hindi, 5 tamil, 2 english. they pick up for a gas supplier": 6 + 5 + 2,
    "packer x3, customer chat x2, photos x1": 3 + 2 + 1,
    "press: 2. events: 3. social: 4. head: 1": 2 + 3 + 4 + 1,
    "amazon 30, ebay 12. they sell well": None,
    "monday 40, tuesday 60. they call about refunds": None,
}
TEAMS = {
    "two departments, live chat support and paid social, six each": 2 * 6,
    "ads, webshop and helpdesk: 4 each": 3 * 4,
    "marketing 5 people, support desk 9, one kitchen": 5 + 9,
    "four girls on the phones mon-wed, another four thu-sat": 4 + 4,
    "support isn't the problem (7 people). fix my 12 callers": 12,
    "the client has 300 people, we have 6 on it": 6,
    "client has 45 appointment setters on phones": 45,
    "content and paid social cost 500 each": None,
}
WORK = {
    "shop and support, 9 selling 4 answering": 9 + 4,
    "25 selling it over the phone, 30 taking breakdown calls": 25 + 30,
    "two girls host the lives, i pack": 2 + 1,
    "12 agents, i pack my bags": 12,
    "5 selling points of our shop": None,
}


@pytest.mark.parametrize(("text", "people"), (KINDS | ROWS | TEAMS | WORK).items())
def test_numbers_count_people_where_the_text_says_who(
    lexicon: Lexicon, text: str, people: int | None
) -> None:
    size = read_sizes(lexicon.people, text).current
    assert (size and (size.low, size.high)) == (people and (people, people))


# What is said, and the people there are and shall be.
AIMS = {
    "we're 22 cold callers going on 40": (22, 40),
    "just hired 4, now 13, stopping at 20": (13, 20),
    "hiring plan says 18 by dec, currently 10": (10, 18),
    "opening 7 vacancies on top of the 31 telemarketers": (31, 38),
    "from one agent (me) to six": (1, 6),
    "moved from 8 telemarketers to 19 since then": (19, None),
    "lease till 2027, currently 19 cold callers": (19, None),
}


@pytest.mark.parametrize(("text", "sizes"), AIMS.items())
def test_what_a_team_is_to_become_is_told_beside_it(
    lexicon: Lexicon, text: str, sizes: tuple[int, int | None]
) -> None:
    read = read_sizes(lexicon.people, text)
    assert (read.current and read.current.high, read.target and read.target.high) == sizes
