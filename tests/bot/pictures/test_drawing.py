"""What the door gives: files that messengers take, drawn once, from several threads."""

from __future__ import annotations

import asyncio
import struct
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from bot.core import Core
from bot.pictures import Theme, draw, drawing
from bot.words import LANGUAGES, Language
from knowledge.model import CHANNELS
from tests.bot.pictures.conftest import brief

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
THEMES: tuple[Theme, ...] = get_args(Theme)
MOST_BYTES, MOST_SIDES, MOST_RATIO = 10_000_000, 10_000, 20  # of a photo, see the Bot API


@pytest.mark.parametrize("size", [1, 12, 1000])
@pytest.mark.parametrize("channel", CHANNELS)
def test_a_messenger_takes_every_picture_as_a_photo(core: Core, channel: str, size: int) -> None:
    pictures = draw(core, "zh-Hans", brief(core, channel, size))
    assert 1 <= len(pictures) <= 10
    for picture in pictures:
        assert struct.unpack_from(">2I", picture.content, 16) == (picture.width, picture.height)
        assert len(picture.content) <= MOST_BYTES
        assert picture.width + picture.height <= MOST_SIDES
        assert max(picture.width, picture.height) <= MOST_RATIO * min(picture.width, picture.height)
        assert max(picture.width, picture.height) <= 2560


def test_pictures_of_an_album_are_named_and_titled_apart(core: Core) -> None:
    pictures = draw(core, "en", brief(core, "customer_service", 1000))
    assert pictures[0].name == "orgwright-customer_service-1000-1.png"
    assert len({picture.name for picture in pictures}) == len(pictures)
    assert pictures[1].title == "Customer Service Manager 1"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_svg_needs_no_font_and_can_be_read_aloud(
    core: Core, language: Language, theme: Theme
) -> None:
    for picture in draw(core, language, brief(core, "ecommerce", 55), theme=theme, format="svg"):
        root = ET.fromstring(picture.content)  # noqa: S314 - our own file
        assert root.tag == f"{SVG}svg"
        assert root.findtext(f"{SVG}title") == root.get("aria-label") == picture.title
        assert not list(root.iter(f"{SVG}text"))
        assert b"font" not in picture.content
        ids = {path.get("id") for path in root.iter(f"{SVG}path")} - {None}
        used = {(use.get(LINK) or "").removeprefix("#") for use in root.iter(f"{SVG}use")}
        assert used == ids
        labels = [group.get("aria-label") for group in root.iter(f"{SVG}g")]
        assert len([label for label in labels if label]) >= 30


def test_an_svg_names_every_card_for_those_who_cannot_see_it(core: Core) -> None:
    (picture,) = draw(core, "zh-Hans", brief(core, "telesales", 12), format="svg")
    text = picture.content.decode()
    assert 'aria-label="电销专员 ×11"' in text
    assert "<title>电销组长</title>" in text


def test_what_was_drawn_before_is_not_drawn_again(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = brief(core, "telesales", 12)
    first = draw(core, "en", asked)
    monkeypatch.setattr(drawing, "album", None)
    assert draw(core, "en", asked) is first


@pytest.mark.parametrize(
    ("language", "theme", "format", "size"),
    [
        ("zh-Hans", "light", "png", 12),
        ("en", "dark", "png", 12),
        ("en", "light", "svg", 12),
        ("en", "light", "png", 13),
    ],
)
def test_whatever_looks_different_is_drawn_anew(
    core: Core, language: Language, theme: Theme, format: drawing.Format, size: int
) -> None:
    first = draw(core, "en", brief(core, "telesales", 12))
    other = draw(core, language, brief(core, "telesales", size), theme=theme, format=format)
    assert other[0].content != first[0].content


def test_several_threads_get_the_same_picture(core: Core) -> None:
    asked = brief(core, "ecommerce", 55)
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda _: draw(core, "zh-Hans", asked), range(6)))
    assert all(pictures is found[0] for pictures in found)


async def test_other_work_goes_on_while_a_picture_is_drawn(core: Core) -> None:
    done = asyncio.create_task(
        asyncio.to_thread(draw, core, "zh-Hans", brief(core, "ecommerce", 1000))
    )
    turns = 0
    while not done.done():
        await asyncio.sleep(0)
        turns += 1
    assert turns > 10
    assert await done


def test_a_picture_does_not_depend_on_what_was_drawn_before(core: Core) -> None:
    asked = brief(core, "marketing", 12)
    first = draw(core, "zh-Hant-HK", asked, format="svg")
    drawing.forget()
    draw(core, "zh-Hans", brief(core, "ecommerce", 200), format="svg")
    assert draw(core, "zh-Hant-HK", asked, format="svg") == first


@pytest.mark.parametrize("format", ["png", "svg"])
def test_a_dotted_line_is_drawn_in_every_format(
    core: Core, monkeypatch: pytest.MonkeyPatch, format: drawing.Format
) -> None:
    asked = brief(core, "telesales", 55)
    plain = draw(core, "en", asked, format=format)
    drawing.forget()
    *others, last = core.plan(asked).posts
    matrix = replace(core.plan(asked), posts=(*others, last._replace(also_reports_to=("p2",))))
    monkeypatch.setattr(core, "plan", lambda _: matrix)
    assert draw(core, "en", asked, format=format)[0].content != plain[0].content
