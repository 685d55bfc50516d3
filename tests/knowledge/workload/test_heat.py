"""Heat maps: every cell is what the queue's arithmetic gives, and the answer stands among them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.workload.erlang import SLACK, service
from knowledge.workload.heat import MOST_ROWS, Heat, heat
from knowledge.workload.result import Refusal
from knowledge.workload.sizing import WORKS, size
from tests.knowledge.workload.told import exactly, sized, told

_KNOWLEDGE = load()
QUEUES = [work for work in WORKS.values() if work.has_queue]


def agents(found: Heat) -> list[int]:
    return [row[0].agents for row in found.rows]


def test_the_example_of_the_issue_is_framed(knowledge: Knowledge) -> None:
    found = heat(sized(knowledge, "calls", calls=100, interval_minutes=30, aht_seconds=180))
    assert found is not None
    assert (found.amount, found.agents) == (100, 14)
    answer = found.rows[agents(found).index(14)][found.amounts.index(100)]
    assert answer.service_level == pytest.approx(0.88835, abs=1e-5)
    above = found.rows[agents(found).index(13)][found.amounts.index(100)]
    assert (found.fits(answer), found.fits(above)) == (True, False)


def test_the_columns_go_from_the_quiet_time_to_the_peak_and_beyond(knowledge: Knowledge) -> None:
    found = heat(sized(knowledge, "calls", calls=120, off_peak_calls=60))
    assert found is not None
    assert found.amounts == (60, 75, 90, 105, 120, 135, 150)


def test_work_without_a_queue_has_none(knowledge: Knowledge) -> None:
    assert heat(sized(knowledge, "mails", mails=100)) is None
    assert heat(sized(knowledge, "orders", orders=100)) is None


def test_a_number_of_people_that_was_asked_about_is_a_row(knowledge: Knowledge) -> None:
    found = size(knowledge.workload, "calls", exactly(calls=100, aht_seconds=180), agents=9)
    assert not isinstance(found, Refusal)
    seen = heat(found)
    assert seen is not None
    assert 9 in agents(seen)
    assert seen.agents == 9


@settings(max_examples=60)
@given(st.data())
def test_more_people_serve_better_and_more_work_worse(data: st.DataObject) -> None:
    work = data.draw(st.sampled_from(QUEUES))
    found = size(_KNOWLEDGE.workload, work.id, data.draw(told(_KNOWLEDGE, work)))
    seen = None if isinstance(found, Refusal) else heat(found)
    if isinstance(found, Refusal) or seen is None:
        return
    rows = agents(seen)
    assert found.together.agents.count in rows
    assert 1 <= len(rows) <= MOST_ROWS
    assert rows == sorted(set(rows))
    assert rows[0] >= 1
    assert list(seen.amounts) == sorted(seen.amounts)
    levels = [[cell.service_level for cell in row] for row in seen.rows]
    for lines, sign in ((levels, -1), (zip(*levels, strict=True), 1)):
        for one, other in (pair for line in lines for pair in pairwise(line)):
            assert (other - one) * sign >= -SLACK


@settings(max_examples=40)
@given(st.data())
def test_a_cell_is_what_so_many_people_reach_with_so_much_work(data: st.DataObject) -> None:
    work = data.draw(st.sampled_from(QUEUES))
    found = size(_KNOWLEDGE.workload, work.id, data.draw(told(_KNOWLEDGE, work)))
    seen = None if isinstance(found, Refusal) else heat(found)
    if seen is None:
        return
    row, column = data.draw(st.sampled_from(seen.rows)), data.draw(st.integers(0, 6))
    load = seen.goal.load * seen.amounts[column] / seen.amount
    how = load, seen.goal.handle_seconds, seen.goal.answer_seconds
    assert row[column] == service(row[0].agents, *how)
