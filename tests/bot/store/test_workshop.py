"""The workshop in the store: names, lists and votes, and what is left of them: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

import pytest

from bot.store import Transaction
from bot.store.sqlite import SqliteStore
from bot.store.workshop import Board, Named

NOW, DAY = 1_700_000_000, 86_400
GROUP, OWNER, BOB, EVE = "-100", "7", "8", "9"
BOARD = Board(GROUP, OWNER, "@1", 1, "zh-Hans", None, NOW, None)
TABLES = ("seats", "boards", "rounds", "votes")
_NUMBERS = count()


@contextmanager
def during(store: SqliteStore, at: int = NOW) -> Iterator[Transaction]:
    with store.message("test", str(next(_NUMBERS)), at) as transaction:
        assert transaction is not None
        yield transaction


def rows(store: SqliteStore) -> dict[str, int]:
    return {table: store._db.table(table).count for table in TABLES}


@pytest.fixture
def voting(store: SqliteStore) -> SqliteStore:
    """Give a store where Bob has a seat and a vote in the owner's plan."""
    with during(store) as transaction:
        found = transaction.workshop
        transaction.save_plan("@1", GROUP, OWNER, '{"names": ["Bob"]}')
        found.call(GROUP, OWNER, BOB, "Bob")
        found.save_board(BOARD, 5)
        assert found.begin(GROUP, OWNER, "@1", "[]") == 1
        found.vote("P", BOB, 1)
    store.note_board(5, 31)
    store.note_poll(1, 32, "P")
    return store


def test_votes_are_counted_and_whose_they_were_is_forgotten(voting: SqliteStore) -> None:
    with during(voting) as transaction:
        found = transaction.workshop
        found.vote("P", EVE, 0)
        found.vote("P", EVE, 1)
        found.vote("P", "-55", 0)
        found.vote("another", EVE, 0)
        assert found.close(1, 3) == (1, 2, 0)
        found.vote("P", EVE, 2)
        closed = found.round(1)
        assert closed
        assert (closed.counts, found.open_round(GROUP, OWNER, "@1")) == ((1, 2, 0), None)
    assert rows(voting)["votes"] == 1


def test_a_vote_that_is_taken_back_does_not_count(voting: SqliteStore) -> None:
    with during(voting) as transaction:
        transaction.workshop.vote("P", BOB, None)
        transaction.workshop.vote("P", EVE, None)
        assert transaction.workshop.close(1, 2) == (0, 0)


def test_a_vote_that_comes_before_its_poll_is_known_counts(store: SqliteStore) -> None:
    with during(store) as transaction:
        transaction.workshop.begin(GROUP, OWNER, "@1", "[]")
        transaction.workshop.vote("P", BOB, 0)
    store.note_poll(1, 32, "P")
    with during(store) as transaction:
        assert transaction.workshop.close(1, 2) == (1, 0)


def test_where_list_and_poll_stand_is_noted_after_they_were_sent(voting: SqliteStore) -> None:
    assert voting.poll_message(1) == 32
    assert voting.poll_message(2) is None
    with during(voting) as transaction:
        board = transaction.workshop.board(GROUP, OWNER, "@1")
        assert board == replace(BOARD, message=31)
        transaction.workshop.save_board(replace(BOARD, page=2, message=31), None)
    voting.note_board(5, 40)
    with during(voting) as transaction:
        (board,) = transaction.workshop.boards_of(OWNER)
        assert (board.page, board.message) == (2, 40)


def test_results_that_become_the_plan_are_numbered(voting: SqliteStore) -> None:
    with during(voting) as transaction:
        found = transaction.workshop
        second = found.begin(GROUP, OWNER, "@2", "[]")
        for held_id, number in ((second, 1), (1, 2)):
            held = found.round(held_id)
            assert held
            assert found.take(held) == number


def test_a_member_is_told_of_names_and_votes_and_so_is_the_owner(voting: SqliteStore) -> None:
    with during(voting) as transaction:
        bobs, owners = transaction.everything_of(BOB), transaction.everything_of(OWNER)
    assert bobs["seats"] == [{"chat": GROUP, "name": "Bob", "at": NOW}]
    assert bobs["votes"] == [{"poll": "P", "choice": 1, "at": NOW}]
    assert (bobs["rounds"], bobs["boards"]) == ([], [])
    assert [len(owners[table]) for table in TABLES] == [0, 1, 1, 0]


def test_whoever_leaves_leaves_no_name_and_no_vote(voting: SqliteStore) -> None:
    with during(voting) as transaction:
        assert transaction.workshop.named(BOB) == (Named(GROUP, OWNER, "Bob"),)
        transaction.delete_everything(BOB)
        assert transaction.workshop.names(GROUP, OWNER) == {}
    assert rows(voting) == {"seats": 0, "boards": 1, "rounds": 1, "votes": 0}


def test_the_workshop_goes_with_its_owner(voting: SqliteStore) -> None:
    with during(voting) as transaction:
        transaction.delete_everything(OWNER)
    assert set(rows(voting).values()) == {0}


def test_the_workshop_of_a_plan_goes_with_it_and_names_with_the_last(voting: SqliteStore) -> None:
    with during(voting) as transaction:
        transaction.save_plan("@2", GROUP, OWNER, '{"names": ["Bob"]}')
        transaction.workshop.end_plan(GROUP, OWNER, "@1")
        transaction.delete_plan("@1", GROUP, OWNER)
        assert transaction.workshop.names(GROUP, OWNER) == {BOB: "Bob"}
        transaction.workshop.end_plan(GROUP, OWNER, "@2")
    assert set(rows(voting).values()) == {0}


def test_a_group_that_moves_takes_its_workshop_along(voting: SqliteStore) -> None:
    for _ in range(2):
        voting.move_chat("test", GROUP, "-2")
    with during(voting) as transaction:
        found = transaction.workshop
        assert found.names("-2", OWNER) == {BOB: "Bob"}
        assert found.board("-2", OWNER, "@1")
        assert found.open_round("-2", OWNER, "@1")
        assert found.board(GROUP, OWNER, "@1") is None


def test_lists_and_votes_have_their_time(voting: SqliteStore) -> None:
    voting.prune(NOW + 180 * DAY)
    assert set(rows(voting).values()) == {1}
    voting.prune(NOW + 180 * DAY + 1)
    assert rows(voting) == {"seats": 1, "boards": 0, "rounds": 0, "votes": 0}


def test_a_vote_in_a_poll_nobody_knows_goes_after_days(store: SqliteStore) -> None:
    with during(store) as transaction:
        transaction.workshop.vote("stray", BOB, 0)
    store.prune(NOW + 180 * DAY + 1)
    assert rows(store)["votes"] == 0


def test_what_was_sent_with_a_name_is_not_kept_but_what_waits_is(voting: SqliteStore) -> None:
    with during(voting) as transaction:
        sent = [
            transaction.enqueue(GROUP, OWNER, "screen", body, "{}")
            for body in ('{"html": "Bob"}', '{"html": "Eve"}')
        ]
        transaction.enqueue(GROUP, OWNER, "screen", '{"html": "for Bob"}', "{}")
        transaction.enqueue(GROUP, OWNER, "board", '{"html": "Bob sits"}', "{}")
    voting.mark_sent(sent, NOW)
    with during(voting) as transaction:
        transaction.workshop.unsay(GROUP, OWNER, ("Bob",))
    left = [row["body"] for row in voting._db.table("outbox").rows]
    assert left == ['{"html": "Eve"}', '{"html": "for Bob"}']
