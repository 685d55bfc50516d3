"""E-commerce: from orders, chats, tickets, products and live hours to people, role by role."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.workload.sheet import Outcome, RawNeed, Sheet


def orders(sheet: Sheet) -> Outcome:
    """Reckon the people of a shop; what was not told, such as live hours, needs nobody."""
    return Outcome((*_every_day(sheet), *_by_month(sheet)))


def _every_day(sheet: Sheet) -> Iterator[RawNeed]:
    """Reckon what goes on every day the shop is open, so that people take turns."""
    on_duty = 0.0
    for role, reckon in (
        ("picker_packer", _packers),
        ("presales_cs", _presales),
        ("aftersales_cs", _aftersales),
        ("live_anchor", _anchors),
        ("live_controller", _controllers),
    ):
        agents = reckon(sheet)
        if agents is not None:
            on_duty += 0 if role.startswith("live") else agents
            yield _in_turns(sheet, role, agents)
    sheet.step("sale_day", agents=on_duty, sale_agents=on_duty * (1 + sheet["sale_extra"]))


def _packers(sheet: Sheet) -> float | None:
    if "third_party_logistics" in sheet.variants:
        return None
    agents = sheet["orders"] / (sheet["packed_per_hour"] * sheet["work_hours"])
    sheet.step("packers", agents=agents)
    return agents


def _presales(sheet: Sheet) -> float:
    daily = sheet["presales_chats"] if sheet.has("presales_chats") else _expected_chats(sheet)
    is_timed = sheet.has("chat_minutes", "concurrency", "max_occupancy")
    each = _chats_in_time(sheet) if is_timed else sheet["chats_per_agent"]
    sheet.step("presales", daily=daily, chats_each=each, agents=daily / each)
    return daily / each


def _expected_chats(sheet: Sheet) -> float:
    daily = sheet["orders"] * sheet["presales_per_100"] / 100
    sheet.step("presales_demand", daily=daily)
    return daily


def _chats_in_time(sheet: Sheet) -> float:
    at_once = sheet["concurrency"] * sheet["max_occupancy"]
    each = sheet["work_hours"] * 60 / sheet["chat_minutes"] * at_once
    sheet.step("chats_in_time", chats_each=each)
    return each


def _aftersales(sheet: Sheet) -> float:
    daily = sheet["orders"] * sheet["tickets_per_100"] / 100
    agents = daily / sheet["tickets_per_agent"]
    sheet.step("tickets", daily=daily, agents=agents)
    return agents


def _anchors(sheet: Sheet) -> float | None:
    return _live(sheet, "anchors", "anchor_hours")


def _controllers(sheet: Sheet) -> float | None:
    return _live(sheet, "controllers", "desk_hours")


def _live(sheet: Sheet, step: str, hours: str) -> float | None:
    if not sheet.has("live_hours"):
        return None
    agents = sheet["live_hours"] / sheet[hours]
    sheet.step(step, agents=agents)
    return agents


def _in_turns(sheet: Sheet, role: str, agents: float) -> RawNeed:
    turns = max(1.0, sheet["shop_days"] / sheet["person_days"])
    staff = agents * turns / (1 - sheet["absence"])
    sheet.step("shop_staff", agents=agents, staff=staff)
    return RawNeed(role, agents, staff, staff)


def _by_month(sheet: Sheet) -> Iterator[RawNeed]:
    """Reckon what may wait for a weekday."""
    if sheet.has("skus"):
        agents = sheet["skus"] / sheet["skus_per_operator"]
        sheet.step("operators", agents=agents)
        yield RawNeed("store_operator", agents, agents, agents)
    if sheet.has("new_skus"):
        agents = sheet["new_skus"] / (sheet["pages_per_day"] * sheet["month_days"])
        sheet.step("designers", agents=agents)
        yield RawNeed("ec_designer", agents, agents, agents)
