"""Whatever a tap says, it is answered: a button of ours does what it says, the rest is stale."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.telegram.keyboard import read_owned
from flows.taps import _ABOUT_PLANS, _HANDLERS
from tests.fuzz.acting import CORE
from tests.fuzz.life import Life

_KINDS = (
    *_HANDLERS,
    *_ABOUT_PLANS,
    "seats",
    "take",
    "free",
    "unseat",
    "vote",
    "poll",
    "close",
    "win",
)
_WORDS = (
    *(
        "ts-g-55",
        "ec-s-8.10-v03",
        "cs-M-5000",
        "mk-s-1",
        "@1",
        "@2",
        "@0",
        "!" + "a" * 22,
        "!",
        "-",
    ),
    *(
        "p1",
        "p2",
        "p3",
        "p999",
        "e1",
        "e1a",
        "0",
        "1",
        "2",
        "7",
        "30",
        "-1",
        "٣",
        "¹",
        "99999999999",
    ),
    *("20.30", "5.", ".5", "1.5000", "5000.1", "6", "card", "roles", "why", "files", "language"),
    *("move", "merge", "staff", "title", "plan", "version", "edit", "view", "end", "on", "off"),
    *("yes", "no", "light", "dark", "csv", "png", "json", "en", "zh-Hans", "channel", "size"),
    *("launch", "complaints", "telesales", "growth", "none", "role", "duties", "kpi", ""),
    *("team_lead", "service_agent", "hr_manager", "telesales_agent", "ab", "a.b", "~7001"),
)
_words = (
    st.sampled_from(_WORDS) | st.sampled_from(sorted(CORE.knowledge.roles)) | st.text(max_size=6)
)
tapped = st.builds(
    lambda kind, words: ":".join((kind, *words)),
    st.sampled_from(_KINDS) | st.text(max_size=6),
    st.lists(_words, max_size=4),
)
_within = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(data=tapped.filter(lambda data: len(data.encode("utf-8", "replace")) <= 64))
def test_any_tap_is_answered_and_leaves_everything_sound(life: Life, data: str) -> None:
    anna = life.people[0]
    anna.taps_data(anna.chat.messages[0], data)
    life.settle()


@given(data=tapped)
def test_any_tap_below_a_shared_card_is_answered(life: Life, data: str) -> None:
    ben = life.people[1]
    ben.taps_data(life.inline[0], f"s:{data}")
    life.settle()


@given(text=st.text(max_size=70))
def test_data_is_taken_apart_without_loss(text: str) -> None:
    meaning, owner = read_owned(text)
    assert text in (meaning, f"{meaning}~", f"{meaning}~{owner}")
