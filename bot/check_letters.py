"""The chart of a checked team as a letter, where the messenger can show pictures."""

from __future__ import annotations

from bot.core import Core
from bot.screen import PlanFile
from bot.shelf import written
from bot.views.statements import plan_title
from bot.wanted import CHECK
from bot.words import Voice
from flows.replies import Reply
from flows.teams.replies import ShowCheckChart
from flows.teams.told import retold


def check_file(core: Core, speak: Voice, reply: Reply, *, shows_pictures: bool) -> PlanFile | None:
    """Make the chart that a reply asks for; None for every other reply."""
    if not isinstance(reply, ShowCheckChart) or not shows_pictures:
        return None
    team = retold(core.knowledge, core.plan(reply.brief), reply.told)
    people = team.people - team.is_vacant if team else core.plan(reply.brief).people
    title = plan_title(core.knowledge, speak, reply.brief, people)
    code, edits = written(core.knowledge, reply.brief)
    return PlanFile(
        code,
        speak.language,
        speak.say("check.caption", team=title),
        "png",
        reply.theme,
        is_photo=True,
        edits=edits,
        subject=f"{CHECK}{reply.told}",
    )
