"""References: every id that is named exists, and chains of roles come to an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.errors import KnowledgeError
from knowledge.knowledge import Knowledge
from knowledge.model import CHANNELS, OTHER_TEAMS, SHARED, Role

_Named = tuple[str, str, str, Iterable[str]]  # file, entry, what is named, the ids


def problems(knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find dangling ids, roles that go round in circles and owners that disagree."""
    for kind, known, named in (
        ("source", knowledge.sources, _sources(knowledge)),
        ("role", (*knowledge.roles, OTHER_TEAMS), _roles(knowledge)),
        ("function", knowledge.functions, _functions(knowledge)),
        ("variant", knowledge.variants, _variants(knowledge)),
        ("channel", (*CHANNELS, SHARED), _channels(knowledge)),
        ("measure unit", knowledge.units, _units(knowledge)),
        ("form", knowledge.forms, _forms(knowledge)),
    ):
        yield from _dangling(kind, known, named)
    yield from _circles(knowledge)
    yield from _owners(knowledge)


def _dangling(kind: str, known: Iterable[str], named: Iterable[_Named]) -> Iterator[KnowledgeError]:
    known = set(known)
    for file, entry, where, ids in named:
        for name in ids:
            if name not in known:
                sentence = f"`{where}` names the {kind} {name!r}, which does not exist"
                yield KnowledgeError(file, entry, sentence)


def _sources(k: Knowledge) -> Iterator[_Named]:
    for role in k.roles.values():
        yield _file_of(role), role.id, "sources", role.sources
    for form in k.forms.values():
        yield "forms.toml", form.id, "sources", form.sources
    for variant in k.variants.values():
        yield "variants.toml", variant.id, "sources", variant.sources
    for advice in k.advice:
        yield f"playbooks/{advice.channel}.toml", advice.id, "sources", advice.sources
    for channel in k.programmes:
        file = f"channels/{channel.id}.toml"
        yield file, "file", "normal_sources", channel.normal_sources
        for rule in channel.rules:
            yield file, rule.id, "sources", rule.sources
        for line in channel.lines:
            yield file, line.id, "sources", line.sources
    yield from _sources_of_figures(k)
    for check in k.diagnosis.rules.values():
        yield "diagnosis.toml", check.id, "sources", check.sources


def _sources_of_figures(k: Knowledge) -> Iterator[_Named]:
    for quantity in k.workload.quantities.values():
        yield "workload.toml", quantity.id, "sources", quantity.sources
    for formula in k.workload.formulas.values():
        yield "workload.toml", formula.id, "sources", formula.sources
    for figure in k.growth:
        yield "growth.toml", figure.id, "sources", figure.sources


def _roles(k: Knowledge) -> Iterator[_Named]:
    for role in k.roles.values():
        yield _file_of(role), role.id, "reports_to", filter(None, [role.reports_to])
        yield _file_of(role), role.id, "covers_before", filter(None, [role.covers_before])
    for function in k.functions.values():
        owners = (function.primary_owner, *function.owners, *function.controls)
        yield "functions.toml", function.id, "owners", owners
    for channel in k.programmes:
        file = f"channels/{channel.id}.toml"
        yield file, "file", "ranks", (*channel.ranks, channel.first_role)
        for line in channel.lines:
            counted = (name for name in line.of if name not in ("front_line", "everyone"))
            yield file, line.id, "role and of", (line.role, *counted)
        for unit in channel.units:
            yield file, unit.id, "roles", unit.roles
    for title in (*k.titles.shared, *k.titles.not_a_role):
        yield "ambiguous.toml", title.aliases[0], "roles", title.roles


def _functions(k: Knowledge) -> Iterator[_Named]:
    for role in k.roles.values():
        yield _file_of(role), role.id, "functions", role.functions
    for function in k.functions.values():
        yield "functions.toml", function.id, "handoff_to", function.handoff_to


def _variants(k: Knowledge) -> Iterator[_Named]:
    for function in k.functions.values():
        yield "functions.toml", function.id, "only_with", function.only_with
        yield "functions.toml", function.id, "not_with", function.not_with
    for channel in k.programmes:
        file = f"channels/{channel.id}.toml"
        yield file, "file", "ask_variants", channel.ask_variants
        for line in channel.lines:
            yield file, line.id, "only_with and not_with", (*line.only_with, *line.not_with)
        for unit in channel.units:
            yield file, unit.id, "only_with and not_with", (*unit.only_with, *unit.not_with)


def _channels(k: Knowledge) -> Iterator[_Named]:
    for variant in k.variants.values():
        yield "variants.toml", variant.id, "channels", variant.channels


def _units(k: Knowledge) -> Iterator[_Named]:
    for role in k.roles.values():
        yield _file_of(role), role.id, "kpis", (kpi.unit for kpi in role.kpis)


def _forms(k: Knowledge) -> Iterator[_Named]:
    for channel in k.programmes:
        for rule in channel.rules:
            yield f"channels/{channel.id}.toml", rule.id, "form", (rule.form,)


def _circles(k: Knowledge) -> Iterator[KnowledgeError]:
    """Find roles that report to, or are covered by, themselves in the end."""
    for role in k.roles.values():
        for key in ("reports_to", "covers_before"):
            seen: list[str] = []
            at: str | None = role.id
            while at is not None and at not in seen and at in k.roles:
                seen.append(at)
                at = getattr(k.roles[at], key)
            if at is not None and at in seen:
                chain = " → ".join((*seen, at))
                yield KnowledgeError(_file_of(role), role.id, f"`{key}` goes in a circle: {chain}")


def _owners(k: Knowledge) -> Iterator[KnowledgeError]:
    """Find functions whose owners do not list them, and roles that list what they do not own."""
    for function in k.functions.values():
        listed = {role.id for role in k.roles.values() if function.id in role.functions}
        if set(function.owners) != listed:
            sentence = f"`owners` must be the roles that list it: {', '.join(sorted(listed))}"
            yield KnowledgeError("functions.toml", function.id, sentence)
        if function.primary_owner not in function.owners:
            sentence = f"`primary_owner` {function.primary_owner!r} is not among its `owners`"
            yield KnowledgeError("functions.toml", function.id, sentence)


def _file_of(role: Role) -> str:
    return f"roles/{role.channel}.toml"
