"""Templates hold layout only: no words, and only names that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.words.phrases import Phrases

FOLDER = Path(__file__).parents[2] / "bot" / "templates"
# Drawings and pages are made of tags with attributes; their words too come from the plan.
DRAWINGS = sorted([*FOLDER.rglob("*.svg.jinja"), *FOLDER.rglob("*.html.jinja")])
FILES = sorted(set(FOLDER.rglob("*.jinja")) - set(DRAWINGS))
_LAYOUT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|</?[a-z]+>", re.DOTALL)
_TAG_WITH_ATTRIBUTES = re.compile(r"<[^<>]*>")
_LETTER = re.compile(r"[^\W\d_]")
_SAID = re.compile(r"""say\(["']([^"']+)["']""")
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}", re.DOTALL)
_TEXT = re.compile(r"""["']([^"']*)["']""")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FOLDER)))
def test_a_template_holds_no_words(file: Path) -> None:
    assert _LETTER.findall(_LAYOUT.sub("", file.read_text("utf-8"))) == []


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: str(file.relative_to(FOLDER)))
def test_a_drawing_holds_no_words_between_its_tags(file: Path) -> None:
    bare = _LAYOUT.sub("", file.read_text("utf-8"))
    assert _LETTER.findall(_TAG_WITH_ATTRIBUTES.sub("", bare)) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FOLDER)))
def test_an_expression_of_a_template_holds_no_words_but_keys(file: Path) -> None:
    known = set(Phrases.load())
    expressions = ("".join(found) for found in _EXPRESSION.findall(file.read_text("utf-8")))
    quoted = [text for expression in expressions for text in _TEXT.findall(expression)]
    assert [text for text in quoted if text not in known and _LETTER.search(text)] == []


def test_templates_say_only_what_stands_in_the_phrase_book() -> None:
    said = {key for file in [*FILES, *DRAWINGS] for key in _SAID.findall(file.read_text("utf-8"))}
    assert said
    assert sorted(said - set(Phrases.load())) == []
