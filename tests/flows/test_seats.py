"""Seats: names that nobody else has, taking and giving back, and a log that does not fill up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.codes import decode
from flows.draft import EMPTY
from flows.shelf import Kept
from flows.workshop.seats import (
    called,
    free_seats,
    is_only_staffed,
    put,
    reseated,
    staffed,
    toggled,
    without_name,
)
from flows.workshop.taps import can_join, is_chaired, is_claim, is_workshop
from knowledge.edits import LONGEST_TEXT, MOST_EDITS, Resize, Staff, clean
from knowledge.plan import Plan, Post, plan
from tests.flows.talk import knowledge


def kept_of(code: str) -> Kept:
    brief = decode(knowledge(), code)
    assert brief
    return Kept(brief)


def planned(kept: Kept) -> Plan:
    return plan(knowledge(), kept.brief)


def post_of(kept: Kept, id: str) -> Post:
    return next(post for post in planned(kept).posts if post.id == id)


def taps(kept: Kept, post: str, name: str) -> Kept | None:
    """Let somebody tap the button of a post; None if that cannot be."""
    names = toggled(post_of(kept, post), name)
    return None if names is None else staffed(kept, planned(kept), Staff(post, names))


@pytest.mark.parametrize(
    ("first", "last", "taken", "name"),
    [
        ("Bob", "", set[str](), "Bob"),
        ("Bob", "Smith", set[str](), "Bob"),
        ("Bob", "Smith", {"Bob"}, "Bob S."),
        ("bob", "Smith", {"Bob"}, "bob S."),
        ("Bob", "Smith", {"Bob", "Bob S."}, "Bob 2"),
        ("Bob", "", {"Bob", "Bob 2"}, "Bob 3"),
        ("伟", "王", {"伟"}, "王伟"),
        ("", "Smith", set[str](), "Smith"),
        ("\u202e Bob\n", "", set[str](), "Bob"),
        ("\u2066", "\u200b", set[str](), "somebody"),
        ("x" * 60, "Smith", {"x" * 40}, "x" * 37 + " S."),
    ],
)
def test_a_member_is_called_like_nobody_else(
    first: str, last: str, taken: set[str], name: str
) -> None:
    assert called(first, last, taken, "somebody") == name


@given(st.text(max_size=80), st.text(max_size=80), st.sets(st.text(max_size=5), max_size=20))
def test_whatever_somebody_is_called_their_name_fits_into_a_post(
    first: str, last: str, taken: set[str]
) -> None:
    name = called(first, last, taken, "somebody")
    assert 1 <= len(name) <= LONGEST_TEXT
    assert clean(name) == name
    assert name not in taken


def test_a_second_tap_gives_the_seat_back_and_leaves_no_trace() -> None:
    kept = kept_of("ts-s-12")
    taken = taps(kept, "p1", "Bob")
    assert taken
    assert post_of(taken, "p1").names == ("Bob",)
    assert taps(taken, "p1", "Bob") == kept


def test_a_post_of_one_is_full_and_one_of_several_is_not() -> None:
    kept = taps(kept_of("ts-s-12"), "p1", "Bob")
    assert kept
    assert taps(kept, "p1", "Eve") is None
    kept = taps(kept, "p2", "Bob")
    assert kept
    kept = taps(kept, "p2", "Eve")
    assert kept
    assert post_of(kept, "p2").names == ("Bob", "Eve")
    assert free_seats(post_of(kept, "p2")) == 9


def test_names_from_before_another_change_are_kept_apart_in_the_log() -> None:
    kept = taps(kept_of("ts-s-12"), "p2", "Bob")
    assert kept
    edits = (*kept.brief.edits, Resize("p2", 12))
    kept = replace(kept, brief=replace(kept.brief, edits=edits), steps=(1, 1))
    after = taps(kept, "p2", "Bob")
    assert after
    assert after.brief.edits == (*edits, Staff("p2", ()))
    assert post_of(after, "p2").names == ()


def test_a_log_that_is_full_takes_no_seat_of_a_further_post() -> None:
    kept = kept_of("ts-g-55")
    sizes = tuple(Resize("p3", 11 + i % 2) for i in range(1, MOST_EDITS + 1))
    full = replace(kept, brief=replace(kept.brief, edits=sizes))
    assert taps(full, "p1", "Bob") is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from([p.id for p in planned(kept_of("ec-g-20")).posts]),
            st.sampled_from(["Ann", "Bob", "Eve", "小王"]),
        ),
        max_size=60,
    )
)
@settings(max_examples=40)
def test_a_busy_group_never_overfills_a_post_or_the_log(
    tapped: list[tuple[str, str]],
) -> None:
    kept = kept_of("ec-g-20")
    posts = len(planned(kept).posts)
    seated: set[tuple[str, str]] = set()
    for post, name in tapped:
        after = taps(kept, post, name)
        if after is not None:
            kept = after
            seated ^= {(post, name)}
    found = {(p.id, name) for p in planned(kept).posts for name in p.names}
    assert found == seated
    assert len(kept.brief.edits) <= posts
    assert sum(kept.steps) == len(kept.brief.edits)
    assert all(free_seats(post) >= 0 for post in planned(kept).posts)


def test_taking_a_seat_leaves_the_owners_conversation_alone() -> None:
    kept = taps(kept_of("ts-s-12"), "p1", "Bob")
    assert kept
    asking = replace(EMPTY, channel="marketing", asked="size", plan="mk-s-5")
    after, code = put(asking, "ts-s-12", kept)
    assert (after, code) == (asking, "@1")
    shown, _ = put(replace(EMPTY, plan="ts-s-12"), "ts-s-12", kept)
    assert shown.plan == "@1", "the plan shown last is the one people sit in"


def test_a_name_leaves_a_plan_with_all_its_history() -> None:
    kept = taps(kept_of("ts-s-12"), "p2", "Bob")
    assert kept
    kept = taps(kept, "p2", "Eve")
    assert kept
    kept = replace(kept, undone=((Staff("p1", ("Bob",)),),))
    gone = without_name(kept, "Bob")
    assert "Bob" not in repr(gone)
    assert post_of(gone, "p2").names == ("Eve",)


def test_people_find_their_seats_in_another_plan_by_their_role() -> None:
    before = taps(kept_of("ts-g-55"), "p1", "Ann")
    assert before
    for post, name in (("p3", "Bob"), ("p5", "Eve")):
        before = taps(before, post, name)
        assert before
    after = planned(kept_of("ts-g-30"))
    seats = {staff.post: staff.names for staff in reseated(planned(before), after)}
    posts = {post.id: post for post in after.posts}
    roles = {name: posts[place].role for place, names in seats.items() for name in names}
    assert roles["Ann"] == "telesales_manager" or "Ann" not in roles
    assert roles["Bob"] == roles["Eve"] == "telesales_agent"


def test_only_names_are_no_change_of_the_team() -> None:
    kept = taps(kept_of("ts-s-12"), "p1", "Bob")
    assert kept
    assert is_only_staffed(kept.brief)
    assert not is_only_staffed(replace(kept.brief, edits=(Resize("p2", 12),)))


@pytest.mark.parametrize(
    ("data", "who"),
    [
        ("seats:@1", "everybody"),
        ("take:@1:p3", "everybody"),
        ("vote:@1", "admins"),
        ("poll:@1:v1", "admins"),
        ("close:3", "admins"),
        ("free:@1", "owner"),
        ("unseat:@1:p3:abc", "owner"),
        ("win:3:1", "owner"),
    ],
)
def test_every_button_says_who_may_tap_it(data: str, who: str) -> None:
    assert is_workshop(data)
    assert can_join(data) == (who == "everybody")
    assert is_chaired(data) == (who == "admins")


def test_buttons_of_the_conversation_are_none_of_the_workshop() -> None:
    assert not any(map(is_workshop, ("part:card:@1", "more:@1:p3", "seat", "")))
    assert [is_claim(data) for data in ("take:@1:p1", "seats:@1:2", "seats:@1")] == [1, 1, 0]
