"""Workloads to try: what somebody might tell of each kind of work."""

from __future__ import annotations

from hypothesis import strategies as st

from knowledge.knowledge import Knowledge
from knowledge.workload.quantity import Quantity, Told
from knowledge.workload.result import Refusal, Sizing
from knowledge.workload.sizing import WORKS, Work, size

# Figures that go together; each with an amount that must be told.
CASES: dict[str, tuple[str, dict[str, float]]] = {
    "calls": ("calls", {"calls": 100}),
    "calls with a quiet time": ("calls", {"calls": 100, "off_peak_calls": 30, "open_hours": 13}),
    "chats": ("chats", {"chats": 40}),
    "chats with a quiet time": ("chats", {"chats": 40, "off_peak_chats": 9, "open_hours": 15}),
    "mails": ("mails", {"mails": 300}),
    "mails with a backlog": ("mails", {"mails": 300, "backlog": 900}),
    "dials": ("telesales", {"dials": 3000}),
    "dials by time": ("telesales", {"dials": 3000, "talk_seconds": 200}),
    "leads": ("telesales", {"leads": 700}),
    "deals": ("telesales", {"deals": 400}),
    "deals by time": ("telesales", {"deals": 400, "phone_hours": 6}),
    "orders": ("orders", {"orders": 900}),
    "orders by time": ("orders", {"orders": 900, "chat_minutes": 6}),
    "a shop that does it all": (
        "orders",
        {"orders": 900, "presales_chats": 500, "skus": 800, "new_skus": 90, "live_hours": 9},
    ),
}


def exactly(**figures: float) -> dict[str, Told]:
    """Tell figures without doubt."""
    return {name: Told(value, value) for name, value in figures.items()}


def sized(knowledge: Knowledge, work: str, **figures: float) -> Sizing:
    """Reckon figures that can be reckoned."""
    found = size(knowledge.workload, work, exactly(**figures))
    assert not isinstance(found, Refusal), found
    return found


def usual(quantity: Quantity) -> st.SearchStrategy[float]:
    """Choose a figure from what is usual, for an amount from what a team may have."""
    if quantity.kind == "amount":
        return st.floats(max(quantity.least, 1), min(quantity.most, 2000))
    return st.floats(quantity.low, quantity.high)


def any_figure(quantity: Quantity) -> st.SearchStrategy[float]:
    """Choose a figure from all that are accepted."""
    return st.floats(quantity.least, quantity.most)


@st.composite
def told(draw: st.DrawFn, knowledge: Knowledge, work: Work) -> dict[str, Told]:
    """Tell one of the amounts and some other figures, roughly at times."""
    names = {draw(st.sampled_from(work.demand))}
    others = sorted(set(work.quantities) - set(work.demand))
    names |= set(draw(st.lists(st.sampled_from(others), max_size=4)))
    found = {}
    for name in sorted(names):
        figure = any_figure(knowledge.workload.quantities[name])
        low, high = sorted((draw(figure), draw(figure)))
        found[name] = Told(low, high if draw(st.booleans()) else low)
    return found


ALL_WORKS = tuple(WORKS.values())
