"""Reading a table of word lists into a dataclass that names each list and how it is used."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import fields
from typing import Any

from flows.text.cues import EndCues
from flows.text.table import Table


def lists_of(kind: type, table: Table, apart: Container[str] = ()) -> dict[str, Any]:
    """Read the lists that the fields of a dataclass name.

    Args:
        kind: A dataclass; a field of the type `EndCues` is for what stands in front of a place.
        table: The table.
        apart: Fields that are read in another way.

    Raises:
        LexiconError: If a list is missing or holds something else than patterns.
    """
    return {
        field.name: table.end_cues(field.name)
        if field.type == EndCues.__name__
        else table.cues(field.name)
        for field in fields(kind)
        if field.name not in apart
    }
