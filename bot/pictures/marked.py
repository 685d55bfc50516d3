"""The chart of a diagnosed team, with the boxes marked that the findings are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.core import Core
from bot.documents import File
from bot.pictures.drawing import Format, album_of, key_of, picture, remembered
from bot.pictures.marks import Marks, paint_marked
from bot.pictures.primitives import Scene
from bot.pictures.themes import Theme
from bot.views.check_chart import CheckChart
from bot.views.checking import CheckView
from bot.words.voice import Language, voice
from flows.teams.told import retold
from knowledge.brief import Brief
from knowledge.chart import Page
from knowledge.diagnosis.diagnose import diagnose


def check_chart(core: Core, language: Language, brief: Brief, told: str) -> CheckChart | None:
    """Diagnose a kept team once more for its chart; None where `told` is no such text.

    Args:
        core: What plans.
        language: The language and script of every word.
        brief: The plan that the team is kept as.
        told: What the plan cannot say of the team; see `flows.teams.told`.
    """
    team = retold(core.knowledge, core.plan(brief), told)
    if team is None:
        return None
    found = diagnose(core.knowledge, team)
    speak = voice(language)
    return CheckChart(
        CheckView(core.knowledge, team, found, speak, reading=None, is_kept=True, after={})
    )


def marked_files(
    core: Core, language: Language, brief: Brief, told: str, format: Format, theme: Theme
) -> tuple[File, ...]:
    """Draw the chart of a team with its findings: one picture, or several where it is large.

    Call it in a thread: it takes some tenths of a second.

    Raises:
        LookupError: If `told` is nothing that `flows.teams.told` wrote.
    """
    chart = check_chart(core, language, brief, told)
    if chart is None:
        msg = f"no team is told as {told!r}"
        raise LookupError(msg)
    plan, speak = core.plan(brief), voice(language)
    team = chart.view.team
    people = team.people - team.is_vacant
    name = str(speak.say("check.file", people=people).unescape())

    def drawn() -> Iterator[tuple[str, Scene]]:
        scenes = tuple(scenes_of(core, chart, brief, theme))
        for number, scene in enumerate(scenes, 1):
            page = f"-{number}" if len(scenes) > 1 else ""
            yield f"{name}{page}.{format}", scene

    key = key_of(plan, language, theme, format, f"check:{told}")
    made = remembered(key, lambda: (picture(n, scene, speak.language) for n, scene in drawn()))
    return tuple(File(each.name, each.content) for each in made)


def scenes_of(core: Core, chart: CheckChart, brief: Brief, theme: Theme) -> Iterator[Scene]:
    """Lay out and paint the pages; the first has the whole legend, others what they show of it."""
    numbers, legend = chart.marks(), tuple(chart.legend())
    severities = [finding.severity for finding in chart.findings]
    pages = album_of(core, chart.voice, core.plan(brief), chart.title(), chart.score())
    for number, page in enumerate(pages):
        shown = (
            legend if not number else tuple(e for e in legend if _is_on(page, numbers, e.number))
        )
        yield paint_marked(page, theme, Marks(numbers, severities, shown))


def _is_on(page: Page, numbers: Mapping[str, tuple[int, ...]], written: str) -> bool:
    """Tell whether a box of a page carries one of the numbers of a line of the legend."""
    first, _, last = written.partition("–")
    wanted = range(int(first), int(last or first) + 1)
    return any(
        number in wanted
        for card in page.cards
        for post in card.posts
        for number in numbers.get(post, ())
    )
