"""How head-counts of shifts, seasons, named teams and jobs without numbers are read."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are and shall be.
SEASONS = {
    "costumes online. Sept-Oct we're 40, rest of the year 12. it's february": (12, None),
    "costumes online. Sept-Oct we're 40, rest of the year 12. it's october": (40, None),
    "tax helpline, 25 from january to april, otherwise 8. its march": (25, None),
    "campsite hotline: 30 in high season june to sept, usual crew 8, it's august": (30, None),
    "Ramp up to 70 agents for Xmas, 30 the rest of the year": (30, 70),
}
CHANGES = {
    "sdr team 6 -> 20, ae team 4 -> 10, we sell by phone": (6 + 4, 20 + 10),
    "content team 4 to 7, ads team 3 to 6": (4 + 3, 7 + 6),
    "agents 12 -> 20, leads 2 -> 3, complaints line": (12 + 2, 20 + 3),
    "2 callers and a lead right now, another 5 callers by june": (2 + 1, 3 + 5),
    "ski hotline. right now its summer so 5, from december we go to 25": (5, 25),
}
SHIFTS = {
    "two shifts of hosts 9-3 and 3-9, 4 hosts each, plus 5 ops": 2 * 4 + 5,
    "three shifts 6-2, 2-10, 10-6, seven per shift, hotel helpline": 3 * 7,
    "day shift 8-4 has 12, late shift 4-12 has 9, helpline": 12 + 9,
    "open 9-5 and 10-4 on sat, 6 agents": 6,
    "mon-fri crew of 10, separate weekend crew of 4, helpline": 10 + 4,
    "two rotating crews of 7 each plus a floor manager": 2 * 7 + 1,
    "two shifts, 6 agents each, plus 2 leads": 2 * 6 + 2,
}
NAMED = {
    "3 teams: red 7, blue 8, green 6. selling broadband by phone": 7 + 8 + 6,
    "teams: alpha 6 bravo 8, all cold calling": 6 + 8,
    "35 offshore doing L1, 9 onshore doing L2": 35 + 9,
    "18 offshore on email, 5 in house on phones": 18 + 5,
    "BDRs pass hot leads to account execs, 14 + 6": 14 + 6,
    "22 phone sales reps not including the 3 leads": 22 + 3,
    "out of 28, 4 are team leaders and 2 do qa, rest dial": 28,
    "two pairs of callers who book, one closer, me": 4 + 1 + 1,
    "six and a manager. complaints team": 6 + 1,
    "2 account managers + 1 copywriter + the founder (me)": 2 + 1 + 1,
    "12 agents, including the manager (me), chat support": 12,
    "temp agency sends us 10 packers in q4 but the core is 7": 7,
    "amazon ops 3, design 2, buyer msgs 5, warehouse is shared so skip it": 3 + 2 + 5,
}
LISTED = {
    "buyer, merchandiser, dispatcher, chat support x3, online furniture": 3 + 3,
    "photographer, 2 stylists, 1 web dev, 5 warehouse = our webshop": 1 + 2 + 1 + 5,
    "head + deputy + 3 squads of 5, content": 2 + 3 * 5,
    "wife: photos. me: everything else. 2 students: packing. ebay": 1 + 1 + 2,
    "our team: buyer, packer, photographer. etsy": 3,
    "summer, winter, whatever, 12 agents": 12,
    "century-old publisher, 26 in marketing, steady as ever": 26,
    "Ten people, a director, two managers, the rest specialists": 10,
}
NO_PEOPLE = {
    "22 clients at 2k retainer, marketing studio of 9": 9,
    "opened 2 more shops online this yr (so 5 now), crew of 14": 14,
    "response in 2hrs, 24 on weekends, 11 support mailboxes, 5 agents": 5,
    "100 leads a day, 10 sales, 8 of us on the phones": 8,
    "we have 60 suppliers, 4 couriers and 22 people": 22,
    "paid 2,500 for 10,000 records, five callers": 5,
    "5 star seller, team? just my wife and me": 2,
    "two centres, 45 in Leeds and 30 in Pune": 45 + 30,
}


def _people(lexicon: Lexicon, text: str) -> tuple[int | None, int | None]:
    sizes = read_sizes(lexicon.people, lexicon.fold(text))
    current, target = sizes.current, sizes.target
    return current.high if current else None, target.high if target else None


@pytest.mark.parametrize(("text", "people"), (SEASONS | CHANGES).items())
def test_what_holds_now_is_told_from_other_times(
    lexicon: Lexicon, text: str, people: tuple[int | None, int | None]
) -> None:
    assert _people(lexicon, text) == people


@pytest.mark.parametrize(("text", "people"), (SHIFTS | NAMED).items())
def test_teams_and_shifts_are_added_up(lexicon: Lexicon, text: str, people: int) -> None:
    assert _people(lexicon, text)[0] == people


@pytest.mark.parametrize(("text", "people"), LISTED.items())
def test_jobs_without_numbers_count_in_lists(lexicon: Lexicon, text: str, people: int) -> None:
    assert _people(lexicon, text)[0] == people


@pytest.mark.parametrize(("text", "people"), NO_PEOPLE.items())
def test_numbers_of_things_count_nobody(lexicon: Lexicon, text: str, people: int) -> None:
    assert _people(lexicon, text)[0] == people
