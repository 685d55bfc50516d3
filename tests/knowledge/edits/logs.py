"""Logs of edits to try: any edits, sensible or not, over any plan."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from knowledge.brief import Brief
from knowledge.edits import Add, Edit, Merge, Move, Remove, Resize, Split, Staff, Title
from knowledge.knowledge import Knowledge
from knowledge.loader import load
from knowledge.model import MAX_SIZE, Stage
from knowledge.plan import Plan, plan_of
from knowledge.sequence import Hire, hires
from tests.knowledge.briefs import cases

KNOWLEDGE: Knowledge = load()
MOST_PEOPLE = 100
ROLES = ("hr_manager", "telesales_agent", "store_manager", "service_agent", "no_such_role")
TEXTS = st.text(max_size=12) | st.sampled_from(
    ("Lily", "王芳", "=1+1", "<b>x</b>", "x" * 40, "y" * 41)
)


@st.composite
def briefs(draw: st.DrawFn, most: int = MOST_PEOPLE) -> Brief:
    """Make a brief without edits."""
    channel, stage, variants = draw(st.sampled_from(cases()))
    size = draw(st.integers(1, most))
    return Brief(channel, stage, False, size, size, variants)


def edits(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Edit]:
    """Make any edit about posts of these ids."""
    roles = st.sampled_from((*KNOWLEDGE.roles, *ROLES))
    few = st.integers(0, 9) | st.sampled_from((15, 5000))
    return st.one_of(
        st.builds(Add, roles, ids, few),
        st.builds(Remove, ids),
        st.builds(Resize, ids, few),
        st.builds(Move, ids, ids, st.none() | few),
        st.builds(Title, ids, TEXTS),
        st.builds(Staff, ids, st.lists(TEXTS, max_size=4).map(tuple)),
        st.builds(Merge, ids, ids),
        st.builds(Split, ids, few),
    )


@st.composite
def edited(draw: st.DrawFn, most_edits: int = 12) -> Plan:
    """Make a plan with a log of edits, most of which speak of posts that there are."""
    made = planned(draw(briefs()))
    for _ in range(draw(st.integers(0, most_edits))):
        there = st.sampled_from([post.id for post in made.posts])
        ids = there | there | there | st.sampled_from(("p1", "p9", "p4999", "e1", "e2", "e1b", "x"))
        made = with_edits(made, draw(edits(ids)))
    return made


@cache
def _sequence(channel: str, stage: Stage, variants: tuple[str, ...]) -> list[Hire]:
    return hires(KNOWLEDGE.channels[channel], stage, variants, MAX_SIZE)


def planned(brief: Brief) -> Plan:
    """Plan a brief."""
    return plan_of(KNOWLEDGE, brief, _sequence(brief.channel, brief.stage, brief.variants))


def with_edits(made: Plan, *more: Edit) -> Plan:
    """Plan again with more edits at the end of the log."""
    return planned(replace(made.brief, edits=(*made.brief.edits, *more)))
