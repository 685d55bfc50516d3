"""The words that tell whether whoever speaks is one of those counted (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table


@dataclass(slots=True, eq=False, repr=False)
class SpeakerWords:
    """The table [speakers] of `sizes.toml`."""

    without_me: Cues
    works: Cues
    joins_in: Cues
    on_top: Cues
    leads_all: Cues
    nth: Cues
    mine: EndCues
    named: Cues
    including: Cues
    staff: Cues
    works_ahead: Cues
    besides: EndCues
    and_me: EndCues
    absent: Cues
    alone_before: Cues
    one_came: Cues
    our_own: EndCues
    led: EndCues
    in_person: EndCues
    led_behind: Cues
    hiring: EndCues
    titled: Cues
    heading: Cues
    leads_us: EndCues
    but_me: Cues
    partners: EndCues
    partner_nouns: Cues
    acting: Cues
    only: EndCues
    at_it: Cues
    hired: EndCues
    hired_nouns: Cues

    @classmethod
    def of(cls, table: Table) -> SpeakerWords:
        """Read the table."""
        return cls(**lists_of(cls, table))
