"""The words that tell what there is from what is wished, side by side (`sizes.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from flows.text.cues import Cues, EndCues
from flows.text.listed import lists_of
from flows.text.table import Table

_ORDINALS, _NTH = "ordinals", "{nth}"


@dataclass(slots=True, eq=False, repr=False)
class PairWords:
    """The table [sides] of `sizes.toml`."""

    there: EndCues
    there_behind: Cues
    wished: EndCues
    wished_behind: Cues
    kept_behind: Cues
    needed: EndCues
    joined: EndCues
    joined_behind: Cues
    instead: EndCues
    rather: Cues
    usual: EndCues
    usual_behind: Cues
    multiplied: EndCues
    fourfold: Cues
    event: EndCues
    placed: Cues
    summing: Cues
    so: frozenset[str]
    granted_behind: Cues
    open_posts: Cues
    one_more: Cues
    ordinals: dict[str, int]
    leaving: Cues
    joining: Cues
    replaced: Cues
    let: EndCues
    now_ahead: Cues
    now_behind: Cues
    later_ahead: Cues
    later_behind: Cues
    on_top_later: Cues
    nth_came: EndCues
    nth_came_behind: Cues

    @classmethod
    def of(cls, table: Table) -> PairWords:
        """Read the table."""
        read = lists_of(cls, table, (_ORDINALS, "one_more", "so"))
        ordinals = table.table(_ORDINALS).numbers()
        either = f"({'|'.join(ordinals)})"
        one_more = (word.replace(_NTH, either) for word in table.words("one_more"))
        return cls(
            **read | {"one_more": Cues(one_more), "so": frozenset(table.words("so"))},
            ordinals=ordinals,
        )
