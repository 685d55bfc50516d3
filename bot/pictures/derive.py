"""`python -m bot.pictures.derive` writes the widths of narrow characters that layouts measure with.

The core opens no font, so the widths ship with it as a table; a test compares it with the font.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import typst

from bot.pictures import fonts

FILE = Path(__file__).parents[2] / "knowledge" / "chart" / "advances.py"
MEASURED = (range(0x20, 0x7F), range(0xA1, 0x250), range(0x2010, 0x2016), range(0x2032, 0x2034))
NARROW = 990  # thousandths of the font size; wider ones count as one em like every other character
_PER_LINE = 22
_SOURCE = """
#set text(size: 1000pt, kerning: false, cjk-latin-spacing: none)
#let all = json(bytes(sys.inputs.d))
#let wide(f, w, c) = measure(text(font: f, weight: w, c)).width.pt()
#context [#metadata(all.chars.map(c => (400, 600).map(w =>
  calc.max(..all.fonts.map(f => wide(f, w, c)))))) <m>]
"""
_HEAD = '''"""Widths of characters in thousandths of an em, from `python -m bot.pictures.derive`."""

from __future__ import annotations

from collections.abc import Mapping


def _table(codes: str, advances: str) -> Mapping[str, int]:
    pairs = zip(codes.split(), advances.split(), strict=True)
    return {chr(int(code, 16)): int(advance) for code, advance in pairs}


'''


def measured() -> dict[str, tuple[int, int]]:
    """Measure every narrow character: regular and bold, the widest of the regional fonts."""
    chars = [chr(code) for codes in MEASURED for code in codes if chr(code) in fonts.coverage()]
    given = json.dumps({"chars": chars, "fonts": fonts.FAMILIES})
    found = json.loads(
        typst.query(
            _SOURCE.encode(),
            "<m>",
            field="value",
            one=True,
            font_paths=fonts.library(),
            ignore_system_fonts=True,
            sys_inputs={"d": given},
        )
    )
    widths = {c: (round(r), round(b)) for c, (r, b) in zip(chars, found, strict=True)}
    return {c: both for c, both in widths.items() if max(both) < NARROW}


def module(widths: dict[str, tuple[int, int]]) -> str:
    """Write the table as the content of its module."""
    codes = _lines(f"{ord(c):x}" for c in widths)
    tables = [_lines(str(both[i]) for both in widths.values()) for i in (0, 1)]
    named = zip(("REGULAR", "BOLD"), tables, strict=True)
    rows = [f'{name} = _table(\n    _CODES,\n    """\n{table}\n""",\n)\n' for name, table in named]
    return f'{_HEAD}_CODES = """\n{codes}\n"""\n' + "".join(rows)


def _lines(words: Iterable[str]) -> str:
    all_words = list(words)
    starts = range(0, len(all_words), _PER_LINE)
    return "\n".join(" ".join(all_words[i : i + _PER_LINE]) for i in starts)


if __name__ == "__main__":
    FILE.write_text(module(measured()), "utf-8")
