"""Check the texts of a request: does the markup parse, is what remains neither empty nor too long.

Limits count code points after the markup is gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.telegram.html import MarkupError, read_text

TELEGRAM_SAYS = {
    "text": ("message text is empty", "message is too long"),
    "caption": ("message caption is empty", "message caption is too long"),
}


@dataclass(frozen=True, slots=True)
class TextRule:
    """One text with its limits [code points] and the field that says how it is marked up."""

    field: str
    mode: str
    entities: str | None
    low: int
    high: int

    @staticmethod
    def find(fields: dict[str, dict[str, Any]]) -> Iterator[TextRule]:
        """Find the texts of an object that may be marked up."""
        for name, field in fields.items():
            own = f"{name}_parse_mode"
            mode = own if own in fields else "parse_mode"
            if "max" in field and mode in fields and field.get("unit") is None:
                entities = f"{name}_entities" if f"{name}_entities" in fields else "entities"
                known = entities if entities in fields else None
                yield TextRule(name, mode, known, field["min"], field["max"])

    def check(self, value: dict[str, Any], where: str, problems: list[str]) -> None:
        """Add what is wrong with the text."""
        source = value.get(self.field)
        if source is None:
            return
        mode = value.get(self.mode)
        if mode and self.entities and value.get(self.entities):
            problems.append(f"{where} has both {self.mode} and {self.entities}")
        try:
            text = read_text(source, mode).text
        except MarkupError as error:
            problems.append(f"can't parse entities: {error} ({where}.{self.field})")
        else:
            self._measure(text, where, problems)

    def _measure(self, text: str, where: str, problems: list[str]) -> None:
        default = (f"{self.field} is empty", f"{self.field} is too long")
        empty, too_long = TELEGRAM_SAYS.get(self.field, default)
        if self.low and not text.strip():
            problems.append(f"{empty} ({where}.{self.field})")
        if len(text) > self.high:
            size = f"{len(text)} characters, at most {self.high}"
            problems.append(f"{too_long} ({where}.{self.field}: {size})")
