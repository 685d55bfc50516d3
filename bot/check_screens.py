"""The screens of the diagnosis: asking for a team and for titles, findings with their repairs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from bot.buttons import to_plan
from bot.core import Core
from bot.items import shown
from bot.render import pages
from bot.screen import Button, Screen, button, rows
from bot.views.check_chart import CheckChart
from bot.views.checking import CheckView
from bot.words.voice import Voice
from flows.teams.checking import mark
from flows.teams.offered import PLAN_LISTED
from flows.teams.replies import AskTeam, AskTitle, BadFile, OfferCheck, ShowCheck, ShowCheckChart
from flows.teams.titles import NO_ROLE
from flows.teams.told import retold, written
from flows.teams.unclear_titles import BOTH, GO_ON, SKIP, TITLE
from knowledge.diagnosis.diagnose import diagnose
from knowledge.diagnosis.finding import Diagnosis, Finding
from knowledge.diagnosis.team import team_of_plan

_MOST_REPAIRS = 6  # buttons on one screen
_CHARTS = (("check.chart", "light"), ("check.chart_dark", "dark"))


class CheckScreens:
    """Lays out the diagnosis in one voice."""

    def __init__(self, core: Core, voice: Voice) -> None:
        self.core, self.voice = core, voice
        self.makers: Mapping[type, Callable[[Any], Screen]] = {
            AskTeam: self._ask,
            OfferCheck: self._offer,
            AskTitle: self._title,
            ShowCheck: self._check,
            ShowCheckChart: self._chart,
            BadFile: self._bad_file,
        }

    def _ask(self, reply: AskTeam) -> Screen:
        say, code = self.voice.say, reply.code
        found = [button(say("check.go_on"), GO_ON)] if reply.waits else []
        found += [button(say("check.this_plan"), f"check:{code}")] if code else []
        return Screen(say("check.ask"), rows(found, 1), say("check.example"))

    def _offer(self, reply: OfferCheck) -> Screen:
        say = self.voice.say
        check = button(say("check.offer_yes"), GO_ON, is_primary=True)
        plan = button(say("check.offer_plan"), PLAN_LISTED)
        return Screen(say("check.offer", people=reply.people), ((check,), (plan,)))

    def _title(self, reply: AskTitle) -> Screen:
        say, known = self.voice.say, self.core.knowledge.roles

        def answer(label: str, value: str) -> Button:
            return button(label, f"{TITLE}:{value}:{reply.number}")

        found = [answer(self.voice.role(known[role]), role) for role in reply.roles]
        if reply.is_known:
            found.append(answer(say("check.both"), BOTH))
        found.append(answer(say("check.none_of_these"), NO_ROLE))
        skip = answer(say("check.skip"), SKIP)
        key = "check.ask_title" if reply.is_known else "check.ask_unknown"
        question = say(key, title=reply.title, people=reply.people)
        if reply.left:
            question += "\n" + say("check.left", left=reply.left)
        return Screen(question, (*rows(found, 2), (skip,)))

    def _bad_file(self, reply: BadFile) -> Screen:
        return Screen(bad_file(self.voice, reply), ())

    def _check(self, reply: ShowCheck) -> Screen:
        diagnosis = diagnose(self.core.knowledge, reply.team)
        view = CheckView(
            self.core.knowledge,
            reply.team,
            diagnosis,
            self.voice,
            reading=reply.reading,
            is_kept=reply.code is not None,
            after={},
        )
        text = view.text()
        if reply.before is not None:
            scores = {"before": reply.before, "after": diagnosis.score}
            text = f"{self.voice.say('check.mended', **scores)}\n\n{text}"
        found = pages(text)
        page = min(reply.page, len(found))
        if reply.code is None:
            return Screen(found[page - 1], ())
        return Screen(found[page - 1], self._rows(reply, reply.code, diagnosis, page, len(found)))

    def _rows(
        self, reply: ShowCheck, code: str, diagnosis: Diagnosis, page: int, last: int
    ) -> tuple[tuple[Button, ...], ...]:
        say, score = self.voice.say, diagnosis.score
        told = self._told(reply)
        repairs = [
            button(say("check.apply", number=i), self._mend(reply, finding, score))
            for i, finding in enumerate(diagnosis.findings, 1)
            if finding.repair and finding.repair.edits
        ]
        turn = [button(say("check.more"), f"check:{code}:{page + 1}{told}")] if page < last else []
        drawn = [button(say(k), f"checkpic:{code}:{t}{told}") for k, t in _CHARTS]
        plan = to_plan(self.voice, code)
        undo = [button(say("check.undo"), f"undo:{code}")] if reply.before is not None else []
        return (*rows(repairs[:_MOST_REPAIRS], 2), *rows(turn, 1), tuple(drawn), (plan, *undo))

    def _told(self, reply: ShowCheck) -> str:
        """Write what the plan does not say of the team, for a button."""
        told = written(reply.team, self.core.plan(reply.team.brief))
        return f":{told}" if told else ""

    def _chart(self, reply: ShowCheckChart) -> Screen:
        """Show the chart of a checked team as text."""
        plan, say = self.core.plan(reply.brief), self.voice.say
        team = retold(self.core.knowledge, plan, reply.told) or team_of_plan(plan)
        diagnosis = diagnose(self.core.knowledge, team)
        view = CheckView(
            self.core.knowledge,
            team,
            diagnosis,
            self.voice,
            reading=None,
            is_kept=True,
            after={},
        )
        chart = CheckChart(view)
        legend = [say("check.legend", number=e.number, text=e.text) for e in chart.legend()]
        parts = [view.title(), "\n".join(chart.lines(plan)), say("check.chart_note")]
        html = "\n\n".join([*parts, "\n".join(legend)] if legend else parts[:2])
        back = to_plan(self.voice, reply.code)
        again = button(say("check.report"), f"check:{reply.code}:1:{reply.told}")
        return Screen(pages(html)[0], ((again, back),))

    def _mend(self, reply: ShowCheck, finding: Finding, score: int) -> str:
        return f"mend:{reply.code}:{mark(self.core.knowledge, finding)}:{score}"


def bad_file(voice: Voice, reply: BadFile) -> str:
    """Say why a file was not read."""
    if reply.refused:
        why, limit = reply.refused
        return voice.say(f"check_bad.{why}", limit=limit)
    said = []
    for problem in reply.problems:
        what = voice.say(f"check_row.{problem.code}", value=shown(problem.value))
        is_in_row = problem.row > 0
        said.append(voice.say("check_row.row", row=problem.row, what=what) if is_in_row else what)
    return voice.say("check_bad.file", problems=Markup(" ").join(said))
