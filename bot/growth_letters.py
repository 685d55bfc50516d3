"""Files of growing and hiring as letters: the picture of a way, a hiring kit."""

from __future__ import annotations

from bot.core import Core
from bot.growth_screens import growth_view
from bot.kit import kit_of
from bot.screen import PlanFile
from bot.shelf import written
from bot.wanted import GROW, KIT
from bot.words import Voice
from flows.growth_replies import SendKit, ShowGrowthPicture
from flows.replies import Reply


def growth_file(core: Core, speak: Voice, reply: Reply, *, shows_pictures: bool) -> PlanFile | None:
    """Make the file a reply asks for; None for every other reply."""
    match reply:
        case ShowGrowthPicture(way=way, theme=theme) if shows_pictures:
            title = growth_view(core, speak, way).title()
            code, edits = written(core.knowledge, way.brief)
            subject = f"{GROW}{way.start}"
            return PlanFile(
                code,
                speak.language,
                title,
                "png",
                theme,
                is_photo=True,
                edits=edits,
                subject=subject,
            )
        case SendKit(role=role, format=format):
            title = speak.say("kit.title", role=kit_of(core, speak, role).sheet().role)
            return PlanFile(
                "", speak.language, title, format, "light", is_photo=False, subject=f"{KIT}{role}"
            )
        case _:
            return None
