"""What is stored about a person or a chat: told, deleted, moved, let go."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from bot.store import Complaint, Share, Transaction
from bot.store.schema import STEPS, create_tables
from bot.store.sqlite import SqliteStore

NOW = 1_700_000_000
DAY = 86_400
SAID = Complaint(NOW, "why:ts-g-55", "TS-06", "组长太少", "zh-Hans")


def write(store: SqliteStore, update: str, chat: str, user: str, at: int = NOW) -> None:
    """Let a person have a draft, a plan, a complaint and an answer in a chat."""
    with store.message("telegram", update, at) as transaction:
        assert transaction is not None
        transaction.save_draft(chat, user, f'"{user} in {chat}"')
        transaction.save_plan("ts-g-55", chat, user, "{}")
        transaction.complain(chat, user, SAID)
        transaction.enqueue(chat, user, "screen", f'"to {user}"', "{}")
        token = f"{chat} {user}".center(22)
        transaction.save_share(Share(token, chat, user, "ts-g-55", NOW, None, may_edit=False))
        transaction.set_together(chat, user, is_on=True)


def during(store: SqliteStore, update: str) -> Transaction:
    """Give a transaction to read with."""
    with store.message("telegram", update, NOW) as transaction:
        assert transaction is not None
        return transaction


def counts(store: SqliteStore, column: str, value: str) -> list[int]:
    tables = ("drafts", "plans", "complaints", "outbox", "shares", "together")
    return [store._db.table(table).count_where(f"{column} = ?", [value]) for table in tables]


def test_a_person_is_told_everything_and_nothing_of_others(store: SqliteStore) -> None:
    write(store, "1", "7", "7")
    write(store, "2", "-100", "7")
    write(store, "3", "-100", "8")
    told = during(store, "4").everything_of("7")
    assert {table: len(rows) for table, rows in told.items() if rows} == {
        "drafts": 2,
        "plans": 2,
        "complaints": 2,
        "outbox": 2,
        "shares": 2,
        "together": 2,
    }
    assert "8" not in str(sorted(row["body"] for row in told["drafts"]))


def test_deleting_a_person_deletes_every_chat_and_what_waits(store: SqliteStore) -> None:
    write(store, "1", "7", "7")
    write(store, "2", "-100", "7")
    write(store, "3", "-100", "8")
    with store.message("telegram", "4", NOW) as transaction:
        assert transaction is not None
        transaction.set_menu("7", "zh-Hant-TW")
        transaction.delete_everything("7")
        assert transaction.menu("7") is None
    assert counts(store, "user", "7") == [0] * 6
    assert counts(store, "user", "8") == [1] * 6


def test_a_chat_that_stops_gives_up_what_waits_and_may_resume(store: SqliteStore) -> None:
    write(store, "1", "7", "7")
    with store.message("telegram", "2", NOW) as transaction:
        assert transaction is not None
        transaction.stop_chat("7")
    assert store.waiting_chats("telegram") == ()
    ((why,),) = store._db.execute("SELECT failed FROM outbox").fetchall()
    assert why == "the chat stopped the bot"
    with store.message("telegram", "3", NOW) as transaction:
        assert transaction is not None
        transaction.resume_chat("7")
    store.prune(NOW + 200 * DAY)
    assert counts(store, "chat", "7")[1:3] == [1, 1], "plans stay with who came back"


def test_all_of_a_chat_that_stopped_goes_after_the_days_of_a_draft(store: SqliteStore) -> None:
    write(store, "1", "7", "7")
    with store.message("telegram", "2", NOW) as transaction:
        assert transaction is not None
        transaction.stop_chat("7")
    store.prune(NOW + 30 * DAY, draft_days=30)
    assert counts(store, "chat", "7")[:3] == [1, 1, 1]
    store.prune(NOW + 30 * DAY + 1, draft_days=30)
    assert counts(store, "chat", "7")[:3] == [0, 0, 0]


def test_an_untouched_conversation_goes_but_its_plans_stay(store: SqliteStore) -> None:
    write(store, "1", "7", "7")
    write(store, "2", "8", "8", NOW + DAY)
    store.prune(NOW + 180 * DAY + 1)
    assert counts(store, "chat", "7")[:3] == [0, 1, 1]
    assert counts(store, "chat", "8")[:3] == [1, 1, 1]


def test_a_chat_moves_once_and_a_second_time_changes_nothing(store: SqliteStore) -> None:
    write(store, "1", "-1", "7")
    store.move_chat("telegram", "-1", "-1001")
    assert counts(store, "chat", "-1001") == [1] * 6
    assert store.waiting_chats("telegram") == ("-1001",)
    write(store, "2", "-1001", "8")
    store.move_chat("telegram", "-1", "-1001")
    assert counts(store, "chat", "-1") == [0] * 6
    assert counts(store, "chat", "-1001") == [2] * 6


def test_what_was_said_at_the_new_place_already_stays(store: SqliteStore) -> None:
    write(store, "1", "-1", "7")
    with store.message("telegram", "2", NOW) as transaction:
        assert transaction is not None
        transaction.save_draft("-1001", "7", '"newer"')
        transaction.move_chat("-1", "-1001")
        assert transaction.draft("-1001", "7") == '"newer"'
        assert transaction.draft("-1", "7") is None


def test_complaints_are_listed_for_the_editors_without_the_person(store: SqliteStore) -> None:
    write(store, "1", "7", "7")
    assert store.complaints() == (SAID,)


def test_a_note_is_read_in_the_next_run(path: Path) -> None:
    with SqliteStore.open(path) as store:
        assert store.note("profile") is None
        store.set_note("profile", "a")
        store.set_note("profile", "b")
    with SqliteStore.open(path) as store:
        assert store.note("profile") == "b"


def test_a_file_of_the_first_schema_keeps_what_it_holds(path: Path) -> None:
    _file_of_the_first_schema(path)
    with SqliteStore.open(path) as store:
        with store.message("telegram", "1", NOW) as transaction:
            assert transaction is None, "claimed before the upgrade"
        (waiting,) = store.waiting("telegram", "7", 10)
        assert (waiting.body, waiting.user, waiting.address) == ('"old"', "", "{}")
        during(store, "2").delete_everything("7")
        assert store.waiting_chats("telegram") == ()


def _file_of_the_first_schema(path: Path) -> None:
    from bot.store.place import APPLICATION_ID  # noqa: PLC0415 - needed here alone

    connection = sqlite3.connect(path, isolation_level=None)
    db = Database(connection)
    create_tables(db)
    db.table("_sqlite_migrations").insert(
        {"migration_set": "orgwright", "name": STEPS[0].__name__, "applied_at": "2026-11-25"},
        pk=("migration_set", "name"),
    )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("INSERT INTO claims VALUES ('telegram', '1', 0)")
    connection.execute(
        "INSERT INTO outbox (chat, kind, body, at, source, update_id)"
        " VALUES ('7', 'screen', '\"old\"', 0, 'telegram', '1')"
    )
    connection.close()
