"""What must hold for every plan, as one function that says what does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from knowledge.coverage import counted
from knowledge.knowledge import Knowledge
from knowledge.plan import Plan

SPANS = ("span_above", "span_below")


def faults(knowledge: Knowledge, plan: Plan) -> Iterator[str]:
    """Find every invariant a plan breaks."""
    yield from _sums(plan)
    yield from _tree(plan)
    yield from _owners(knowledge, plan)
    yield from _sources(knowledge, plan)
    if not (plan.brief.edits or plan.brief.spans) and is_normal(knowledge, plan):
        yield from _spans(plan)
        yield from _form(knowledge, plan)


def is_normal(knowledge: Knowledge, plan: Plan) -> bool:
    """Tell whether the size is a usual one of the stage."""
    low, high = knowledge.team(plan.brief.channel).normal_sizes(plan.brief.stage)
    return low <= plan.brief.size <= high


def _sums(plan: Plan) -> Iterator[str]:
    if sum(post.headcount for post in plan.posts) != plan.people:
        yield "head-counts do not sum to the people of the plan"
    if not plan.brief.edits and plan.people != plan.brief.size:
        yield "a plan without edits has others than its brief asks for"
    people: Counter[str] = Counter()
    for post in plan.posts:
        people[post.role] += post.headcount
    if people != Counter({count.role: count.people for count in plan.counts}):
        yield "the tree staffs other roles than the sequence"
    leaders = {post.reports_to for post in plan.posts}
    for post in plan.posts:
        if post.headcount < 1 or (post.id in leaders and post.headcount != 1):
            yield f"{post.id} has head-count {post.headcount}"


def _tree(plan: Plan) -> Iterator[str]:
    seen: set[str] = set()
    for post in plan.posts:  # parents stand before children, so no cycle can hide
        if post.reports_to is None and seen:
            yield f"{post.id} is a second root"
        if post.reports_to is not None and post.reports_to not in seen:
            yield f"{post.id} reports to {post.reports_to}, which is not above it"
        seen.add(post.id)
    if plan.posts[0].people_below != plan.people - 1:
        yield "not everybody stands below the root"


def _owners(knowledge: Knowledge, plan: Plan) -> Iterator[str]:
    owned = Counter(item.function for item in plan.coverage)
    needed = {f.id for f in counted(knowledge, plan.brief)}
    if set(owned) != needed or any(times != 1 for times in owned.values()):
        yield "functions without exactly one owner"
    carried = Counter(f for post in plan.posts for f in (*post.functions, *post.hats))
    if carried != owned:
        yield "posts carry other functions than the coverage says"


def _sources(knowledge: Knowledge, plan: Plan) -> Iterator[str]:
    cited = [plan.choice.rule.sources, *(c.line.sources for c in plan.counts if c.line)]
    if not plan.brief.edits and any(count.line is None for count in plan.counts):
        yield "a role without a staffing line"
    if not all(sources and set(sources) <= set(knowledge.sources) for sources in cited):
        yield "a number without a source"


def _spans(plan: Plan) -> Iterator[str]:
    for warning in plan.warnings:
        if warning.code in SPANS:
            yield f"{warning.role} has {warning.figure} reports, not {warning.low}–{warning.high}"


def _form(knowledge: Knowledge, plan: Plan) -> Iterator[str]:
    lowest = knowledge.team(plan.brief.channel).ranks[-1]
    teams = sum(p.role == lowest and p.people_below > 0 for p in plan.posts)
    if plan.form.id == "squads" and teams < 2:
        yield f"squads, but {teams} team"
    if plan.form.id == "hierarchy" and plan.leader_levels < 2:
        yield f"hierarchy, but {plan.leader_levels} leader level"
    most = 2 if plan.brief.parts else 1  # the teams of a company have a head each
    if plan.form.id == "founder_led" and plan.leader_levels > most:
        yield f"founder-led, but {plan.leader_levels} leader levels"
