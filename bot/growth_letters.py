"""Files beside plans as letters: the picture of a way, a hiring kit, heat maps of a workload."""

from __future__ import annotations

from markupsafe import Markup

from bot.core import Core
from bot.growth_screens import growth_view
from bot.kit import kit_of
from bot.screen import PlanFile
from bot.shelf import written
from bot.sizing_screens import heats
from bot.wanted import KIT, SIZE, written_way
from bot.words import Voice
from flows.growth.replies import SendGrowth, SendKit, ShowGrowthPicture, Way
from flows.replies import Reply
from flows.sizing.replies import ShowSizingPicture
from flows.sizing.workloads import write


def growth_file(core: Core, speak: Voice, reply: Reply, *, shows_pictures: bool) -> PlanFile | None:
    """Make the file a reply asks for; None for every other reply."""
    match reply:
        case ShowGrowthPicture(way=way, theme=theme) if shows_pictures:
            return _way(core, speak, way, "png", theme)
        case SendGrowth(way=way, format=format):
            return _way(core, speak, way, format, "light")
        case SendKit(role=role, format=format):
            title = speak.say("kit.title", role=kit_of(core, speak, role).sheet().role)
            return PlanFile(
                "", speak.language, title, format, "light", is_photo=False, subject=f"{KIT}{role}"
            )
        case ShowSizingPicture(parts=parts, theme=theme) if shows_pictures:
            seen = heats(core, speak, write(parts))
            titles = Markup("\n").join(view.title() for view in seen)
            subject = f"{SIZE}{write(parts)}"
            return PlanFile(
                "", speak.language, titles, "png", theme, is_photo=True, subject=subject
            )
        case _:
            return None


def _way(core: Core, speak: Voice, way: Way, format: str, theme: str) -> PlanFile:
    code, edits = written(core.knowledge, way.brief)
    return PlanFile(
        code,
        speak.language,
        growth_view(core, speak, way).title(),
        format,
        theme,
        is_photo=format == "png",
        edits=edits,
        subject=written_way(way.start, way.told),
    )
