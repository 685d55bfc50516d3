"""`orgwright backup` and `restore`: what one types, and the sentence one gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.command import refusal, run


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loaded: None) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ORGWRIGHT_STORE_PATH", "o.db")
    return tmp_path / "o.db"


def said(text: str) -> str:
    """Say something in the terminal chat."""
    result = run("chat", "--lang", "en", typed=f"{text}\n")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_conversation_goes_on_from_the_backup(store: Path) -> None:
    said("12 people, telesales, just started")
    done = run("backup", "copy.db")
    assert (done.exit_code, done.stderr) == (0, "")
    sentence = "Copied the store o.db to copy.db and checked it: 1 conversation, 1 plan.\n"
    assert done.stdout == sentence
    said("90 people, customer service, mature")
    done = run("restore", "copy.db")
    assert (done.exit_code, done.stderr) == (0, "")
    begin = "Restored the store o.db from copy.db: 1 conversation, 1 plan. The store that was there"
    assert done.stdout.startswith(begin)
    (kept,) = store.parent.glob("o.db.before-restore-*")
    assert str(kept) in done.stdout
    assert "Telesales team of 12" in said("/plan")


def test_what_cannot_be_done_ends_with_one_sentence_and_code_2(store: Path) -> None:
    assert refusal("backup", "copy.db").startswith("The store o.db does not exist, so there is")
    said("hello")
    run("backup", "copy.db")
    assert refusal("backup", "copy.db").endswith(
        "exists already; name another file, or add --force."
    )
    assert run("backup", "copy.db", "--force").exit_code == 0
    assert refusal("backup", "no/copy.db").endswith(
        "has no folder to be in; make the folder first."
    )
    assert refusal("restore", "absent.db").startswith("The backup absent.db is no file;")
    assert "Missing argument 'FILE'" in refusal("restore")


def test_the_help_pages_say_what_happens_to_the_files() -> None:
    assert "--force" in run("backup", "--help").stdout
    assert "is kept beside the new one" in run("restore", "--help").stdout
