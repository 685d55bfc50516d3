"""The public door: a brief becomes pictures, remembered by what they show."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from threading import Lock
from typing import Literal, TypeAlias

from bot.core import Core
from bot.pictures.fonts import drawable
from bot.pictures.primitives import Scene
from bot.pictures.scene import paint
from bot.pictures.shelf import Shelf
from bot.pictures.svg import svg
from bot.pictures.themes import Theme
from bot.pictures.tree import tree
from bot.pictures.typesetting import png
from bot.views.statements import plan_title
from bot.words import Voice
from bot.words.voice import Language, voice
from knowledge.brief import Brief
from knowledge.chart import Heading, Page, album
from knowledge.plan import Plan

Format: TypeAlias = Literal["png", "svg"]
_KEPT_BYTES = 48_000_000
_PNG_SIZE = struct.Struct(">16x2I")  # width and height stand behind the first sixteen bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """One file: `width` and `height` [px] of the picture."""

    name: str
    content: bytes
    width: int
    height: int
    title: str


_shelf: Shelf[tuple[Picture, ...]] = Shelf(_KEPT_BYTES)
_one_at_a_time = Lock()


def draw(
    core: Core, language: Language, brief: Brief, *, theme: Theme = "light", format: Format = "png"
) -> tuple[Picture, ...]:
    """Draw the chart of a brief's plan: one picture, or an overview and one per unit.

    Call it in a thread: a large plan takes about a second. One plan is drawn at a time, which
    bounds the memory; what was drawn lately comes at once.

    Args:
        core: What plans.
        language: The language and script of every word.
        brief: What the plan is for.
        theme: Light or dark.
        format: PNG or SVG; a file a page, at most ten.
    """
    plan = core.plan(brief)
    key = key_of(plan, language, theme, format)
    return remembered(key, lambda: _pictures(core, voice(language), plan, theme, format))


def remembered(key: bytes, make: Callable[[], Iterable[Picture]]) -> tuple[Picture, ...]:
    """Give the pictures of a key, made if they are not remembered; one plan is drawn at a time."""
    kept = _shelf.get(key)
    if kept is not None:
        return kept
    with _one_at_a_time:
        kept = _shelf.get(key)
        if kept is None:
            kept = tuple(make())
            _shelf.put(key, kept, sum(len(each.content) for each in kept))
    return kept


def pages(core: Core, language: Language, brief: Brief) -> tuple[Page, ...]:
    """Lay out the chart of a brief's plan, for documents that paint it themselves."""
    return album_of(core, voice(language), core.plan(brief))


def forget() -> None:
    """Forget every picture that was drawn."""
    _shelf.clear()


def key_of(plan: Plan, *how: str) -> bytes:
    """Say what a picture shows: the knowledge and the brief decide the plan."""
    return blake2b(repr((plan.digest, plan.brief, how)).encode()).digest()


def album_of(
    core: Core, speak: Voice, plan: Plan, title: str = "", second: str = ""
) -> tuple[Page, ...]:
    """Lay out the chart of a plan, perhaps with another title and another line below it."""
    heading = _heading(core, plan, speak)
    heading = replace(
        heading,
        title=drawable(title) or heading.title,
        subtitle=drawable(second) or heading.subtitle,
    )
    return album(tree(core.knowledge, plan, speak), heading)


def _pictures(
    core: Core, speak: Voice, plan: Plan, theme: Theme, format: Format
) -> Iterator[Picture]:
    scenes = [paint(page, theme) for page in album_of(core, speak, plan)]
    name = f"orgwright-{plan.brief.channel}-{plan.people}"
    for number, scene in enumerate(scenes, 1):
        page = f"-{number}" if len(scenes) > 1 else ""
        yield picture(f"{name}{page}.{format}", scene, speak.language)


def picture(name: str, scene: Scene, language: Language) -> Picture:
    """Write a scene as the kind of file that the ending of its name says."""
    content = (png if name.endswith(".png") else svg)(scene, language)
    width, height = round(scene.width), round(scene.height)
    if name.endswith(".png"):
        width, height = _PNG_SIZE.unpack_from(content)
    return Picture(name, content, width, height, scene.title)


def _heading(core: Core, plan: Plan, speak: Voice) -> Heading:
    title = plan_title(core.knowledge, speak, plan.brief, plan.people)
    footer = speak.say("chart.rule", id=plan.choice.rule.id)
    return Heading(*(drawable(text) for text in (title, speak.text(plan.form.name), footer)))
