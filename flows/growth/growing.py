"""Growing a team: taps on the buttons of a way, and the numbers typed where one was asked for.

A way is written `START.TARGET` in a button, beside the code of the plan it begins with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.draft import Draft
from flows.exports import THEMES
from flows.growth.pace_words import Period
from flows.growth.replies import (
    ChooseGrowth,
    SendGrowth,
    SendKit,
    ShowGrowth,
    ShowGrowthPicture,
    ShowKit,
    ShowMonths,
    Way,
)
from flows.lexicon import Lexicon
from flows.meaning import Command
from flows.paging import page_of
from flows.questions import advance, from_brief, part_of, show
from flows.replies import Reply, Say
from flows.steps import Handler, Step, about_plan, again
from flows.sums.sizes import PeopleRange, read_answer
from flows.text.numbers import numbers
from flows.waiting import DROPPED, GROW, KIT, PACE, WAY
from knowledge.brief import Brief
from knowledge.growth.figures import Told, with_told
from knowledge.knowledge import Knowledge
from knowledge.model import MAX_SIZE, Stage

KIT_FORMATS = ("pdf", "md")
WAY_FORMATS = ("pdf", "xlsx", "md")
USUAL = "usual"
MONTHS = (6, 12, 24)  # offered
_SIZES = (1, 3, 5, 8, 12, 20, 30, 50, 80, 100, 200, 300, 500, 1000, 2000, 5000)  # people
_LARGER, _SMALLER = 6, 3  # sizes offered
_MOST_HIRES, _MOST_MONTHS = 1000, 120


def people_now(knowledge: Knowledge, draft: Draft, brief: Brief, code: str) -> int:
    """Say how many people there are today: as told, else as planned."""
    if code == draft.plan and draft.now:
        return draft.now
    return draft.shelf.plan(knowledge, brief).people


def way_of(
    knowledge: Knowledge,
    brief: Brief,
    code: str,
    start: int,
    target: int,
    stage: Stage | None = None,
) -> Way:
    """Make a way beside a plan; a stage nobody told follows from the larger size."""
    channel = knowledge.team(brief.channel)
    assumed = stage is None and brief.stage_assumed
    known = stage or (channel.stage_for(max(start, target)) if assumed else brief.stage)
    to = replace(brief, stage=known, stage_assumed=assumed, size=target, size_low=target, edits=())
    return Way(to, code, start, bool(brief.edits))


def choose(draft: Draft, code: str, start: int) -> Step:
    """Ask to which size, and take the next number as the answer."""
    larger = [size for size in _SIZES if size > start][:_LARGER]
    smaller = [size for size in _SIZES if size < start][-_SMALLER:]
    after = replace(draft, pending=f"{GROW}{code}:{start}")
    return after, (ChooseGrowth(code, start, (*smaller, *larger)),)


def grow(knowledge: Knowledge, draft: Draft) -> Step:
    """Begin with the current plan: show the way to it, or ask where to go from it."""
    brief, code = draft.current(knowledge), draft.plan
    if brief is None or code is None:
        return about_plan(knowledge, draft, lambda _brief, _code: Say("chat.no_plan"))
    return _begin(knowledge, draft, brief, code)


def _begin(knowledge: Knowledge, draft: Draft, brief: Brief, code: str) -> Step:
    start = people_now(knowledge, draft, brief, code)
    people = draft.shelf.plan(knowledge, brief).people
    if start != people:
        return draft, (ShowGrowth(way_of(knowledge, brief, code, start, people)),)
    return choose(draft, code, start)


def settle_number(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, command: Command | None
) -> Step | None:
    """Take a typed number as the size or the hires a month that were asked for.

    None if something else was waited for or said.
    """
    pending = draft.pending or ""
    if not pending.startswith((GROW, PACE)):
        return None
    kind, code, written = pending.split(":")
    brief, dropped = draft.find(knowledge, code), replace(draft, pending=None)
    if command in DROPPED and brief is not None:
        return dropped, (part_of(dropped, brief, code, "card"),)
    number = None if lexicon.what_if.take_spans(lexicon.fold(text))[0] else _number(lexicon, text)
    if command is not None or brief is None or number is None:
        return None
    if f"{kind}:" == GROW:
        return _to(knowledge, draft, brief, code, int(written), number)
    way = way_in(knowledge, dropped, [code, written])
    return paced(draft, way, (("hires_per_month", min(number, _MOST_HIRES)),)) if way else None


def _number(lexicon: Lexicon, text: str) -> int | None:
    """Read a number that is the whole message, or said to be of a month (每月招5个)."""
    read = read_answer(lexicon.fold, lexicon.people, text)
    if isinstance(read, PeopleRange):
        return read.high
    folded = lexicon.fold(text)
    if read == "too_big":
        return MAX_SIZE + 1
    if not lexicon.growth.monthly.search(folded):
        return None
    found = [n for n in numbers(lexicon.people.numerals, folded) if n.is_count and n.high]
    return found[0].high if len(found) == 1 else None


def paced(draft: Draft, way: Way, new: Told, *, guessed: Period | None = None) -> Step:
    """Show a way month by month with figures that were told, and wait for another pace."""
    pending = f"{PACE}{way.code}:{way.ends}"
    after = replace(draft, pace=with_told(draft.pace, new), pending=pending)
    return after, (ShowMonths(way, guessed),)


def noted(step: Step) -> Step:
    """Note which way is shown, and give every way the figures that were told."""
    draft, replies = step
    found: list[Reply] = []
    for reply in replies:
        if isinstance(reply, ShowGrowth | ShowMonths | ShowGrowthPicture | SendGrowth):
            way = replace(reply.way, told=draft.pace)
            draft = replace(draft, way=f"{way.code}:{way.ends}", pending=draft.pending or WAY)
            found.append(replace(reply, way=way))
        else:
            found.append(reply)
    return draft, tuple(found)


def way_shown(knowledge: Knowledge, draft: Draft) -> Way | None:
    """Give the way shown last, if it begins with the current plan."""
    code, _, ends = (draft.way or "").rpartition(":")
    if not code or draft.plan not in (code, None):
        return None
    return way_in(knowledge, draft, [code, ends])


def _to(
    knowledge: Knowledge, draft: Draft, brief: Brief, code: str, start: int, target: int
) -> Step:
    if target > MAX_SIZE:
        return draft, (Say("bad.too_big"),)
    if target == start:
        return choose(draft, code, start)
    after = replace(draft, pending=None)
    return after, (ShowGrowth(way_of(knowledge, brief, code, start, target)),)


def _grow(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Ask for a size (`grow:CODE`), again (`grow:CODE:START.`), or show a way: `grow:CODE:WAY`."""
    code, *rest = arguments
    brief = draft.find(knowledge, code)
    if brief is None or len(rest) > 2:  # noqa: PLR2004 - the way and the page
        return None
    if not rest:
        return _begin(knowledge, draft, brief, code)
    if rest[0].endswith("."):
        start = _size(rest[0][:-1])
        return choose(draft, code, start) if start and len(rest) == 1 else None
    way, page = way_in(knowledge, draft, [code, rest[0]]), page_of(rest[1:])
    return (draft, (ShowGrowth(way, page),)) if way and page else None


