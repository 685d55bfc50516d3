"""What speaks for a way to count the people of a text, and against it, as numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from flows.counts.people_range import PeopleRange
from flows.hunches.ways import LIKELY, Look, Seen, Way

_SURE = 0.98  # nothing is surer
_MANY = 5  # numbers
_STORY = 60  # characters
_FEW = 2  # numbers that a sum has
_SMALL = 4  # people; nearly any numbers add up to so few


def marks_of(look: Look, size: PeopleRange | None, ways: Sequence[Way]) -> dict[str, float]:
    """Tell what speaks for a size and against it: that of the likeliest way to it."""
    marks = _read(look) if size == look.read else {}
    every = (_way(look, way) for way in ways)
    return marks | max(every, key=lambda found: found["in"] + found["out"], default={})


def _read(look: Look) -> dict[str, float]:
    """What tells whether that is right which was read by words."""
    count = min(len(look.seen), _MANY)
    return {"read": 1, f"read_of_{count}": 1, "read_target": look.has_target}


def _way(look: Look, way: Way) -> dict[str, float]:
    counted = [look.seen[place] for place in way.places]
    left = [seen for place, seen in enumerate(look.seen) if place not in way.places]
    total = sum(seen.high for seen in counted) + way.named
    marks: dict[str, float] = {
        "in": sum(map(_odds, counted)),
        "out": -sum(max(0.0, _odds(seen)) for seen in left),
        "least": min((seen.share for seen in counted), default=0.0),
        "most_left": max((seen.share for seen in left), default=0.0),
        "none": not total,
        "left_big": any(seen.counts_people and seen.high >= 2 * total for seen in left),
        **{f"with_{seen.relation}": 1 for seen in counted},
        **{
            f"left_{seen.relation}": 1 for seen in left if seen.counts_people or seen.kind == "bare"
        },
    }
    if len(counted) >= _FEW:
        return marks | _sum(look, counted, left, total)
    return marks | (_single(look, counted[0], left) if counted else {})


def _odds(seen: Seen) -> float:
    share = min(max(seen.share, 1 - _SURE), _SURE)
    return math.log(share / (1 - share))


def _single(look: Look, seen: Seen, left: list[Seen]) -> dict[str, float]:
    """What tells whether one number is the size."""
    return {
        "people": seen.is_people,
        "only_people": seen.counts_people and not any(other.counts_people for other in left),
        "first": seen == look.seen[0],
        "biggest": seen.high == max(other.high for other in look.seen),
        "proven": _adds_up(left, seen.high),
        "one_in_story": look.length > _STORY,
    }


def is_proven(look: Look) -> bool:
    """Tell whether what was read is told, and others in a row add up to it.

    Whoever speaks, and who is named without a number, may come on top.
    """
    size = look.read.high if look.read else 0
    people = [seen for seen in look.seen if seen.counts_people or seen.share > LIKELY]
    others = [seen for seen in people if seen.high != size]
    if not any(seen.share > LIKELY for seen in people if seen.high == size):
        return False
    on_top = (0, 1, look.named) if size > _SMALL else (0,)
    return any(_adds_up(others, size - number) for number in on_top)


def _adds_up(numbers: list[Seen], size: int) -> bool:
    """Tell whether several numbers in a row add up to a size."""
    for start in range(len(numbers)):
        total = 0
        for count, seen in enumerate(numbers[start:], 1):
            total += seen.high
            if total == size and count >= _FEW:
                return True
    return False


def _sum(look: Look, counted: list[Seen], left: list[Seen], total: int) -> dict[str, float]:
    """What tells whether several numbers add up to the size."""
    sizes = [seen.high for seen in counted]
    kinds = {seen.kind for seen in counted}
    return {
        **{f"sum_of_{kind}": 1 for kind in kinds},
        **{f"sum_with_{seen.relation}": 1 for seen in counted},
        "sum_people": sum(seen.is_people for seen in counted) / len(counted),
        "sum_of_parts": all(seen.is_part for seen in counted),
        "sum_alike": len(kinds) == 1,
        "sum_uneven": math.log10(max(sizes) / max(1, min(sizes))),
        "sum_said": any(seen.low == seen.high == total for seen in left),
        "sum_gap": any(counted[0].start < seen.start < counted[-1].start for seen in left),
        "sum_wide": math.log10(1 + max(0, counted[-1].start - counted[0].end) / len(counted)),
        "sum_in_story": look.length > _STORY,
    }
