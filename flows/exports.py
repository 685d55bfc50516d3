"""Exports: which kind of file somebody asks for. The words stand in `exports.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flows.text.cues import Cues
from flows.text.table import Table

PHOTO = "photo"
FORMATS = ("pdf", "xlsx", "html", "png", "svg", "csv", "md", "mermaid", "dot", "json")
THEMES = ("light", "dark")


@dataclass(slots=True, eq=False, repr=False)
class ExportWords:
    """The words for each format, `PHOTO` among them, in the order to try."""

    formats: Mapping[str, Cues]

    @classmethod
    def of(cls, table: Table) -> ExportWords:
        """Read the file.

        Raises:
            LexiconError: If it names a format that does not exist.
        """
        formats = table.table("formats")
        for name in formats.names:
            if name not in (*FORMATS, PHOTO):
                formats.fail(name, f"is no format; use one of {', '.join((*FORMATS, PHOTO))}")
        return cls({name: formats.cues(name) for name in formats.names})

    def is_format(self, text: str) -> bool:
        """Tell whether a folded text is the name of a format and nothing else."""
        return any(cues.fullmatch(text) for cues in self.formats.values())

    def format_of(self, text: str) -> str | None:
        """Name the format that a folded message asks for, None if it names none."""
        return next((name for name, cues in self.formats.items() if cues.search(text)), None)
