"""Pages: the number that a button carries."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PAGE = re.compile("[1-9][0-9]{0,2}")


def page_of(arguments: Sequence[str]) -> int | None:
    """Read a page number, 1 where none is given; None for anything else."""
    if not arguments:
        return 1
    return int(arguments[0]) if len(arguments) == 1 and _PAGE.fullmatch(arguments[0]) else None
