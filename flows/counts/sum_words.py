"""The words of sums: who left, how groups compare, what holds for each (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table

_SHARES, _FRACTION = ("part_there", "cut_share", "grown_part", "fractions"), "{f}"


@dataclass(slots=True, eq=False, repr=False)
class SumWords:
    """The table [sums] of `sizes.toml`."""

    gone: EndCues
    then_all: Cues
    enough: Cues
    colleagues: EndCues
    whole_team: EndCues
    called: EndCues
    left_out_behind: Cues
    apart_ahead: EndCues
    on_the_way: EndCues
    back_to: EndCues
    grown_to: Cues
    within: EndCues
    gone_behind: Cues
    taken_off: Cues
    back: EndCues
    back_behind: Cues
    anyone: Cues
    share_of: Cues
    long_ago: Cues
    there_now: EndCues
    than_more: EndCues
    than_less: EndCues
    more_than: Cues
    fewer: Cues
    times: Cues
    twofold: Cues
    as_many: Cues
    filled_of: Cues
    over_time: Cues
    where: Cues
    where_needed: Cues
    needed_behind: Cues
    beside_task: Cues
    each_having: Cues
    of_a_shop: Cues
    one_hire: Cues
    in_doubt: Cues
    an: Cues
    post: Cues
    work: Cues
    halved: Cues
    both: EndCues
    on_both: Cues
    unit: Cues
    beside_groups: Cues
    all_filled: Cues
    past_part: Cues
    asked_one: Cues
    that_is: Cues
    how_many: Cues
    of_whole: Cues
    a_unit: Cues
    countries: Cues
    such: EndCues
    such_behind: Cues
    each_of: EndCues
    in_the: EndCues
    not_in_the: EndCues
    included: Cues
    left_apart: EndCues
    out_of: EndCues
    the_rest: Cues
    pair_of: Cues
    owners: Cues
    lead_of_each: Cues
    everyone: Cues
    place_has: EndCues
    between_them: Cues
    owned_by: EndCues
    owned_too: EndCues
    one_makes: EndCues
    place_short: Cues
    gone_one: Cues
    teams_named: Cues
    other_team: Cues
    shops_now: EndCues
    beside_lead: Cues
    tier_number: EndCues
    paying: EndCues
    paid_for: Cues
    results: Cues
    so_many: Cues
    at_times: Cues
    span_of_time: Cues
    apart: Cues
    of_time: Cues
    until_now: EndCues
    and_more: EndCues
    past_included: Cues
    each_got: EndCues
    of_those: Cues
    said_of: EndCues
    kinds_tail: EndCues
    for_ours: EndCues
    times_of_day: Cues
    two_sides: EndCues
    leads_with: Cues
    each_does: Cues
    growing: EndCues
    shrinking: EndCues
    percent: Cues
    tenths: Cues
    not_of_people: Cues
    monthly: Cues
    lasting: EndCues
    half_year: Cues
    months: Cues
    years: Cues
    granted: EndCues
    granting: EndCues
    posts: Cues
    first: Cues
    first_hired: Cues
    coming_in: Cues
    then: Cues
    cut_share: Cues
    grown_part: Cues
    on_top_of_team: Cues
    part_there: Cues
    fractions: dict[str, int]

    @classmethod
    def of(cls, table: Table) -> SumWords:
        """Read the table."""
        read = lists_of(cls, table, _SHARES)
        fractions = table.table("fractions").numbers()
        either = f"(?:{'|'.join(fractions)})"
        shares = {
            key: Cues(word.replace(_FRACTION, either) for word in table.words(key))
            for key in ("part_there", "cut_share", "grown_part")
        }
        return cls(**read | shares, fractions=fractions)
