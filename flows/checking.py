"""Diagnosing a team in the conversation: asking for it, reading it, mending what is found.

While a team is waited for, the draft's `pending` is `check:`; while a title of it is asked, the
text and what was answered stand behind that, as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from flows.check_replies import AskTeam, AskTitle, BadFile, ShowCheck, ShowCheckChart
from flows.draft import Draft
from flows.editing.change import change
from flows.exports import THEMES
from flows.lexicon import Lexicon
from flows.meaning import Command, Meaning
from flows.paging import page_of
from flows.questions import from_brief
from flows.replies import Listed, Say, ShowPlan
from flows.rosters import read_roster
from flows.shelf import Kept
from flows.steps import Step, again
from flows.teams import Reading, Unclear, read_team
from flows.titles import NO_ROLE
from flows.told import retold
from knowledge.diagnosis.diagnose import diagnose
from knowledge.diagnosis.finding import Finding
from knowledge.diagnosis.keep import kept
from knowledge.diagnosis.team import team_of_plan
from knowledge.edits import Edit, Split
from knowledge.knowledge import Knowledge

CHECK, TITLE = "check:", "checkas"
BOTH = "all"  # an answer: leave it as it was read
_MOST_ASKED = 3  # titles
_ABOUT_TEAMS = ("brief", "change", "out_of_scope", "smalltalk")
_DROPPED = ("no", "cancel", "back")
_Handler = Callable[[Knowledge, Draft, list[str]], Step | None]


def ask_team(draft: Draft) -> Step:
    """Ask for a team, and take the next message for it."""
    return replace(draft, pending=CHECK), (AskTeam(draft.plan),)


def other_than_check(pending: str | None) -> str | None:
    """Leave out a team that was waited for: a message that is none drops it."""
    return None if pending and pending.startswith(CHECK) else pending


def check_said(
    knowledge: Knowledge,
    lexicon: Lexicon,
    draft: Draft,
    text: str,
    meaning: Meaning,
    slash: str | None,
) -> Step | None:
    """Take the order to check a team, or the team that was asked for; None for all else."""
    if meaning.command == "check":
        return ask_team(draft)
    if slash == "check":
        return _told(knowledge, lexicon, draft, text) or _unread(draft)
    if slash or not (draft.pending or "").startswith(CHECK):
        return None
    if meaning.command is not None:
        return _ordered(knowledge, replace(draft, pending=None), meaning.command)
    if found := _told(knowledge, lexicon, draft, text):
        return found
    return _unread(draft) if meaning.intent in _ABOUT_TEAMS else None


def _ordered(knowledge: Knowledge, draft: Draft, command: Command) -> Step | None:
    return again(knowledge, draft, Say("check.dropped")) if command in _DROPPED else None


def _unread(draft: Draft) -> Step:
    return replace(draft, pending=CHECK), (Say("check.not_read"),)


def _told(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str) -> Step | None:
    """Diagnose a described team; None if the text names nobody."""
    return _read(knowledge, lexicon, draft, text, {}, [])


def _read(
    knowledge: Knowledge,
    lexicon: Lexicon,
    draft: Draft,
    text: str,
    answers: Mapping[str, str],
    asked: list[str],
) -> Step | None:
    reading = read_team(knowledge, lexicon, text, channel=None, stage=None, answers=answers)
    if reading.team is None or not _is_told(reading):
        return None
    title = next((u for u in reading.unclear if lexicon.fold(u.title) not in asked), None)
    if title and len(asked) < _MOST_ASKED:
        return _ask(draft, title, json.dumps([text, dict(answers), asked], ensure_ascii=False))
    left = tuple(u for u in reading.unclear if lexicon.fold(u.title) not in asked)
    return show_read(knowledge, draft, replace(reading, unclear=left))


def _is_told(reading: Reading) -> bool:
    """Tell whether at least one title was understood."""
    seats = reading.team.seats if reading.team else ()
    return any(seat.title and seat.title not in reading.unknown for seat in seats)


def _ask(draft: Draft, title: Unclear, state: str) -> Step:
    after = replace(draft, pending=CHECK + state)
    return after, (AskTitle(title.title, title.people, title.roles),)


def check_tapped(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, data: str) -> Step | None:
    """Take the role that was chosen for a title; None for other taps, or where none was asked."""
    kind, _, role = data.partition(":")
    pending = draft.pending or ""
    if kind != TITLE or not pending.startswith(f"{CHECK}["):
        return None
    text, answers, asked = json.loads(pending.removeprefix(CHECK))
    reading = read_team(knowledge, lexicon, text, channel=None, stage=None, answers=answers)
    open_ = (lexicon.fold(u.title) for u in reading.unclear)
    title = next((t for t in open_ if t not in asked), None)
    if title is None or role not in (NO_ROLE, BOTH, *knowledge.roles):
        return None
    if role != BOTH:
        answers = {**answers, title: role}
    return _read(knowledge, lexicon, draft, text, answers, [*asked, title])


def show_read(knowledge: Knowledge, draft: Draft, reading: Reading) -> Step:
    """Keep a team that was read as a plan of the person's, and show what is wrong with it."""
    team = reading.team
    if team is None:
        return _unread(draft)
    draft = replace(draft, pending=None, asked=None)
    found = kept(knowledge, team, "")
    if found is None:
        return draft, (ShowCheck(team, None, reading, 1, None),)
    code, brief = draft.shelf.free_code(), found.brief
    people = draft.shelf.plan(knowledge, brief).people
    plan = Kept(brief, people - brief.size, (len(brief.edits),) if brief.edits else ())
    after = from_brief(replace(draft, shelf=draft.shelf.put(code, plan)), brief, code)
    return replace(after, asked=None), (ShowCheck(found, code, reading, 1, None),)


