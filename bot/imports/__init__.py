"""Files with people: bytes of CSV or XLSX become rows of text, within limits, or a refusal."""

from bot.imports.rows import Refused, Rows, read_rows

__all__ = ["Refused", "Rows", "read_rows"]
