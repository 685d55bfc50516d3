"""Any JSON, and JSON that was changed in some places."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(10**30), 10**30)
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["", "0", "-1", "1e999", "\x00", "a" * 5000, "<b>", "\u202e", "@1", "!x"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
Places = list[tuple[Any, Any]]


@st.composite
def damaged(draw: st.DrawFn, whole: Any, most: int = 3) -> Any:
    """Take a value, and drop, replace or add something in a few places, at any depth."""
    found = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, most))):
        places = _places(found)
        if not places:
            break
        holder, key = draw(st.sampled_from(range(len(places))).map(places.__getitem__))
        how = draw(st.sampled_from(("drop", "replace", "add")))
        if how == "drop":
            del holder[key]
        elif how == "replace":
            holder[key] = draw(ANYTHING)
        elif isinstance(holder, dict):
            holder[draw(st.text(max_size=8))] = draw(ANYTHING)
        else:
            holder.append(draw(ANYTHING))
    return found


def _places(value: Any) -> Places:
    """List everything inside a value: what holds it, and under which key."""
    keys = (
        value.keys()
        if isinstance(value, dict)
        else range(len(value))
        if isinstance(value, list)
        else ()
    )
    found: Places = []
    for key in keys:
        found.append((value, key))
        found += _places(value[key])
    return found
