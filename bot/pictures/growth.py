"""Growth paths as picture files, in one language and theme."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

from bot.documents import File
from bot.pictures.drawing import Format
from bot.pictures.primitives import Scene
from bot.pictures.svg import svg
from bot.pictures.themes import Theme
from bot.pictures.timeline import Words, timeline
from bot.pictures.typesetting import png
from bot.render import plain
from bot.views.growth import GrowthView
from bot.views.growth_short import Shorts

_one_at_a_time = Lock()  # which bounds the memory


def growth_files(view: GrowthView, format: Format, theme: Theme) -> tuple[File, ...]:
    """Draw a way as one picture, or as several where it is long.

    Call it in a thread: it takes some tenths of a second.
    """
    path, language = view.path, view.voice.language
    write = png if format == "png" else svg
    name = f"orgwright-{path.channel}-{path.start}-{path.target}"
    with _one_at_a_time:
        made = [write(scene, language) for scene in scenes(view, theme)]
    names = [f"{name}-{n}" for n in range(1, len(made) + 1)] if len(made) > 1 else [name]
    return tuple(File(f"{n}.{format}", m) for n, m in zip(names, made, strict=True))


def scenes(view: GrowthView, theme: Theme) -> tuple[Scene, ...]:
    """Lay out a way as pictures."""
    path, say = view.path, view.voice.say
    words = Words(
        title=plain(view.title()),
        lead=tuple(plain(line) for line in (*view.lines(is_file=True), *_pace(view))),
        start=plain(say("growth_short.start")),
        end=plain(say("growth_short.end")),
        footer=plain(say("growth.page_note")),
        sizes=(path.start, path.target),
    )
    return timeline(words, tuple(Shorts(view.steps).rows()), theme)


def _pace(view: GrowthView) -> Iterator[str]:
    """Say how it goes month by month, where figures were told."""
    if view.months:
        yield from view.months.lines()
