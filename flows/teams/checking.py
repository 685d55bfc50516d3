"""Diagnosing a team in the conversation: asking for it, reading it, mending what is found.

While a team is waited for, the draft's `pending` is `check:`; for its unclear titles see
`flows.teams.unclear_titles`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from flows.commands import command_of
from flows.draft import Draft
from flows.editing.change import change
from flows.exports import THEMES
from flows.lexicon import Lexicon
from flows.meaning import Command
from flows.paging import page_of
from flows.replies import Listed, Say, ShowPlan
from flows.steps import Handler, Step, again
from flows.teams.reading import read_team
from flows.teams.replies import AskTeam, BadFile, ShowCheck, ShowCheckChart
from flows.teams.told import retold
from flows.teams.unclear_titles import ASKING, begin, title_said
from flows.turn import Turn
from flows.waiting import CHECK, DROPPED
from knowledge.diagnosis.diagnose import diagnose
from knowledge.diagnosis.finding import Finding
from knowledge.diagnosis.team import team_of_plan
from knowledge.edits import Edit, Split
from knowledge.knowledge import Knowledge

_ORDER = 30  # characters of the words for a check
_TWO = 2  # titles that make another team of an answer
_ABOUT_TEAMS = ("brief", "change", "out_of_scope", "smalltalk")


def ask_team(draft: Draft) -> Step:
    """Ask for a team, and take the next message for it."""
    return replace(draft, pending=CHECK), (AskTeam(draft.plan, draft.told is not None),)


def check_said(turn: Turn) -> Step | None:
    """Take the order to check a team, or the team that was asked for; None for all else."""
    knowledge, lexicon, draft, text = turn.knowledge, turn.lexicon, turn.draft, turn.text
    slash = turn.slash
    if turn.meaning.command == "check":
        return ask_team(draft)
    if slash is None and (team := _behind_order(lexicon, text)):
        slash, text = "check", team
    if slash == "check":
        return _told(knowledge, lexicon, draft, text) or _unread(draft)
    if slash or not (draft.pending or "").startswith(CHECK):
        return None
    return _awaited(turn)


def _behind_order(lexicon: Lexicon, text: str) -> str | None:
    """Give the team that stands behind the words for a check and a colon; None without them."""
    order, _, team = unicodedata.normalize("NFKC", text).partition(":")
    is_order = len(order) <= _ORDER and command_of(lexicon.commands, lexicon.fold(order)) == "check"
    return team.strip() if is_order else None


def _awaited(turn: Turn) -> Step | None:
    """Take what was waited for, an answer or a team; None for anything else."""
    knowledge, lexicon, draft, text = turn.knowledge, turn.lexicon, turn.draft, turn.text
    meaning = turn.meaning
    if found := title_said(knowledge, lexicon, draft, text):
        return found
    if meaning.command is not None:
        return _ordered(knowledge, replace(draft, pending=None), meaning.command)
    is_asking = draft.pending == ASKING
    if found := _told(knowledge, lexicon, draft, text, least=_TWO if is_asking else 1):
        return found
    return _unread(draft) if meaning.intent in _ABOUT_TEAMS and not is_asking else None


def _ordered(knowledge: Knowledge, draft: Draft, command: Command) -> Step | None:
    if command not in DROPPED:
        return None
    return again(knowledge, replace(draft, told=None), Say("check.dropped"))


def _unread(draft: Draft) -> Step:
    return replace(draft, pending=CHECK), (Say("check.not_read"),)


def _told(
    knowledge: Knowledge, lexicon: Lexicon, draft: Draft, text: str, least: int = 1
) -> Step | None:
    """Take a described team; None if fewer known titles are in the text than the least."""
    reading = read_team(knowledge, lexicon, text, channel=None, stage=None, answers={})
    seats = reading.team.seats if reading.team else ()
    titles = {seat.title for seat in seats if seat.title}
    if len(titles - set(reading.unknown)) < least:
        return None
    return begin(knowledge, lexicon, draft, text)


def listed(knowledge: Knowledge, lexicon: Lexicon, draft: Draft, file: Listed) -> Step:
    """Diagnose the team of a file; nothing is taken over from one that cannot be used."""
    if file.refused:
        return draft, (BadFile(file.refused, ()),)
    return begin(knowledge, lexicon, draft, file.rows)


def _check(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Diagnose a plan: `check:CODE[:PAGE[:TOLD]]`; see `flows.teams.told`."""
    brief, page = draft.find(knowledge, arguments[0]), page_of(arguments[1:2])
    told, *rest = (*arguments[2:], "")
    if brief is None or page is None or any(rest):
        return None
    if brief.parts:
        return replace(draft, pending=CHECK), (Say("company_bad.no_check"),)
    team = retold(knowledge, draft.shelf.plan(knowledge, brief), told)
    if team is None:
        return None
    return draft, (ShowCheck(team, arguments[0], None, page, None),)


def _chart(knowledge: Knowledge, draft: Draft, arguments: list[str]) -> Step | None:
    """Show the chart of a checked team: `checkpic:CODE:THEME[:TOLD]`; see `flows.teams.told`."""
    code, theme, told, *rest = (*arguments, "", "", "")
    brief = draft.find(knowledge, code)
    if brief is None or brief.parts or theme not in THEMES or any(rest):
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
    if brief is None or brief.parts:
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


CHECKING: Mapping[str, Handler] = {
    "check": _check,
    "checkpic": _chart,
    "mend": _mend,
}
