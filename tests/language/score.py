"""How one answer compares with its label."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from tests.language.cases import NOTHING, BriefCase, RoleCase

# Who labelled the sentences knew these variants only, so nothing can be said of others.
LABELLED = frozenset({"live_selling", "third_party_logistics", "sdr_and_closers"})
Outcome: TypeAlias = Literal["right", "offered", "refused", "wrong"]
Slot: TypeAlias = Literal["right", "missed", "guessed"]


def role_outcome(case: RoleCase, answer: Mapping[str, Any]) -> Outcome:
    """Compare the answer of `ask`; "offered" means that a right role is among the suggestions."""
    named = answer["role"] and answer["role"]["id"]
    others = [other["id"] for other in answer["alternatives"]]
    if named is None:
        is_offered = any(group & set(others) for group in case.roles)
        return "offered" if is_offered else "refused"
    first = {named, *others[:1]}
    is_right = any(group <= first if len(group) > 1 else named in group for group in case.roles)
    return "right" if is_right else "wrong"


def slot_outcomes(case: BriefCase, meaning: Mapping[str, Any]) -> dict[str, Slot]:
    """Compare every slot of `understand`; a guess is a value that is wrong or was not said."""
    said = _said(meaning)
    found: dict[str, Slot] = {}
    for slot, ways in case.slots:
        if said[slot] in ways:
            found[slot] = "right"
        else:
            found[slot] = "missed" if said[slot] == NOTHING else "guessed"
    return found


def _said(meaning: Mapping[str, Any]) -> dict[str, str]:
    target = meaning["target_size"]
    now = meaning["current_size"] if target is not None else meaning["size"]
    return {
        "channels": ",".join(sorted(meaning["channels"])) or NOTHING,
        "stage": meaning["stage"] or NOTHING,
        "current_size": _size(now),
        "target_size": _size(target),
        "variants": ",".join(sorted(LABELLED.intersection(meaning["variants"]))) or NOTHING,
    }


def _size(size: int | list[int] | None) -> str:
    if size is None:
        return NOTHING
    return str(size) if isinstance(size, int) else f"{size[0]}-{size[1]}"