def listed(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, file: Listed) -> Step:
    """Diagnose the team of a file; nothing is taken over from one that cannot be used."""
    if file.refused:
        return draft, (BadFile(file.refused, ()),)
    found = read_roster(knowledge, lexicon, file.rows, channel=None, stage=None, answers={})
    if isinstance(found, Reading):
        return show_read(knowledge, draft, found)
    return draft, (BadFile(None, found),)


def _check(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Diagnose a plan: `check:CODE[:PAGE[:TOLD]]`; see `flows.told`."""
    brief, page = draft.find(knowledge, arguments[0]), page_of(arguments[1:2])
    told, *rest = (*arguments[2:], "")
    if brief is None or page is None or any(rest):
        return None
    team = retold(knowledge, draft.shelf.plan(knowledge, brief), told)
    if team is None:
        return None
    return draft, (ShowCheck(team, arguments[0], None, page, None),)


def _chart(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Show the chart of a checked team: `checkpic:CODE:THEME[:TOLD]`; see `flows.told`."""
    code, theme, told, *rest = (*arguments, "", "", "")
    brief = draft.find(knowledge, code)
    if brief is None or theme not in THEMES or any(rest):
        return None
    if retold(knowledge, draft.shelf.plan(knowledge, brief), told) is None:
        return None
    return draft, (ShowCheckChart(brief, code, told, theme),)


def _mend(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Apply the repair of a finding: `mend:CODE:FINDING:SCORE`; see `mark`."""
    if len(arguments) != 3 or not (arguments[2].isascii() and arguments[2].isdigit()):  # noqa: PLR2004
        return None
    code, marked, score = arguments
    brief = draft.find(knowledge, code)
    if brief is None:
        return None
    team = team_of_plan(draft.shelf.plan(knowledge, brief))
    edits = _repairs(knowledge, diagnose(knowledge, team).findings, marked)
    if not edits:
        return draft, (Say("check.gone"), ShowCheck(team, code, None, 1, None))
    return _mended(knowledge, change(knowledge, draft, code, edits), int(score[:3]))


def mark(knowledge: Knowledge, finding: Finding) -> str:
    """Write what a finding is about, short enough for a button: the rule, and the post or role."""
    evidence = finding.evidence
    rule = [*knowledge.diagnosis.rules].index(finding.rule.id)
    if evidence.post or not evidence.role:
        return f"{rule}.{evidence.post}"
    return f"{rule}.r{[*knowledge.roles].index(evidence.role)}"


def _repairs(knowledge: Knowledge, findings: tuple[Finding, ...], marked: str) -> tuple[Edit, ...]:
    """Give the edits that mend a finding; teams that are divided, all of the same role at once."""
    finding = next((f for f in findings if mark(knowledge, f) == marked), None)
    if finding is None or finding.repair is None:
        return ()
    kind = finding.rule.id, finding.evidence.role
    alike = (f.repair for f in findings if (f.rule.id, f.evidence.role) == kind and f.repair)
    edits = tuple(edit for repair in alike for edit in repair.edits)
    return edits if all(isinstance(edit, Split) for edit in edits) else finding.repair.edits


def _mended(knowledge: Knowledge, step: Step | None, before: int) -> Step | None:
    """Show the diagnosis after a repair instead of the plan."""
    if step is None or not isinstance(step[1][-1], ShowPlan):
        return step
    after, (*_, shown) = step
    if not isinstance(shown, ShowPlan):
        return step
    team = team_of_plan(after.shelf.plan(knowledge, shown.brief))
    return after, (ShowCheck(team, shown.code, None, 1, before),)


CHECKING: Mapping[str, _Handler] = {
    "check": _check,
    "checkpic": _chart,
    "mend": _mend,
}
