"""How the count is found that a message firmly gives for the team of today, and rows of work."""

from __future__ import annotations

import pytest

from flows.lexicon import Lexicon
from flows.sums.sizes import read_sizes

# What is said, and the people there are and shall be.
FIRM = {
    "we were 40 in 2016, half left, and the headcount this morning was 26": (26, None),
    "from 60 down to 41 and then 29 and now finally 20 agents": (20, None),
    "i hired 2, then 3 more, one quit. we're five now": (5, None),
    "i'm running a sales floor of 37 when it was 15 at easter. we hire 3 a week": (37, None),
    "it's 28 people, always was. i wonder if 28 people really need 5 managers": (28, None),
    "i have 310 sales and my mum helps, so i guess we're two": (2, None),
    "six agents. i asked for 4 more and was turned down": (6, None),
    "+10 agents signed off, none found, so we're still 15": (15, 15 + 10),
}

TOLD = {
    "three live rooms, each with a host and a moderator": (3 * 2, None),
    "three pods, each with a lead and five callers": (3 * 6, None),
    "8 on tickets and 4 on the phones": (8 + 4, None),
    "twenty on the german line, ten on the polish line": (20 + 10, None),
    "half a dozen hosts and as many moderators": (6 + 6, None),
    "we split our 14 reps so that nine call shops and five call schools": (9 + 5, None),
    "11 agents where we need 16": (11, 16),
    "helpline has 17 posts filled out of 24": (17, 24),
    "10 people today, 3 more in may and another 4 in july": (10, 10 + 3 + 4),
    "online shop, 22 staff, target headcount for 2026 is 28": (22, 28),
    "we sold 3 in january and 5 on monday": (None, None),
}


@pytest.mark.parametrize(("text", "sizes"), [*FIRM.items(), *TOLD.items()])
def test_sizes(lexicon: Lexicon, text: str, sizes: tuple[int | None, int | None]) -> None:
    """The team of today, and what it is to become."""
    found = read_sizes(lexicon.people, text)
    read = tuple(size.high if size else None for size in (found.current, found.target))
    assert read == sizes
