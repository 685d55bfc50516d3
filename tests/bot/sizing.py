"""Command lines about how many people some work needs."""

from __future__ import annotations

EXAMPLE = (
    *("size", "calls", "--calls", "100", "--interval-minutes", "30", "--aht-seconds", "180"),
    *("--service-level", "0.8", "--answer-seconds", "20", "--max-occupancy", "0.85"),
    *("--shrinkage", "0.3"),
)
SERVICE_WORK = (
    *("size", "service", "--calls", "100", "--interval-minutes", "60"),
    *("--chats", "300", "--chat-interval-minutes", "480", "--mails", "200"),
)