def _picture(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Show a way as a picture: `growpic:CODE:WAY:THEME`."""
    if len(arguments) != 3 or arguments[2] not in THEMES:  # noqa: PLR2004
        return None
    way = way_in(knowledge, draft, arguments[:2])
    return (draft, (ShowGrowthPicture(way, arguments[2]),)) if way else None


def _months(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Show a way month by month, and take the next number as hires: `growby:CODE:WAY[:PACE]`.

    The pace is a number of months, `usual` for nothing that was told, else as told.
    """
    code, ends, pace = (*arguments, "", "")[:3]
    way, months = way_in(knowledge, draft, [code, ends]), _size(pace)
    if way is None or len(arguments) > 3 or (months or 0) > _MOST_MONTHS:  # noqa: PLR2004
        return None
    if pace == USUAL:
        return paced(replace(draft, pace=()), way, ())
    if pace and not months:
        return None
    return paced(draft, way, (("months", months),) if months else ())


def _file(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Send a way as a file: `growas:CODE:WAY:FORMAT`."""
    if len(arguments) != 3 or arguments[2] not in WAY_FORMATS:  # noqa: PLR2004
        return None
    way = way_in(knowledge, draft, arguments[:2])
    return (draft, (SendGrowth(way, arguments[2]),)) if way else None


def _plan(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Show the plan at the end of a way: `growplan:CODE:WAY`."""
    way = way_in(knowledge, draft, arguments) if len(arguments) == 2 else None  # noqa: PLR2004
    brief = draft.find(knowledge, way.code) if way else None
    if way is None or brief is None:
        return None
    current = from_brief(draft, brief, way.code)
    if brief.edits:
        size = way.brief.size
        after, reply = advance(knowledge, replace(current, size=size, size_low=size, now=None))
        return after, (reply,)
    stage = None if way.brief.stage_assumed else way.brief.stage
    size = way.brief.size
    changed = replace(current, size=size, size_low=size, now=None, stage=stage)
    after, plan = show(knowledge, changed, way.brief, brief)
    return after, (plan,)


def way_in(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Way | None:
    """Read the code of a plan and a way beside it; None for anything else."""
    code, written = arguments
    brief, ends = draft.find(knowledge, code), [_size(part) for part in written.split(".")]
    if brief is None or len(ends) != 2 or None in ends or ends[0] == ends[1]:  # noqa: PLR2004
        return None
    start, target = (end or 0 for end in ends)
    return way_of(knowledge, brief, code, start, target)


def _size(written: str) -> int | None:
    if not (written.isascii() and written.isdigit()):
        return None
    size = int(written[:6])
    return size if 1 <= size <= MAX_SIZE else None


def _kit(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Show a hiring kit: `kit:ROLE`, `kit:ROLE:PAGE`."""
    page = page_of(arguments[1:]) if len(arguments) in (1, 2) else None
    if page is None or arguments[0] not in knowledge.roles:
        return None
    return replace(draft, role=arguments[0]), (ShowKit(arguments[0], page),)


def _kit_file(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Send a hiring kit: `kitfile:ROLE:FORMAT`."""
    if len(arguments) != 2 or arguments[1] not in KIT_FORMATS:  # noqa: PLR2004
        return None
    return (draft, (SendKit(*arguments),)) if arguments[0] in knowledge.roles else None


def ask_kit(knowledge: Knowledge, draft: Draft) -> Step:
    """Show the kit of the role talked about last, else ask for which one."""
    if draft.role in knowledge.roles:
        return again(knowledge, draft, ShowKit(str(draft.role)))
    return replace(draft, pending=KIT), (Say("kit.ask"),)


GROWING: Mapping[str, Handler] = {
    "grow": _grow,
    "growpic": _picture,
    "growby": _months,
    "growas": _file,
    "growplan": _plan,
    "kit": _kit,
    "kitfile": _kit_file,
}
