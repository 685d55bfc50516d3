"""Customer service: calls and chats by queues, mail by the time it takes."""

from __future__ import annotations

from knowledge.model import MAX_SIZE
from knowledge.workload.erlang import agents_needed, load_of, service, services, whole
from knowledge.workload.result import Caution, Period, Queue, Refusal, Refused
from knowledge.workload.sheet import Outcome, RawNeed, Sheet

MOST_LOAD = 50_000  # erlangs at the heavy end; ten times the largest team there is a plan for
FEW = 6  # agents below whom the model asks for clearly too many
AROUND = 3  # agents fewer and more that are shown beside the answer


def calls(sheet: Sheet) -> Outcome:
    """Reckon people for calls: a queue at the peak, then shifts and opening hours."""
    return _queued(sheet, "calls", sheet["aht_seconds"], "answer_seconds")


def chats(sheet: Sheet) -> Outcome:
    """Reckon people for chats: like calls, each taking only its part of a person's time."""
    handle = sheet["chat_minutes"] * 60 / sheet["concurrency"]
    sheet.step("chats_handle", handle_seconds=handle)
    return _queued(sheet, "chats", handle, "reply_seconds")


def mails(sheet: Sheet) -> Outcome:
    """Reckon people for mail: no queue, the work may wait for a quiet hour."""
    daily = sheet["mails"]
    if sheet.has("backlog"):
        daily += sheet["backlog"] / sheet["clear_days"]
        sheet.step("mails_a_day", daily=daily)
    minutes = sheet["shift_hours"] * 60 * sheet["max_occupancy"]
    agents = daily * sheet["mail_minutes"] / minutes
    sheet.step("mails_agents", daily=daily, agents=agents)
    scheduled = agents / (1 - sheet["shrinkage"])
    staff = scheduled * sheet["open_days"] / sheet["person_days"]
    sheet.step("mails_staff", agents=agents, staff=staff)
    return Outcome((RawNeed(None, agents, scheduled, max(scheduled, staff)),))


def _queued(sheet: Sheet, what: str, handle: float, within: str) -> Outcome:
    queue = _queue(sheet, what, handle, within)
    agents = queue.reached.agents
    sheet.step(f"{what}_load", load=queue.load)
    sheet.step("agents_told" if sheet.agents else f"{what}_agents", agents=agents)
    scheduled = agents / (1 - sheet["shrinkage"])
    sheet.step("on_shift", agents=agents, scheduled=scheduled)
    periods = _periods(sheet, what, queue)
    seats = sum(period.hours * period.agents for period in periods)
    paid = sheet["shift_hours"] * sheet["person_days"] * (1 - sheet["shrinkage"])
    staff = seats * sheet["open_days"] / paid
    sheet.step("to_employ", seat_hours=seats, staff=staff)
    need = RawNeed(None, agents, scheduled, max(scheduled, staff))
    return Outcome((need,), queue, periods)


def _queue(sheet: Sheet, what: str, handle: float, within: str) -> Queue:
    """Find the agents for the peak, or look at those that were asked about."""
    load = _load(sheet, what, handle)
    answer, target, cap = sheet[within], sheet["service_level"], sheet["max_occupancy"]
    agents = sheet.agents or agents_needed(load, handle, answer, target, cap)
    reached = service(agents, load, handle, answer)
    shown = services(max(1, agents - AROUND), agents + AROUND, load, handle, answer)
    return Queue(load, handle, answer, target, cap, reached, shown)


def _load(sheet: Sheet, amount: str, handle: float) -> float:
    load = load_of(sheet[amount], handle, sheet["interval_minutes"] * 60)
    if load > (MAX_SIZE if sheet.end == "value" else MOST_LOAD):
        raise Refused(Refusal("too_many", (amount,), 0, MAX_SIZE))
    return load


def _periods(sheet: Sheet, what: str, peak: Queue) -> tuple[Period, ...]:
    """Divide the opening hours into peak and off-peak, if the latter was told."""
    agents, hours = peak.reached.agents, sheet["open_hours"]
    if not sheet.has(f"off_peak_{what}"):
        sheet.step("seats_all_day", agents=agents, seat_hours=agents * hours)
        return (Period("all_day", hours, agents),)
    busy = min(sheet["peak_hours"], hours)
    load = _load(sheet, f"off_peak_{what}", peak.handle_seconds)
    quiet = agents_needed(
        load, peak.handle_seconds, peak.answer_seconds, peak.target, peak.max_occupancy
    )
    quiet = min(quiet, agents)
    sheet.step(f"{what}_off_peak", off_peak_agents=quiet)
    rest = hours - busy
    seats = agents * busy + quiet * rest
    figures = {"off_peak_agents": quiet, "rest_hours": rest, "seat_hours": seats}
    sheet.step("seats_by_period", agents=agents, **figures)
    return Period("peak", busy, agents), Period("off_peak", rest, quiet)


def cautions(queue: Queue) -> tuple[Caution, ...]:
    """Say what to be careful about with the agents of a queue."""
    reached = queue.reached
    if reached.agents <= queue.load:
        return ("overload",)
    found: list[Caution] = []
    if reached.service_level < queue.target:
        found.append("below_target")
    if reached.agents < whole(queue.load / queue.max_occupancy):
        found.append("busy")
    if reached.agents < FEW:
        found.append("small")
    return (*found, "abandonment")
