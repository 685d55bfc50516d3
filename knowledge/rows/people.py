"""Roles and functions."""

from __future__ import annotations

from knowledge.entry import Entry
from knowledge.model import CHANNELS, SHARED, STAGES, Function, Kpi, Role


def roles(file: Entry, channel: str) -> list[Role]:
    """Read the roles of one channel's file."""
    return file.every("role", lambda entry: _role(entry, channel))


def _role(entry: Entry, channel: str) -> Role:
    return Role(
        id=entry.string("id"),
        channel=channel,
        name=entry.text("name"),
        short=entry.text("short") if entry.has("short") else None,
        aliases=entry.words("aliases"),
        asks=entry.words("asks"),
        reports_to=entry.optional("reports_to"),
        covers_before=entry.optional("covers_before"),
        mission=entry.text("mission"),
        duties=entry.texts("duties"),
        kpis=tuple(entry.every("kpis", _kpi)),
        skills=entry.texts("skills"),
        ratio=entry.text("ratio"),
        functions=entry.strings("functions"),
        sources=entry.strings("sources"),
    )


def _kpi(entry: Entry) -> Kpi:
    return Kpi(entry.own_text(), entry.string("unit"))


def functions(file: Entry) -> list[Function]:
    """Read the functions."""
    return file.every("function", _function)


def _function(entry: Entry) -> Function:
    return Function(
        id=entry.string("id"),
        channel=entry.one_of("channel", (SHARED, *CHANNELS)),
        name=entry.text("name"),
        primary_owner=entry.string("primary_owner"),
        owners=entry.strings("owners"),
        needed_from=entry.one_of("needed_from", STAGES),
        shareable=entry.flag("shareable"),
        handoff_to=entry.strings("handoff_to", required=False),
        only_with=entry.strings("only_with", required=False),
        not_with=entry.strings("not_with", required=False),
        controls=entry.strings("controls", required=False),
    )
