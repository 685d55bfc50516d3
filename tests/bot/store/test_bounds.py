"""However much somebody does, what is kept of it stays small; what they made by hand stays."""

from __future__ import annotations

import json

import pytest

from bot.store import Complaint, Share, Transaction, bounds
from bot.store.sqlite import SqliteStore

NOW = 1_700_000_000


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be room for few of everything."""
    for name in ("MOST_PLANS", "MOST_COMPLAINTS", "MOST_CARDS", "MOST_SENT", "MOST_FILES"):
        monkeypatch.setattr(bounds, name, 5)


def during(store: SqliteStore, update: int) -> Transaction:
    """Give a transaction at a time of its own."""
    with store.message("test", str(update), NOW + update) as transaction:
        assert transaction is not None
        return transaction


def plans_of(store: SqliteStore, user: str) -> list[str]:
    sql = "SELECT id FROM plans WHERE user = ? ORDER BY at DESC"
    return [found for (found,) in store._db.execute(sql, [user])]


def test_of_too_many_plans_the_oldest_by_the_rules_go(store: SqliteStore) -> None:
    for size in range(1, 9):
        during(store, size).save_plan(f"ts-s-{size}", "c", "u", "{}")
    during(store, 100).save_plan("ts-s-1", "c", "other", "{}")
    assert plans_of(store, "u") == [f"ts-s-{size}" for size in range(8, 3, -1)]
    assert store._db.table("plans").count_where("user = 'other'") == 1


def test_plans_that_somebody_edited_or_named_stay(store: SqliteStore) -> None:
    for number in range(1, 7):
        during(store, number).save_plan(f"@{number}", "c", "u", "{}")
    during(store, 10).save_plan("ts-s-3", "c", "u", '{"kept": {"name": "Spring"}}')
    for size in range(11, 20):
        during(store, size).save_plan(f"ts-s-{size}", "c", "u", "{}")
    assert {*plans_of(store, "u")} >= {*(f"@{n}" for n in range(1, 7)), "ts-s-3"}
    assert len(plans_of(store, "u")) <= 7 + 5


def test_only_the_latest_cards_follow_a_plan(store: SqliteStore) -> None:
    during(store, 1).save_share(Share("t", "c", "u", "@1", NOW, None, may_edit=False))
    during(store, 2).save_share(Share("s", "c", "u", "@2", NOW, None, may_edit=False))
    during(store, 3).keep_card("other", "s")
    for number in range(10, 20):
        during(store, number).keep_card(f"card {number}", "t")
    assert during(store, 50).cards_of("t") == tuple(f"card {n}" for n in range(15, 20))
    assert during(store, 51).cards_of("s") == ("other",)


def test_only_the_latest_complaints_of_a_person_are_kept(store: SqliteStore) -> None:
    for number in range(10):
        said = Complaint(NOW, "why:ts-s-3", None, f"no. {number}", "en")
        during(store, number).complain("c", "u" if number else "other", said)
    assert [said.text for said in store.complaints()] == [
        *(f"no. {n}" for n in range(9, 4, -1)),
        "no. 0",
    ]


def test_of_very_many_sent_messages_the_oldest_go_and_nothing_that_waits(
    store: SqliteStore,
) -> None:
    ids = [during(store, n).enqueue("c", "u", "screen", f"{n}", "{}") for n in range(12)]
    during(store, 20).enqueue("d", "other", "screen", "20", "{}")
    store.mark_sent(ids[:8], NOW)
    store.mark_failed(ids[8], "gone", NOW)
    store.prune(NOW)
    left = [row[0] for row in store._db.execute("SELECT body FROM outbox ORDER BY id")]
    assert left == ["4", "5", "6", "7", "8", "9", "10", "11", "20"]


def test_only_the_latest_files_are_known(store: SqliteStore) -> None:
    for number in range(9):
        store.set_file_ids(f"k{number}", ["x"], NOW + number)
    store.prune(NOW + 10)
    assert [bool(store.file_ids(f"k{n}")) for n in range(9)] == [False] * 4 + [True] * 5


def test_the_content_of_a_file_goes_once_it_is_sent(store: SqliteStore) -> None:
    body = json.dumps({"name": "a.json", "text": "x" * 100_000, "html": "Here"})
    one, other = (during(store, n).enqueue("c", "u", "document", body, "{}") for n in (1, 2))
    store.mark_sent([one], NOW)
    store.mark_failed(other, "too large", NOW)
    kept = {json.dumps(json.loads(row[0])) for row in store._db.execute("SELECT body FROM outbox")}
    assert kept == {'{"name": "a.json", "html": "Here"}'}


def test_asking_for_ones_data_again_and_again_does_not_make_it_grow(store: SqliteStore) -> None:
    sizes = []
    for number in range(12):
        told = json.dumps(dict(during(store, number).everything_of("u")))
        sizes.append(len(told))
        body = json.dumps({"name": "mine.json", "text": told, "html": "Here"})
        during(store, 100 + number).enqueue("c", "u", "document", body, "{}")
    assert sizes[-1] - sizes[-2] == sizes[2] - sizes[1] < 300
