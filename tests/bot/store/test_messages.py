"""One message, one transaction: claimed once, kept whole or not at all."""

import sqlite3

import pytest

from bot.store import Outgoing, SavedPlan, Transaction
from bot.store.sqlite import SqliteStore

NOW = 1_700_000_000
DAY = 86_400


class OurBugError(Exception):
    """Stands for any bug in the middle of a message."""


def save(store: SqliteStore, number: int, chat: str = "c", at: int = NOW) -> int:
    """Handle one message that enqueues one answer; gives the answer's id."""
    with store.message("telegram", str(number), at) as transaction:
        assert transaction is not None
        return transaction.enqueue(chat, "u", "screen", f'{{"n": {number}}}', "{}")


def opened(transaction: Transaction | None) -> Transaction:
    assert transaction is not None
    return transaction


def test_a_message_delivered_twice_is_claimed_once(store: SqliteStore) -> None:
    with store.message("telegram", "7", NOW) as first:
        assert first is not None
    with store.message("telegram", "7", NOW + 1) as second:
        assert second is None


def test_an_earlier_id_after_a_later_one_is_still_new(store: SqliteStore) -> None:
    save(store, 900)
    save(store, 3)


def test_two_sources_may_use_the_same_id(store: SqliteStore) -> None:
    save(store, 1)
    with store.message("terminal", "1", NOW) as transaction:
        assert transaction is not None


def test_a_bug_in_a_message_keeps_nothing_of_it_and_lets_it_come_again(store: SqliteStore) -> None:
    def meet_a_bug() -> None:
        with store.message("telegram", "1", NOW) as transaction:
            opened(transaction).save_draft("c", "u", "{}")
            opened(transaction).enqueue("c", "u", "screen", "{}", "{}")
            raise OurBugError

    with pytest.raises(OurBugError):
        meet_a_bug()
    assert store.waiting_chats("telegram") == ()
    with store.message("telegram", "1", NOW) as again:
        assert opened(again).draft("c", "u") is None


def test_a_claim_an_apology_and_an_error_record_are_kept_together(store: SqliteStore) -> None:
    with store.message("telegram", "1", NOW) as transaction:
        opened(transaction).enqueue("c", "u", "screen", "{}", "{}")
        opened(transaction).record_error("ValueError: no")
    store.record_error("telegram", "2", "KeyError: no", NOW)
    rows = store._db.execute("SELECT source, update_id, what, at FROM errors").fetchall()
    assert rows == [
        ("telegram", "1", "ValueError: no", NOW),
        ("telegram", "2", "KeyError: no", NOW),
    ]


def test_a_draft_belongs_to_one_person_in_one_chat(store: SqliteStore) -> None:
    with store.message("telegram", "1", NOW) as transaction:
        for chat, user, body in [
            ("a", "u", "1"),
            ("a", "v", "2"),
            ("b", "u", "3"),
            ("a", "u", "4"),
        ]:
            opened(transaction).save_draft(chat, user, body)
        found = [opened(transaction).draft(*key) for key in (("a", "u"), ("a", "v"), ("b", "u"))]
    assert found == ["4", "2", "3"]


def test_the_plan_saved_last_comes_first(store: SqliteStore) -> None:
    with store.message("telegram", "1", NOW) as transaction:
        for plan_id in ("p1", "p2", "p3", "p1"):
            opened(transaction).save_plan(plan_id, "c", "u", "{}")
        ids = [plan.id for plan in opened(transaction).plans_of("c", "u", 10, 0)]
        rest = [plan.id for plan in opened(transaction).plans_of("c", "u", 1, 1)]
    assert ids == ["p1", "p3", "p2"]
    assert rest == ["p3"]


def test_two_people_may_have_the_same_plan(store: SqliteStore) -> None:
    with store.message("telegram", "1", NOW) as transaction:
        opened(transaction).save_plan("p", "c", "u", '"mine"')
        opened(transaction).save_plan("p", "c", "v", '"theirs"')
        mine = opened(transaction).plan("p", "c", "u")
        nobodys = opened(transaction).plan("p", "c", "w")
    assert mine == SavedPlan("p", "c", "u", '"mine"', NOW)
    assert nobodys is None


def test_deleting_everything_leaves_other_people_alone(store: SqliteStore) -> None:
    store.mark_sent([save(store, 1)], NOW)
    save(store, 2)
    with store.message("telegram", "3", NOW) as transaction:
        theirs = opened(transaction).enqueue("c", "v", "screen", "{}", "{}")
        for user in ("u", "v"):
            opened(transaction).save_draft("c", user, "{}")
            opened(transaction).save_plan("p", "c", user, "{}")
        opened(transaction).delete_everything("u")
        assert opened(transaction).draft("c", "u") is None
        assert opened(transaction).plans_of("c", "u", 10, 0) == ()
        assert opened(transaction).draft("c", "v") == "{}"
        assert len(opened(transaction).plans_of("c", "v", 10, 0)) == 1
    outbox = store._db.execute("SELECT id FROM outbox").fetchall()
    assert outbox == [(theirs,)]


