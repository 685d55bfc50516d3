"""Outlines of characters are drawn once and kept, up to a number."""

from __future__ import annotations

import pytest

from bot.pictures import outlines
from bot.pictures.outlines import Glyph
from bot.words import Language


def _glyph(character: str, language: Language = "zh-Hans", *, bold: bool = False) -> Glyph:
    return Glyph(language, bold, character)


def test_every_glyph_has_an_outline_of_its_own_but_blanks_have_none() -> None:
    glyphs = [_glyph("骨"), _glyph("骨", "zh-Hant-TW"), _glyph("骨", bold=True), _glyph("a")]
    found = outlines.outlines([*glyphs, _glyph(" ")])
    assert set(found) == set(glyphs)
    assert len(set(found.values())) == len(glyphs)
    assert all(path.startswith("M") for path in found.values())


def test_what_is_known_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = outlines.outlines([_glyph("电")])
    monkeypatch.setattr(outlines, "_drawn", None)
    assert outlines.outlines([_glyph("电")]) == first


def test_when_too_many_are_kept_they_are_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlines, "_MOST", 2)
    first = outlines.outlines([_glyph("一"), _glyph("二")])
    other = outlines.outlines([_glyph("二"), _glyph("三")])
    assert other[_glyph("二")] == first[_glyph("二")]
    assert len(outlines._known) == 2
