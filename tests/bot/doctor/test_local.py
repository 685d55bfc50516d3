"""What the doctor finds on this machine: configuration, knowledge, store, disk and settings."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from bot.core import Core
from bot.doctor import examine, local
from bot.store import open_store
from flows.text.table import LexiconError
from knowledge.errors import KnowledgeError
from tests.bot.doctor.checkup import WEBHOOK, examined, found_by, states


def test_a_fresh_machine_lacks_only_the_token(place: Path) -> None:
    findings = examined(place / "o.db")
    assert states(findings) == {
        **dict.fromkeys(["configuration", "knowledge", "store", "running", "disk"], "ok"),
        "token": "problem",
    }


def test_a_missing_token_comes_with_the_steps_to_get_one(place: Path) -> None:
    said = found_by("token", examined(place / "o.db")).text.splitlines()
    assert len(said) == 5
    assert "@BotFather" in said[1]
    assert "/newbot" in said[2]
    assert "ORGWRIGHT_TELEGRAM_TOKEN" in said[4]
    assert "orgwright telegram" in said[4]


def test_a_configuration_that_cannot_be_used_is_named_and_the_rest_left_out(place: Path) -> None:
    findings = examine("absent.toml", {})
    assert states(findings) == {"configuration": "problem", "knowledge": "ok"}
    assert findings[0].text.startswith("absent.toml: there is no such file")


@pytest.mark.parametrize(
    "error", [KnowledgeError("forms.toml", "f", "mend it"), LexiconError("fold.toml", "k", "mend")]
)
def test_broken_knowledge_is_named(
    place: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken() -> Core:
        raise error

    monkeypatch.setattr(Core, "load", broken)
    found = found_by("knowledge", examined(place / "o.db"))
    assert (found.state, found.text) == ("problem", str(error))


def test_a_store_that_is_missing_is_not_made(place: Path) -> None:
    path = place / "new" / "folder" / "o.db"
    found = found_by("store", examined(path))
    assert (found.state, str(path) in found.text) == ("ok", True)
    assert list(place.iterdir()) == []


def test_a_relative_path_is_shown_where_it_leads(place: Path) -> None:
    found = found_by("store", examined(Path("o.db")))
    assert str(place / "o.db") in found.text


def test_a_sound_store_is_left_without_a_trace(place: Path) -> None:
    path = place / "数据 #1?.db"
    open_store(path).close()
    before = sorted(place.iterdir())
    assert found_by("store", examined(path)).state == "ok"
    assert sorted(place.iterdir()) == before


def test_a_store_that_another_process_uses_is_sound(place: Path) -> None:
    path = place / "o.db"
    with open_store(path):
        assert found_by("store", examined(path)).state == "ok"


def test_a_file_in_the_place_of_the_folder_is_named(place: Path) -> None:
    (place / "file").touch()
    found = found_by("store", examined(place / "file" / "o.db"))
    assert found.state == "problem"
    assert found.text == f"{place / 'file'} is no folder; name another file as store.path."


def test_a_folder_that_cannot_be_written_to_is_named(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda folder, mode: False)
    found = found_by("store", examined(place / "o.db"))
    assert found.state == "problem"
    assert found.text.startswith(f"{place} cannot be written to; allow that or name another")


def test_a_file_of_another_program_is_refused_and_left_alone(place: Path) -> None:
    path = place / "letter.txt"
    path.write_text("Dear Sir", "utf-8")
    found = found_by("store", examined(path))
    assert (found.state, "is not a database" in found.text) == ("problem", True)
    assert path.read_text("utf-8") == "Dear Sir"


def test_a_folder_in_the_place_of_the_store_is_named(place: Path) -> None:
    found = found_by("store", examined(place))
    assert (found.state, "is a folder" in found.text) == ("problem", True)


def damage(path: Path) -> None:
    """Let an index say something else than its table, which only a check of the file sees."""
    open_store(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA writable_schema = ON")
        index = "SELECT min(rowid) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        changed = database.execute(
            f"UPDATE sqlite_schema SET rootpage = 2 WHERE rowid = ({index})"  # noqa: S608 - ours
        )
        assert changed.rowcount == 1
    database.close()


def test_a_damaged_store_is_named_with_what_to_do(place: Path) -> None:
    damage(place / "o.db")
    found = found_by("store", examined(place / "o.db"))
    assert found.state == "problem"
    assert "is damaged" in found.text
    assert "restore a backup" in found.text


def test_a_store_that_cannot_be_looked_at_is_named(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hidden(path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", hidden)
    found = local.check_store(place / "o.db")
    assert (found.state, "(Permission denied); mend that" in found.text) == ("problem", True)
    assert local.check_disk(place / "o.db").state == "note"


@pytest.mark.parametrize(("megabytes", "state"), [(199, "note"), (200, "ok")])
def test_a_disk_that_is_nearly_full_is_noted(
    place: Path, monkeypatch: pytest.MonkeyPatch, megabytes: int, state: str
) -> None:
    usage = shutil.disk_usage(place)._replace(free=megabytes * 1_000_000)
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage)
    found = found_by("disk", examined(place / "a" / "o.db"))
    assert (found.state, f"{megabytes} MB" in found.text) == (state, True)


def test_a_webhook_needs_an_address_and_a_secret(place: Path) -> None:
    said = [f.text for f in examined(place / "o.db", MODE="webhook") if f.check == "webhook"]
    assert len(said) == 2
    assert "telegram.webhook_url" in said[0]
    assert "telegram.webhook_secret" in said[1]


@pytest.mark.parametrize(("base_url", "is_fine"), [("", False), ("http://127.0.0.1:1/bot", True)])
def test_only_a_server_of_ones_own_calls_an_address_without_encryption(
    place: Path, base_url: str, is_fine: bool
) -> None:
    settings = {**WEBHOOK, "WEBHOOK_URL": "http://bot.example.org", "BASE_URL": base_url}
    findings = examined(place / "o.db", **settings)
    assert ("webhook" not in states(findings)) is is_fine
