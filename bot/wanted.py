"""Files that a row of the outbox asks for: of a plan, of a way to another size, of a hiring kit.

`subject` says of what: empty for the plan itself, `grow:3` for the way from 3 people to the plan,
`kit:ROLE` for a hiring kit and `size:WORKLOAD` for heat maps, which need no plan, `check:TOLD` for the
chart of a checked team with its findings (see `flows.told`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

from bot.core import Core
from bot.shelf import read_written
from bot.words.voice import Language, voice
from flows.links import fingerprint

if TYPE_CHECKING:
    from bot.documents import File, Format
    from bot.documents.kit import Format as KitFormat
    from bot.pictures import Theme

GROW, KIT, SIZE, CHECK = "grow:", "kit:", "size:", "check:"
_MARK = 16  # characters


def mark_of(core: Core, subject: str) -> str:
    """Tell subjects apart also by what the knowledge's fingerprint does not know: kits."""
    if not subject.startswith(KIT):
        return subject
    kit = core.kits.get(subject.removeprefix(KIT))
    return f"{subject}:{fingerprint(repr(kit), _MARK)}"


def made(
    core: Core,
    language: Language,
    code: str,
    edits: Sequence[Any],
    format: Format,
    theme: Theme,
    subject: str,
) -> tuple[File, ...]:
    """Make the files; call it in a thread.

    Raises:
        LookupError: If the knowledge does not know the plan or role any more.
    """
    if subject.startswith(KIT):
        from bot.documents.kit import kit_file  # noqa: PLC0415 - brings what typesets
        from bot.kit import kit_of  # noqa: PLC0415

        view = kit_of(core, voice(language), subject.removeprefix(KIT))
        return (kit_file(view, cast("KitFormat", format)),)
    if subject.startswith(SIZE):
        from bot.pictures.sizing import sizing_files  # noqa: PLC0415 - brings what draws
        from bot.sizing_screens import heats  # noqa: PLC0415

        seen = heats(core, voice(language), subject.removeprefix(SIZE))
        return sizing_files(seen, "svg" if format == "svg" else "png", theme)
    brief = read_written(core.knowledge, code, edits)
    if brief is None:
        msg = f"there is no plan {code}"
        raise LookupError(msg)
    if subject.startswith(GROW):
        from bot.growing import path_of  # noqa: PLC0415
        from bot.pictures.growth import growth_files  # noqa: PLC0415 - brings what draws
        from bot.views.growth import GrowthView  # noqa: PLC0415

        path = path_of(core, brief, int(subject.removeprefix(GROW)))
        view_of = GrowthView(
            core.knowledge, path, voice(language), stage_assumed=brief.stage_assumed
        )
        return growth_files(view_of, _picture(format), theme)
    if subject.startswith(CHECK):
        from bot.pictures.marked import marked_files  # noqa: PLC0415 - brings what draws

        told, kind = subject.removeprefix(CHECK), _picture(format)
        return marked_files(core, language, brief, told, kind, theme)
    from bot.documents import make  # noqa: PLC0415 - brings what draws and typesets

    return make(core, language, brief, format, theme)


def _picture(format: Format) -> Literal["png", "svg"]:
    return "svg" if format == "svg" else "png"
