"""The health page: figures as JSON, 200 when all is well and 503 with the reasons when not."""

from __future__ import annotations

import socket
from typing import Any

import aiohttp
import pytest

from bot.errors import ConfigError, StoreError
from bot.figures import COUNTERS, KEPT, Durations
from bot.health import Figures, Outbox, report, serve


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def nothing_waits() -> tuple[int, None]:
    return 0, None


def broken() -> tuple[int, None]:
    raise StoreError("The store is damaged.")


def waiting(messages: int, oldest_seconds: float) -> Outbox:
    return lambda: (messages, oldest_seconds)


def durations(*milliseconds: float) -> Durations:
    found = Durations()
    for duration in milliseconds:
        found.add(duration)
    return found


async def asked(port: int | None, path: str = "/health", method: str = "GET") -> tuple[int, Any]:
    """Ask for a page; gives its status and, if it is JSON, what it says."""
    address = f"http://127.0.0.1:{port}{path}"
    async with aiohttp.ClientSession() as session, session.request(method, address) as response:
        is_json = response.content_type == "application/json"
        return response.status, await response.json() if is_json else None


async def test_a_bot_that_is_well_answers_200_with_its_figures(clock: Clock) -> None:
    figures = Figures(clock, clock, is_polling=True)
    figures.received()
    figures.polled()
    figures.replies_sent += 2
    figures.handling.add(3.5)
    clock.now += 5
    async with serve(figures, waiting(1, 2.5), 0) as port:
        status, found = await asked(port)
    assert status == 200
    state = {"healthy": True, "reasons": []}
    start = {"started_at": 1_700_000_000.0, "uptime_seconds": 5.0}
    last = {"last_update_at": 1_700_000_000.0, "last_poll_at": 1_700_000_000.0}
    assert found == {
        **state,
        **start,
        **last,
        "store": None,
        "outbox": {"waiting": 1, "oldest_seconds": 2.5},
        "handling_ms": {"p50": 3.5, "p95": 3.5, "max": 3.5},
        "delivery_ms": {"p50": None, "p95": None, "max": None},
        **dict.fromkeys(COUNTERS, 0),
        "updates": 1,
        "replies_sent": 2,
    }


async def test_a_bot_that_is_not_well_answers_503_with_the_reasons(clock: Clock) -> None:
    figures = Figures(clock, clock, is_polling=True)
    clock.now += 91
    async with serve(figures, waiting(3, 301), 0) as port:
        status, found = await asked(port)
    assert status == 503
    assert (found["healthy"], found["reasons"]) == (False, ["no_poll", "outbox_old"])


async def test_the_page_tells_the_state_of_the_moment(clock: Clock) -> None:
    figures = Figures(clock, clock, is_polling=True)
    async with serve(figures, nothing_waits, 0) as port:
        assert (await asked(port))[0] == 200
        clock.now += 91
        assert (await asked(port))[0] == 503
        figures.polled()
        assert (await asked(port))[0] == 200


@pytest.mark.parametrize("path", ["/", "/healthy", "/health/", "/metrics"])
async def test_there_is_no_other_page(clock: Clock, path: str) -> None:
    async with serve(Figures(clock, clock), nothing_waits, 0) as port:
        assert (await asked(port, path))[0] == 404


async def test_the_page_can_only_be_read(clock: Clock) -> None:
    async with serve(Figures(clock, clock), nothing_waits, 0) as port:
        assert (await asked(port, method="POST"))[0] == 405


async def test_without_a_port_there_is_no_page(clock: Clock) -> None:
    async with serve(Figures(clock, clock), nothing_waits, None) as port:
        assert port is None


async def test_the_port_is_free_again_afterwards(clock: Clock) -> None:
    async with serve(Figures(clock, clock), nothing_waits, 0) as port:
        assert port is not None
    async with serve(Figures(clock, clock), nothing_waits, port) as again:
        assert again == port


async def test_a_port_in_use_is_refused_with_the_name_of_the_setting(clock: Clock) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = f"operation.health_port: port {port} is in use by another program; write another"
        with pytest.raises(ConfigError, match=said):
            async with serve(Figures(clock, clock), nothing_waits, port):
                pytest.fail("the port was taken")


async def test_a_port_that_may_not_be_used_is_refused_too(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def forbidden(site: object) -> None:
        raise PermissionError(13, "error while attempting to bind")

    monkeypatch.setattr("aiohttp.web.TCPSite.start", forbidden)
    with pytest.raises(ConfigError, match=r"health_port: port 80 \(Permission denied\); write"):
        async with serve(Figures(clock, clock), nothing_waits, 80):
            pytest.fail("the port was forbidden")


def test_a_poll_may_take_90_seconds_and_no_longer(clock: Clock) -> None:
    figures = Figures(clock, clock, is_polling=True)
    clock.now += 50
    figures.polled()
    clock.now += 90
    assert report(figures, nothing_waits)["reasons"] == []
    clock.now += 1
    assert report(figures, nothing_waits)["reasons"] == ["no_poll"]


def test_a_bot_behind_a_webhook_need_not_poll(clock: Clock) -> None:
    figures = Figures(clock, clock)
    clock.now += 100_000
    assert report(figures, nothing_waits)["healthy"]


def test_a_message_may_wait_300_seconds_and_no_longer(clock: Clock) -> None:
    figures = Figures(clock, clock)
    assert report(figures, waiting(1, 300))["reasons"] == []
    assert report(figures, waiting(1, 300.5))["reasons"] == ["outbox_old"]


def test_many_messages_that_wait_shortly_are_no_fault(clock: Clock) -> None:
    assert report(Figures(clock, clock), waiting(5000, 10))["healthy"]


def test_a_store_that_cannot_be_read_is_a_reason(clock: Clock) -> None:
    found = report(Figures(clock, clock), broken)
    assert found["reasons"] == ["store"]
    assert found["outbox"] == {"waiting": None, "oldest_seconds": None}


def test_durations_are_told_by_median_95th_percentile_and_maximum() -> None:
    found = durations(*range(100, 0, -1)).summary()
    assert found == {"p50": 50, "p95": 95, "max": 100}


def test_one_duration_is_all_three() -> None:
    assert durations(1.23456).summary() == {"p50": 1.235, "p95": 1.235, "max": 1.235}


def test_only_the_latest_durations_count() -> None:
    found = durations(9_999, *[1] * KEPT).summary()
    assert found == {"p50": 1, "p95": 1, "max": 1}
