"""Chaining what is read of Chinese groups, partners, wholes and wishes.

All words come from `sizes.toml`.
"""

from __future__ import annotations

from flows.counts.mention import Mention
from flows.counts.people_words import PeopleWords
from flows.sums.held import with_held
from flows.sums.led_rows import with_leads_apart, with_led_rows
from flows.sums.levels import with_levels
from flows.sums.partners import with_partners
from flows.sums.squads import with_squads
from flows.sums.wished import with_wished


def with_squads_and_leads(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Count groups that are all alike, and who leads them, before anything else is read."""
    found = with_levels(words, text, found)
    return with_led_rows(words, text, with_squads(words, text, found))


def with_owners_and_wholes(words: PeopleWords, text: str, found: list[Mention]) -> list[Mention]:
    """Tell owners, leaders on top, wholes and wishes, where all people are known."""
    found = with_leads_apart(words, text, with_partners(words, text, found))
    return with_wished(words, text, with_held(words, text, found))
