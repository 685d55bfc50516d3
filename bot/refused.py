"""Why something from outside cannot be answered, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no brief: the key of a phrase and its values."""

    key: str
    values: Mapping[str, object]
