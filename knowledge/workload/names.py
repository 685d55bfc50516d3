"""Names: the figures each kind of work reckons with, and the steps with the figures they show.

Only names, so that the check of the data need not load the arithmetic.
"""

from __future__ import annotations

from collections.abc import Mapping

_OPENING = ("open_hours", "peak_hours", "open_days", "shift_hours", "person_days", "shrinkage")
DEMAND: Mapping[str, tuple[str, ...]] = {
    "calls": ("calls",),
    "chats": ("chats",),
    "mails": ("mails",),
    "telesales": ("dials", "leads", "deals"),
    "orders": ("orders",),
}
QUANTITIES: Mapping[str, tuple[str, ...]] = {
    "calls": (
        *("calls", "off_peak_calls", "interval_minutes", "aht_seconds", "service_level"),
        *("answer_seconds", "max_occupancy", *_OPENING),
    ),
    "chats": (
        *("chats", "off_peak_chats", "interval_minutes", "chat_minutes", "concurrency"),
        *("service_level", "reply_seconds", "max_occupancy", *_OPENING),
    ),
    "mails": (
        *("mails", "backlog", "clear_days", "mail_minutes", "max_occupancy"),
        *("open_days", "shift_hours", "person_days", "shrinkage"),
    ),
    "telesales": (
        *(*DEMAND["telesales"], "attempts", "conversion", "contact_rate", "month_days"),
        *("dials_per_agent", "dial_seconds", "talk_seconds", "wrap_seconds", "phone_hours"),
        "absence",
    ),
    "orders": (
        *("orders", "presales_chats", "skus", "new_skus", "live_hours", "packed_per_hour"),
        *("work_hours", "presales_per_100", "chats_per_agent", "chat_minutes", "concurrency"),
        *("max_occupancy", "tickets_per_100", "tickets_per_agent", "skus_per_operator"),
        *("pages_per_day", "month_days", "anchor_hours", "desk_hours", "shop_days"),
        *("person_days", "absence", "sale_extra"),
    ),
}
# What only the reader knows; without a default.
AMOUNTS = frozenset(
    {
        *(name for names in DEMAND.values() for name in names),
        *("off_peak_calls", "off_peak_chats", "backlog"),
        *("presales_chats", "skus", "new_skus", "live_hours"),
    }
)
_STAFF = "shop_days person_days absence agents staff"
FORMULAS: Mapping[str, tuple[str, ...]] = {
    name: tuple(figures.split())
    for name, figures in {
        "calls_load": "calls aht_seconds interval_minutes load",
        "calls_agents": "service_level answer_seconds max_occupancy agents",
        "chats_handle": "chat_minutes concurrency handle_seconds",
        "chats_load": "chats interval_minutes load",
        "chats_agents": "service_level reply_seconds max_occupancy agents",
        "agents_told": "agents",
        "calls_off_peak": "off_peak_calls off_peak_agents",
        "chats_off_peak": "off_peak_chats off_peak_agents",
        "on_shift": "shrinkage agents scheduled",
        "seats_all_day": "open_hours agents seat_hours",
        "seats_by_period": "peak_hours agents off_peak_agents rest_hours seat_hours",
        "to_employ": "open_days shift_hours person_days shrinkage seat_hours staff",
        "mails_a_day": "mails backlog clear_days daily",
        "mails_agents": "mail_minutes shift_hours max_occupancy daily agents",
        "mails_staff": "open_days person_days shrinkage agents staff",
        "leads_dials": "leads attempts daily",
        "deals_talks": "deals conversion talks",
        "talks_dials": "contact_rate month_days talks daily",
        "dial_time": "dial_seconds contact_rate talk_seconds wrap_seconds each_seconds",
        "dials_in_time": "phone_hours each_seconds dials_each",
        "callers": "daily dials_each agents",
        "callers_staff": "absence agents staff",
        "packers": "orders packed_per_hour work_hours agents",
        "presales_demand": "orders presales_per_100 daily",
        "chats_in_time": "work_hours chat_minutes concurrency max_occupancy chats_each",
        "presales": "daily chats_each agents",
        "tickets": "orders tickets_per_100 tickets_per_agent daily agents",
        "anchors": "live_hours anchor_hours agents",
        "controllers": "live_hours desk_hours agents",
        "shop_staff": _STAFF,
        "operators": "skus skus_per_operator agents",
        "designers": "new_skus pages_per_day month_days agents",
        "sale_day": "sale_extra agents sale_agents",
    }.items()
}