def test_a_body_that_is_not_json_is_a_bug(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.IntegrityError), store.message("telegram", "1", NOW) as transaction:
        opened(transaction).save_draft("c", "u", "not json")


def test_a_waiting_message_knows_what_it_answers(store: SqliteStore) -> None:
    waiting = save(store, 5)
    assert store.waiting("telegram", "c", 10) == (
        Outgoing(waiting, "c", "screen", '{"n": 5}', NOW, 0, "telegram", "5", "u", "{}"),
    )


def test_a_busy_chat_keeps_its_order_and_holds_up_no_other(store: SqliteStore) -> None:
    for number, chat in enumerate(["a", "a", "a", "b", "c", "b"]):
        save(store, number, chat)
    assert store.waiting_chats("telegram") == ("a", "b", "c")
    assert [waiting.id for waiting in store.waiting("telegram", "a", 10)] == [1, 2, 3]
    assert [waiting.id for waiting in store.waiting("telegram", "b", 1)] == [4]
    assert store.waiting_chats("terminal") == ()
    assert store.depth("telegram") == (6, NOW)


def test_sent_and_failed_messages_no_longer_wait(store: SqliteStore) -> None:
    sent, failed, tried = save(store, 1), save(store, 2), save(store, 3)
    store.mark_sent([sent], NOW)
    store.mark_failed(failed, "the chat blocked the bot", NOW)
    store.mark_tried(tried)
    assert [(waiting.id, waiting.attempts) for waiting in store.waiting("telegram", "c", 10)] == [
        (tried, 1)
    ]


def test_pruning_forgets_what_is_older_than_eight_days(store: SqliteStore) -> None:
    store.mark_sent([save(store, 1)], NOW)
    store.mark_failed(save(store, 2), "gone", NOW)
    waiting = save(store, 3)
    store.prune(NOW + 8 * DAY)
    assert store._db["outbox"].count == 3
    store.prune(NOW + 8 * DAY + 1)
    assert [row["id"] for row in store._db["outbox"].rows] == [waiting]
    save(store, 1)


def test_pruning_keeps_error_records_for_thirty_days(store: SqliteStore) -> None:
    store.record_error("telegram", "1", "bug", NOW)
    store.prune(NOW + 30 * DAY)
    assert store._db["errors"].count == 1
    store.prune(NOW + 30 * DAY + 1)
    assert store._db["errors"].count == 0


def test_messages_of_a_batch_are_not_to_be_seen_before_its_end(
    store: SqliteStore, other: SqliteStore
) -> None:
    with store.batch():
        save(store, 1, "a")
        save(store, 2, "b")
        assert other.waiting_chats("telegram") == ()
    assert other.waiting_chats("telegram") == ("a", "b")


def test_a_batch_that_fails_keeps_nothing(store: SqliteStore) -> None:
    def fail() -> None:
        with store.batch():
            save(store, 1)
            raise OurBugError

    with pytest.raises(OurBugError):
        fail()
    assert store.waiting_chats("telegram") == ()
    save(store, 1)


def test_a_bug_in_one_message_of_a_batch_leaves_the_others(store: SqliteStore) -> None:
    def meet_a_bug() -> None:
        with store.message("telegram", "2", NOW) as transaction:
            opened(transaction).enqueue("b", "u", "screen", "{}", "{}")
            raise OurBugError

    with store.batch():
        save(store, 1, "a")
        with pytest.raises(OurBugError):
            meet_a_bug()
        save(store, 3, "c")
    assert store.waiting_chats("telegram") == ("a", "c")
    save(store, 2, "b")


def kept(base: str, name: str = "", edits: str = "[1]") -> str:
    return f'{{"kept": {{"base": "{base}", "edits": {edits}, "name": "{name}"}}}}'


def test_a_plan_is_not_listed_beside_the_same_one_whose_changes_were_taken_back(
    store: SqliteStore,
) -> None:
    rows = [
        *(("ts-g-55", "{}"), ("@1", kept("ts-g-55"))),  # taken back: one plan
        *(("ts-g-8", "{}"), ("@2", kept("ts-g-8", edits='[1, {"edit": "remove"}]'))),
        *(("ts-g-9", "{}"), ("@3", kept("ts-g-9", name="Berlin"))),
        *(("ts-g-7", kept("ts-g-7", name="Bonn")), ("@4", kept("ts-g-7"))),
    ]
    with store.message("telegram", "1", NOW) as transaction:
        for plan_id, body in rows:
            opened(transaction).save_plan(plan_id, "c", "u", body)
        opened(transaction).save_plan("ts-g-55", "c", "v", "{}")
        listed = opened(transaction).listed_plans("c", "u", 10, 0)
        assert [plan.id for plan in listed] == [i for i, _ in rows[:0:-1]]
        assert opened(transaction).count_listed("c", "u") == len(rows) - 1
        assert [plan.id for plan in opened(transaction).listed_plans("c", "v", 10, 0)] == [
            "ts-g-55"
        ]
        assert len(opened(transaction).plans_of("c", "u", 10, 0)) == len(rows)
