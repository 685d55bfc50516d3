"""The buttons of the workshop: what each means, and who may tap it besides the plan's owner.

| data | does | who |
|---|---|---|
| `seats:CODE[:PAGE]` | lists who takes what | anybody in the group |
| `take:CODE:POST` | takes a seat, or gives it back | anybody in the group |
| `free:CODE[:PAGE]` | lists the seats that are taken, to clear them | the owner |
| `unseat:CODE:POST:PRINT` | clears a seat, named by the fingerprint of who sits there | the owner |
| `vote:CODE[:KEYS]` | offers what to vote on | owner, admins |
| `poll:CODE:KEYS` | begins the vote | owner, admins |
| `close:ROUND` | ends the vote | owner, admins |
| `win:ROUND:OPTION` | makes a winner the plan | the owner |
"""

from __future__ import annotations

_JOINING = frozenset({"seats", "take"})
_CHAIRING = frozenset({"vote", "poll", "close"})
_OWNING = frozenset({"free", "unseat", "win"})


def is_workshop(data: str) -> bool:
    """Tell whether a button belongs to the workshop."""
    return _kind(data) in _JOINING | _CHAIRING | _OWNING


def can_join(data: str) -> bool:
    """Tell whether anybody in the group may tap a button."""
    return _kind(data) in _JOINING


def is_chaired(data: str) -> bool:
    """Tell whether an admin of the group may tap a button in the owner's place."""
    return _kind(data) in _CHAIRING


def is_claim(data: str) -> bool:
    """Tell whether a button takes a seat, or turns a page of the list.

    It may be tapped a moment too late, when the list has other buttons already; whether the plan
    has a list that is open to the group is checked where the tap is answered.
    """
    return _kind(data) == "take" or (_kind(data) == "seats" and data.count(":") > 1)


def _kind(data: str) -> str:
    return data.partition(":")[0]
