"""Files that a row of the outbox asks for: of a plan, of a way to another size, of a hiring kit.

`subject` says of what: empty for the plan itself, `grow:3` for the way from 3 people to the plan
(with figures of months that were told behind it), `kit:ROLE` for a hiring kit and `size:WORKLOAD`
for heat maps, which need no plan, `check:TOLD` for the chart of a checked team with its findings
(see `flows.teams.told`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from bot.core import Core
from bot.screen import PlanFile
from bot.shelf import read_written
from bot.words.voice import Language, voice
from flows.links import fingerprint

if TYPE_CHECKING:
    from bot.documents import DocumentFormat, File, Format
    from bot.documents.kit import Format as KitFormat
    from bot.pictures import Theme
    from knowledge.brief import Brief
    from knowledge.growth.figures import FigureName, Told

GROW, KIT, SIZE, CHECK = "grow:", "kit:", "size:", "check:"
_MARK = 16  # characters


def mark_of(core: Core, subject: str) -> str:
    """Tell subjects apart also by what the knowledge's fingerprint does not know: kits."""
    if not subject.startswith(KIT):
        return subject
    kit = core.kits.get(subject.removeprefix(KIT))
    return f"{subject}:{fingerprint(repr(kit), _MARK)}"


def made(core: Core, wanted: PlanFile) -> tuple[File, ...]:
    """Make the files; call it in a thread.

    Raises:
        LookupError: If the knowledge does not know the plan or role any more.
    """
    language, subject = wanted.language, wanted.subject
    kind, theme = cast("Format", wanted.format), cast("Theme", wanted.theme)
    if subject.startswith(KIT):
        from bot.documents.kit import kit_file  # noqa: PLC0415 - brings what typesets
        from bot.kit import kit_of  # noqa: PLC0415

        view = kit_of(core, voice(language), subject.removeprefix(KIT))
        return (kit_file(view, cast("KitFormat", kind)),)
    if subject.startswith(SIZE):
        from bot.pictures.sizing import sizing_files  # noqa: PLC0415 - brings what draws
        from bot.sizing_screens import heats  # noqa: PLC0415

        seen = heats(core, voice(language), subject.removeprefix(SIZE))
        return sizing_files(seen, _picture(kind), theme)
    brief = read_written(core.knowledge, wanted.code, wanted.edits)
    if brief is None:
        msg = f"there is no plan {wanted.code}"
        raise LookupError(msg)
    if subject.startswith(GROW):
        return _way(core, language, brief, kind, theme, subject.removeprefix(GROW))
    if subject.startswith(CHECK):
        from bot.pictures.marked import marked_files  # noqa: PLC0415 - brings what draws

        told = subject.removeprefix(CHECK)
        return marked_files(core, language, brief, told, _picture(kind), theme)
    from bot.documents import make  # noqa: PLC0415 - brings what draws and typesets

    return make(core, language, brief, kind, theme)


def _way(
    core: Core, language: Language, brief: Brief, format: Format, theme: Theme, written: str
) -> tuple[File, ...]:
    """Make the files of a way: pictures, or a document with the plan at its end."""
    from bot.growing import path_of, timed  # noqa: PLC0415
    from bot.views.growth import GrowthView  # noqa: PLC0415

    start, told = read_way(written)
    path = path_of(core, brief, start)
    timing = timed(core, path, dict(told)) if told else None
    assumed = brief.stage_assumed
    view = GrowthView(core.knowledge, path, voice(language), timing, stage_assumed=assumed)
    if format in ("pdf", "xlsx", "md"):
        from bot.documents import make_way  # noqa: PLC0415 - brings what typesets

        return make_way(core, language, brief, cast("DocumentFormat", format), view)
    from bot.pictures.growth import growth_files  # noqa: PLC0415 - brings what draws

    return growth_files(view, _picture(format), theme)


def written_way(start: int, told: Told) -> str:
    """Write where a way begins [people], and the figures of months that were told."""
    figures = [f"{name}={value!r}" for name, value in told]
    return ":".join([f"{GROW}{start}", *figures])


def read_way(written: str) -> tuple[int, Told]:
    """Read what `written_way` gives, without its beginning."""
    start, *figures = written.split(":")
    pairs = (figure.split("=") for figure in figures)
    return int(start), tuple((cast("FigureName", name), float(value)) for name, value in pairs)


def _picture(format: Format) -> Literal["png", "svg"]:
    return "svg" if format == "svg" else "png"
