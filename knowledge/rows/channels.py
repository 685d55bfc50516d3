"""A channel's decision table, staffing programme and units."""

from __future__ import annotations

from knowledge.entry import Entry, is_pair
from knowledge.model import COMPANY, OTHER_TEAMS, STAGES, Role, Text, Words
from knowledge.programme import Channel, Line, Rule, Unit


def channel(file: Entry, name: str) -> Channel:
    """Read one channel's file."""
    return Channel(
        id=name,
        name=file.text("name"),
        first_role=file.string("first_role"),
        ranks=file.strings("ranks"),
        normal=_normal(file),
        normal_sources=file.strings("normal_sources"),
        divisional_above=file.integer("divisional_above"),
        head_reports=file.pair("head_reports") or file.fail("`head_reports` is missing"),
        support_alone=file.integer("support_alone"),
        hands_on=file.text("hands_on"),
        hands_on_until=file.integer("hands_on_until"),
        division=file.text("division"),
        ask_variants=file.strings("ask_variants", required=False),
        rules=tuple(file.every("rule", _rule)),
        lines=tuple(file.every("line", _line)),
        units=tuple(file.every("unit", _unit)),
    )


def company(file: Entry) -> tuple[Channel, Role]:
    """Read the company's file: its programme, and the box of teams whose work is not known."""
    if not file.has("other"):
        file.fail("`other` is missing; give a table [other]")
    other = Entry(file.file, file.table["other"], "other")
    name, short, mission = (other.text(key) for key in ("name", "short", "mission"))
    other.finish()
    return channel(file, COMPANY), _other_teams(name, short, mission)


def _other_teams(name: Text, short: Text, mission: Text) -> Role:
    """Make the box of other teams: only named and counted."""
    return Role(
        id=OTHER_TEAMS,
        channel=COMPANY,
        name=name,
        short=short,
        aliases=Words((), ()),
        asks=Words((), ()),
        reports_to=None,
        covers_before=None,
        mission=mission,
        duties=(),
        kpis=(),
        skills=(),
        ratio=mission,
        functions=(),
        sources=(),
    )


def _normal(file: Entry) -> tuple[tuple[int, int], ...]:
    """Read the usual sizes: one [low, high] for each stage."""
    pairs = file.table.get("normal")
    file.has("normal")
    if not isinstance(pairs, list) or len(pairs) != len(STAGES) or not all(map(is_pair, pairs)):
        file.fail("`normal` must be three ranges such as [[1, 12], [13, 60], [61, 600]]")
    return tuple((low, high) for low, high in pairs)


def _rule(entry: Entry) -> Rule:
    low, high = entry.pair("sizes") or entry.fail("`sizes` is missing; give a range [low, high]")
    return Rule(
        id=entry.string("id"),
        stage=entry.one_of("stage", STAGES),
        low=low,
        high=high,
        form=entry.string("form"),
        because=entry.text("because"),
        sources=entry.strings("sources"),
    )


def _line(entry: Entry) -> Line:
    kind = entry.one_of("kind", ("front", "lead", "support"))
    low, high = entry.pair("range") or (None, None)
    reports = entry.pair("reports")
    if reports is None and kind == "lead" and low is not None and high is not None:
        reports = low, high
    line = Line(
        id=entry.string("id"),
        role=entry.string("role"),
        kind=kind,
        share=entry.number("share"),
        one_per=entry.optional_integer("one_per"),
        fixed=entry.optional_integer("fixed"),
        of=entry.strings("of", required=False),
        low=low,
        high=high,
        reports=reports,
        from_stage=entry.one_of("from_stage", STAGES, "startup"),
        from_size=entry.integer("from_size", 1),
        from_base=entry.integer("from_base", 0),
        second_from_size=entry.integer("second_from_size", 1),
        only_with=entry.strings("only_with", required=False),
        not_with=entry.strings("not_with", required=False),
        because=entry.text("because"),
        sources=entry.strings("sources"),
    )
    _check_form(entry, line)
    return line


def _check_form(entry: Entry, line: Line) -> None:
    """Refuse a line that does not say in exactly one way how posts become due."""
    if sum(value is not None for value in (line.share, line.one_per, line.fixed)) != 1:
        entry.fail("give exactly one of `share`, `one_per` and `fixed`")
    if line.one_per is not None:
        if not line.of or line.low is None or line.high is None:
            entry.fail("`one_per` needs `of` (what is counted) and `range` (what sources give)")
        if not line.low <= line.one_per <= line.high:
            entry.fail(f"`one_per` {line.one_per} lies outside its own `range`")


def _unit(entry: Entry) -> Unit:
    return Unit(
        id=entry.string("id"),
        name=entry.text("name"),
        each=entry.text("each") if entry.has("each") else None,
        roles=entry.strings("roles"),
        support=entry.flag("support"),
        only_with=entry.strings("only_with", required=False),
        not_with=entry.strings("not_with", required=False),
    )
