"""What a correction changed: slot by slot, form, and posts added or gone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bot.core import Core
from bot.views.edit_lines import edit_lines
from bot.views.own_spans import span_changes
from bot.words import Voice
from knowledge.brief import Brief
from knowledge.company.variants import all_variants
from knowledge.plan import Plan

MOST = 8  # posts named; a larger difference is a different team


def describe_change(core: Core, voice: Voice, before: Brief, after: Brief) -> str:
    """Say what is different between two plans: after edits with what follows, else in one line."""
    old, new = core.plan(before), core.plan(after)
    if before.edits != after.edits and replace(before, edits=after.edits) == after:
        return "\n".join(edit_lines(core.knowledge, voice, old, new))
    pieces = [*_slots(core, voice, before, after), *_form(voice, old, new)]
    pieces += _posts(core, voice, old, new) if before.channel == after.channel else []
    return voice.say("chat.changed", changes=voice.say("list.clause").join(pieces))


def _slots(core: Core, voice: Voice, before: Brief, after: Brief) -> list[str]:
    knowledge, text = core.knowledge, voice.text
    found: list[str] = []
    for old, new in (
        (knowledge.team(before.channel).name, knowledge.team(after.channel).name),
        (knowledge.stages[before.stage].name, knowledge.stages[after.stage].name),
    ):
        if old != new:
            found.append(voice.say("chat.change_name", before=text(old), after=text(new)))
    if before.size != after.size:
        found.append(voice.say("chat.change_size", before=before.size, after=after.size))
    for sign, only in (
        ("+", {*all_variants(after)} - {*all_variants(before)}),
        ("−", {*all_variants(before)} - {*all_variants(after)}),
    ):
        found += [sign + text(knowledge.variants[name].name) for name in sorted(only)]
    return [*found, *span_changes(knowledge, voice, before, after)]


def _form(voice: Voice, old: Plan, new: Plan) -> list[str]:
    if old.form.id == new.form.id:
        return []
    before, after = voice.text(old.form.name), voice.text(new.form.name)
    return [voice.say("chat.change_form", before=before, after=after)]


def _posts(core: Core, voice: Voice, old: Plan, new: Plan) -> list[str]:
    then = Counter({count.role: count.people for count in old.counts})
    now = Counter({count.role: count.people for count in new.counts})
    found: list[str] = []
    for key, difference in (("changes.plus", now - then), ("changes.minus", then - now)):
        found += [
            voice.say(key, count=people, role=voice.role(core.knowledge.roles[role]))
            for role, people in difference.most_common(MOST)
        ]
    return found
