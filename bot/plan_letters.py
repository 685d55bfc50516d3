"""A plan as a file or a chart, where somebody asks for one; in the form of a letter."""

from __future__ import annotations

from bot.core import Core
from bot.screen import PlanFile
from bot.shelf import written
from bot.views.statements import plan_title
from bot.words import Voice
from flows.replies import Reply, ShowChart, ShowFile
from knowledge.brief import Brief


def plan_file(core: Core, speak: Voice, reply: Reply, *, shows_pictures: bool) -> PlanFile | None:
    """Make the file that a reply asks for; where no picture can be shown, a chart is text."""
    match reply:
        case ShowChart(brief=brief, theme=theme) if shows_pictures:
            return chart_file(core, speak, brief, theme)
        case ShowFile(brief=brief, format=format):
            return _file(core, speak, brief, format, "light", is_photo=False)
        case _:
            return None


def chart_file(core: Core, speak: Voice, brief: Brief, theme: str) -> PlanFile:
    """Make the chart of a plan, to be looked at in the chat."""
    return _file(core, speak, brief, "png", theme, is_photo=True)


def _file(
    core: Core, speak: Voice, brief: Brief, format: str, theme: str, *, is_photo: bool
) -> PlanFile:
    title = plan_title(core.knowledge, speak, brief, core.plan(brief).people)
    code, edits = written(core.knowledge, brief)
    return PlanFile(code, speak.language, title, format, theme, is_photo, edits)
