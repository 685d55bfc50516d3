"""What an editor of the knowledge sees: what was checked, and a channel's tables."""

from __future__ import annotations

from bot.views.cited import JUDGEMENT
from bot.words import Voice
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, STAGES
from knowledge.programme import EVERYONE, FRONT_LINE, Channel, Line, Rule


def summary(knowledge: Knowledge, voice: Voice) -> str:
    """Say what was checked: rules, cases, roles, functions, sources and the rule-of-thumb share."""
    channels = knowledge.programmes
    rules = [rule for channel in channels for rule in channel.rules]
    lines = [line for channel in channels for line in channel.lines]
    roles = knowledge.roles.values()
    cited = [*(rule.sources for rule in rules), *(line.sources for line in lines)]
    alone = sum(set(sources) == {JUDGEMENT} for sources in cited)
    part = sum(JUDGEMENT in sources for sources in cited) - alone
    say = voice.say
    return "\n".join(
        [
            say("check.sound"),
            say("check.rules", rules=len(rules), cases=len(channels) * len(STAGES) * MAX_SIZE),
            say("check.lines", lines=len(lines), variants=len(knowledge.variants)),
            say(
                "check.roles",
                roles=len(roles),
                aliases=sum(len(r.aliases.en) + len(r.aliases.zh) for r in roles),
                shared=sum(len(title.aliases) for title in knowledge.titles.shared),
            ),
            say("check.functions", functions=len(knowledge.functions)),
            say(
                "check.sources",
                sources=len(knowledge.sources),
                facts=sum(len(source.supports) for source in knowledge.sources.values()),
                advice=len(knowledge.advice),
            ),
            say(
                "sizing.checked",
                figures=len(knowledge.workload.quantities),
                steps=len(knowledge.workload.formulas),
            ),
            say("check.judgement", alone=alone, part=part, all=len(cited)),
        ]
    )


def table(knowledge: Knowledge, channel: Channel, voice: Voice) -> str:
    """Show a channel's decision table and its staffing lines, one row a line."""
    name = voice.text(channel.name)
    return "\n".join(
        [
            voice.say("table.rules", channel=name),
            *(_rule(knowledge, rule, voice) for rule in channel.rules),
            "",
            voice.say("table.lines", channel=name),
            *(_line(knowledge, line, voice) for line in channel.lines),
        ]
    )


def _rule(knowledge: Knowledge, rule: Rule, voice: Voice) -> str:
    return voice.say(
        "table.rule",
        id=rule.id,
        stage=voice.text(knowledge.stages[rule.stage].name),
        low=rule.low,
        high=rule.high,
        form=voice.text(knowledge.forms[rule.form].name),
        because=voice.text(rule.because),
        sources=", ".join(rule.sources),
    )


def _line(knowledge: Knowledge, line: Line, voice: Voice) -> str:
    return voice.say(
        "table.line",
        id=line.id,
        role=voice.role(knowledge.roles[line.role]),
        how=_how(knowledge, line, voice),
        conditions=_conditions(knowledge, line, voice),
        because=voice.text(line.because),
        sources=", ".join(line.sources),
    )


def _how(knowledge: Knowledge, line: Line, voice: Voice) -> str:
    if line.share:
        return voice.say("table.share", percent=round(line.share * 100))
    if line.fixed:
        return voice.say("table.fixed", fixed=line.fixed)
    names = {FRONT_LINE: voice.say("why.front_line"), EVERYONE: voice.say("why.everyone")}
    of = [names.get(n) or voice.role(knowledge.roles[n]) for n in line.of]
    figures = {"one_per": line.one_per, "low": line.low, "high": line.high}
    return voice.say("table.one_per", of=voice.join(of), **figures)


def _conditions(knowledge: Knowledge, line: Line, voice: Voice) -> str:
    found = []
    if line.from_stage != STAGES[0]:
        stage = voice.text(knowledge.stages[line.from_stage].name)
        found.append(voice.say("table.from_stage", stage=stage))
    if line.from_size > 1:
        found.append(voice.say("table.from_size", size=line.from_size))
    for key, names in (("table.only_with", line.only_with), ("table.not_with", line.not_with)):
        if names:
            variants = [voice.text(knowledge.variants[name].name) for name in names]
            found.append(voice.say(key, variants=voice.join(variants)))
    return "".join(found)
