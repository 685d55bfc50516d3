"""Errors in the language data name file, key and fix."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from flows.lexicon import DATA, Lexicon
from flows.text.table import LexiconError
from knowledge.loader import load


def _broken(tmp_path: Path, file: str, old: str, new: str) -> str:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    knowledge = load()
    with pytest.raises(LexiconError) as caught:
        Lexicon.load(knowledge.roles.values(), knowledge.titles, folder=folder, is_checked=True)
    return str(caught.value)


def test_every_pattern_of_the_data_is_one() -> None:
    knowledge = load()
    functions = knowledge.functions.values()
    assert Lexicon.load(knowledge.roles.values(), knowledge.titles, functions, is_checked=True)


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    message = _broken(tmp_path, "sizes.toml", "of_which =", "of_witch =")
    assert "sizes.toml" in message
    assert "scope.of_which" in message
    assert "is missing" in message


def test_a_value_of_the_wrong_kind_is_named(tmp_path: Path) -> None:
    message = _broken(tmp_path, "numerals.toml", "dozen = 12", 'dozen = "12"')
    assert "english.fixed.dozen" in message
    assert "whole number" in message


def test_a_pattern_that_is_none_is_named(tmp_path: Path) -> None:
    message = _broken(tmp_path, "intents.toml", "'推倒重来'", "'推倒(重来'")
    assert "intents.toml" in message
    assert "intents.restart" in message
    assert "推倒(重来" in message


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    assert "fold.toml" in _broken(tmp_path, "fold.toml", "[region]", "[region")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    knowledge = load()
    with pytest.raises(LexiconError, match=r"fold\.toml: file: is missing"):
        Lexicon.load(knowledge.roles.values(), knowledge.titles, folder=tmp_path)


def test_broken_words_of_the_search_are_named(tmp_path: Path) -> None:
    message = _broken(tmp_path, "search.toml", "answer = 0.35", 'answer = "a lot"')
    assert "flows/data/search.toml: cuts.answer: must be a number" in message


def test_a_concept_without_words_is_named(tmp_path: Path) -> None:
    message = _broken(tmp_path, "concepts.toml", "profit = [", "profit = []\nloss = [")
    assert "flows/data/concepts.toml: concepts.profit: must be a list of texts" in message


def test_a_kind_of_strangers_must_say_when_it_counts(tmp_path: Path) -> None:
    message = _broken(tmp_path, "occupations.toml", "unless_title = true", 'unless_title = "yes"')
    assert "flows/data/occupations.toml: kind 1.unless_title: must be true or false" in message


def test_a_pattern_of_strangers_that_is_none_is_named(tmp_path: Path) -> None:
    message = _broken(tmp_path, "occupations.toml", "'劳动法'", "'劳动(法'")
    assert "kind 3.patterns" in message
    assert "劳动(法" in message


def test_a_cut_of_hunches_that_is_none_is_named(tmp_path: Path) -> None:
    message = _broken(tmp_path, "hunches.toml", "people = 0.8", 'people = "often"')
    assert "hunches.toml" in message
    assert "cuts.people" in message
    assert "a number" in message
