"""Heat maps as picture files, in one language and theme; remembered by what they show."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from threading import Lock

from bot.documents import File
from bot.pictures.drawing import Format
from bot.pictures.heat import WIDTH, draw_heat
from bot.pictures.primitives import Scene
from bot.pictures.shelf import Shelf
from bot.pictures.svg import svg
from bot.pictures.themes import Theme
from bot.pictures.typesetting import SHOWN, png
from bot.views.heat import HeatView
from bot.words.voice import Language

_KEPT_BYTES = 8_000_000
_shelf: Shelf[bytes] = Shelf(_KEPT_BYTES)
_one_at_a_time = Lock()  # which bounds the memory


def sizing_files(views: Sequence[HeatView], format: Format, theme: Theme) -> tuple[File, ...]:
    """Draw a picture for each queue; one that was drawn lately comes at once.

    Call it in a thread: it takes some tenths of a second.
    """
    return tuple(
        File(
            f"orgwright-{view.sizing.work}-{view.heat.agents}.{format}",
            _content(draw_heat(view, theme), view.voice.language, format),
        )
        for view in views
    )


def _content(scene: Scene, language: Language, format: Format) -> bytes:
    key = blake2b(repr((scene, language, format)).encode()).digest()
    with _one_at_a_time:
        kept = _shelf.get(key)
        if kept is None:
            is_png = format == "png"
            kept = png(scene, language, SHOWN / WIDTH) if is_png else svg(scene, language)
            _shelf.put(key, kept, len(kept))
    return kept
