"""Telesales: from leads, dials or deals to people on the phone."""

from __future__ import annotations

from knowledge.workload.sheet import Outcome, RawNeed, Sheet

TIMES = ("dial_seconds", "talk_seconds", "wrap_seconds", "phone_hours")


def telesales(sheet: Sheet) -> Outcome:
    """Reckon the people who call: dials a day, by what one person can dial a day."""
    daily = _dials(sheet)
    each = _dials_in_time(sheet) if sheet.has(*TIMES) else sheet["dials_per_agent"]
    agents = daily / each
    sheet.step("callers", daily=daily, dials_each=each, agents=agents)
    staff = agents / (1 - sheet["absence"])
    sheet.step("callers_staff", agents=agents, staff=staff)
    return Outcome((RawNeed(None, agents, staff, staff),))


def _dials(sheet: Sheet) -> float:
    """Give the dials a day that the work means."""
    if sheet.has("dials"):
        return sheet["dials"]
    if sheet.has("leads"):
        daily = sheet["leads"] * sheet["attempts"]
        sheet.step("leads_dials", daily=daily)
        return daily
    talks = sheet["deals"] / sheet["conversion"]
    sheet.step("deals_talks", talks=talks)
    daily = talks / sheet["contact_rate"] / sheet["month_days"]
    sheet.step("talks_dials", talks=talks, daily=daily)
    return daily


def _dials_in_time(sheet: Sheet) -> float:
    """Give the dials a person makes a day, by the time that one takes on average."""
    talk = sheet["contact_rate"] * (sheet["talk_seconds"] + sheet["wrap_seconds"])
    each = sheet["dial_seconds"] + talk
    sheet.step("dial_time", each_seconds=each)
    dials = sheet["phone_hours"] * 3600 / each
    sheet.step("dials_in_time", each_seconds=each, dials_each=dials)
    return dials
