"""Files with people: bytes of CSV or XLSX become rows of text, within limits, or a refusal."""

from bot.imports.reading import read_rows
from bot.imports.rows import Refused, Rows

__all__ = ["Refused", "Rows", "read_rows"]
