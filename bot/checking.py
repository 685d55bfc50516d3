"""Teams from outside: a description or a file becomes a diagnosis, or a refusal in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from bot.check_screens import bad_file
from bot.checking_json import checking_json
from bot.errors import RequestError
from bot.imports.listed import listed
from bot.items import shown
from bot.refused import refusal
from bot.render import plain
from bot.views.checking import CheckView
from flows.teams.parts import LONGEST
from flows.teams.reading import Reading, read_team
from flows.teams.replies import BadFile
from flows.teams.roster_rows import Problem
from flows.teams.rosters import read_roster
from flows.teams.titles import NO_ROLE
from flows.teams.told import written
from knowledge.diagnosis.diagnose import diagnose
from knowledge.diagnosis.finding import Diagnosis
from knowledge.diagnosis.keep import kept
from knowledge.diagnosis.team import Team, team_of_plan
from knowledge.model import CHANNELS, STAGES, Stage

if TYPE_CHECKING:
    from bot.core import Core
    from bot.documents import File
    from bot.words import Voice

_MOST_AFTER = 12  # findings whose repair is tried out


@dataclass(frozen=True, slots=True)
class Checked:
    """A team that was read and diagnosed; kept as a plan unless it is too large for that."""

    reading: Reading
    team: Team
    diagnosis: Diagnosis
    is_kept: bool


class Checking:
    """Reads and diagnoses teams in one voice."""

    def __init__(self, core: Core, voice: Voice) -> None:
        self.core, self.voice = core, voice

    def described(
        self,
        text: str,
        channel: str | None = None,
        stage: Stage | None = None,
        answers: Mapping[str, str] | None = None,
    ) -> Checked:
        """Diagnose a described team.

        Raises:
            RequestError: If there is no team in the text.
        """
        if len(text) > LONGEST:
            raise refusal(self.voice, "bad.too_long")
        reading = read_team(
            self.core.knowledge,
            self.core.lexicon,
            text,
            channel=channel,
            stage=stage,
            answers=answers or {},
        )
        return self._checked(reading)

    def listed(
        self,
        name: str,
        content: bytes,
        channel: str | None = None,
        stage: Stage | None = None,
        answers: Mapping[str, str] | None = None,
    ) -> Checked:
        """Diagnose the team of a file.

        Raises:
            RequestError: If the file cannot be used; says why, and in which rows.
        """
        lexicon = self.core.lexicon
        file = listed(lexicon, name, content, None)
        found: Reading | tuple[Problem, ...] = ()
        if file.refused is None:
            found = read_roster(
                self.core.knowledge,
                lexicon,
                file.rows,
                channel=channel,
                stage=stage,
                answers=answers or {},
            )
        if isinstance(found, Reading):
            return self._checked(found)
        raise RequestError(plain(bad_file(self.voice, BadFile(file.refused, found))))

    def _checked(self, reading: Reading) -> Checked:
        if reading.team is None:
            raise refusal(self.voice, "check_bad.unread")
        knowledge = self.core.knowledge
        vacant = plain(self.voice.say("check.vacant"))
        team = kept(knowledge, reading.team, vacant)
        shown_team = team or reading.team
        return Checked(reading, shown_team, diagnose(knowledge, shown_team), team is not None)

    def view(self, checked: Checked, *, tries: bool = True) -> CheckView:
        """Give the view of a diagnosis, with the scores after each repair if it `tries` them."""
        return CheckView(
            self.core.knowledge,
            checked.team,
            checked.diagnosis,
            self.voice,
            reading=checked.reading,
            is_kept=checked.is_kept,
            after=self.after(checked) if tries and checked.is_kept else {},
        )

    def after(self, checked: Checked) -> Mapping[int, int]:
        """Say which score each of the first findings' repairs leads to."""
        found: dict[int, int] = {}
        for i, finding in enumerate(checked.diagnosis.findings[:_MOST_AFTER]):
            if finding.repair and finding.repair.edits:
                found[i] = self._mended(checked.team, finding.repair.edits)
        return found

    def _mended(self, team: Team, edits: Sequence[Any]) -> int:
        brief = replace(team.brief, edits=(*team.brief.edits, *edits))
        after = with_roles(team_of_plan(self.core.plan(brief)), team)
        return diagnose(self.core.knowledge, after).score


def with_roles(after: Team, before: Team) -> Team:
    """Take from a team as told what its plan does not hold: the role of its head, what is unknown.

    Args:
        after: The team of the plan.
        before: The team as it was told, with the ids of the plan.
    """
    known = {seat.id: seat for seat in before.seats}
    seats = tuple(
        replace(seat, role=known[seat.id].role) if seat.id in known else seat
        for seat in after.seats
    )
    lines = before.are_lines_known
    return replace(after, seats=seats, is_vacant=before.is_vacant, are_lines_known=lines)


class CheckRequest:
    """One team from the command line."""

    def __init__(self, core: Core, voice: Voice, options: Mapping[str, Any]) -> None:
        self.checking, self.options = Checking(core, voice), options

    def text(self) -> str:
        """Answer as text for a terminal.

        Raises:
            RequestError: If the team cannot be read; says what to write instead.
        """
        return plain(self.checking.view(self._checked()).text())

    def json(self) -> dict[str, Any]:
        """Answer as the JSON values of `schemas/check.json`.

        Raises:
            RequestError: If the team cannot be read; says what to write instead.
        """
        checked = self._checked()
        after = self.checking.after(checked) if checked.is_kept else {}
        return checking_json(self.checking.view(checked, tries=False), checked.reading, after)

    def files(self, format: Any, theme: Any) -> tuple[File, ...]:
        """Draw the team with its findings.

        Raises:
            RequestError: If the team cannot be read, or is too large to be drawn.
        """
        from bot.pictures.marked import marked_files  # noqa: PLC0415 - brings what draws

        checked, core = self._checked(), self.checking.core
        if not checked.is_kept:
            raise refusal(self.checking.voice, "check.too_large")
        brief, language = checked.team.brief, self.checking.voice.language
        told = written(checked.team, core.plan(brief))
        return marked_files(core, language, brief, told, format, theme)

    def _checked(self) -> Checked:
        text, file = self.options.get("text") or "", self.options.get("file")
        if text and file:
            raise refusal(self.checking.voice, "check_bad.both")
        answers = self._answers()
        place = {"channel": self._one_of("channel", CHANNELS), "answers": answers}
        stage: Any = self._one_of("stage", STAGES)
        if file:
            content: bytes = self.options["content"]
            return self.checking.listed(PurePath(file).name, content, stage=stage, **place)
        if not text.strip():
            raise refusal(self.checking.voice, "check_bad.nothing")
        return self.checking.described(text, stage=stage, **place)

    def _one_of(self, key: str, known: Sequence[str]) -> Any:
        value = self.options.get(key)
        if value is not None and value not in known:
            figures = {key: shown(value), "known": ", ".join(known)}
            raise refusal(self.checking.voice, f"brief.bad_{key}", **figures)
        return value

    def _answers(self) -> dict[str, str]:
        """Read titles with their roles; `none` is no role of ours."""
        core = self.checking.core
        found = {}
        for meant in self.options.get("meant") or ():
            title, sign, role = meant.rpartition("=")
            if not sign or not title or (role != "none" and role not in core.knowledge.roles):
                raise refusal(self.checking.voice, "check_bad.bad_title", value=shown(meant))
            found[core.lexicon.fold(title)] = NO_ROLE if role == "none" else role
        return found
