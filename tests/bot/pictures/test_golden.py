"""A few whole pictures, compared with those somebody has looked at.

`python -m tests.bot.pictures.test_golden` draws them again; look at them before they are kept.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core import Core
from bot.pictures import Theme, pages
from bot.pictures.scene import paint
from bot.pictures.typesetting import png
from bot.words import Language
from tests.bot.pictures.conftest import brief
from tests.bot.pictures.png import read, unlike

FOLDER = Path(__file__).parent / "golden"
ZOOM = 0.75  # keeps the files small
TOLERATED = 0.004  # of the pixels
PICTURES: dict[str, tuple[Language, str, int, Theme]] = {
    "telesales-55-zh-Hans-light": ("zh-Hans", "telesales", 55, "light"),
    "ecommerce-12-zh-Hant-HK-dark": ("zh-Hant-HK", "ecommerce", 12, "dark"),
    "marketing-5-en-light": ("en", "marketing", 5, "light"),
}


def _drawn(core: Core, name: str) -> bytes:
    language, channel, size, theme = PICTURES[name]
    (page,) = pages(core, language, brief(core, channel, size))
    return png(paint(page, theme), language, zoom=ZOOM)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_looks_as_it_did(core: Core, name: str) -> None:
    kept = (FOLDER / f"{name}.png").read_bytes()
    assert unlike(read(_drawn(core, name)), read(kept)) <= TOLERATED


def test_another_theme_would_be_noticed(core: Core) -> None:
    language, channel, size, _ = PICTURES["marketing-5-en-light"]
    (page,) = pages(core, language, brief(core, channel, size))
    light, dark = (
        read(png(paint(page, theme), language, zoom=ZOOM)) for theme in ("light", "dark")
    )
    assert unlike(light, dark) > 0.5


def test_another_word_would_be_noticed(core: Core) -> None:
    (page,) = pages(core, "en", brief(core, "marketing", 5))
    first, *rest = page.cards
    words = tuple(text._replace(text="Somebody else") for text in first.texts)
    other = replace(page, cards=(replace(first, texts=words), *rest))
    before, after = (read(png(paint(p, "light"), "en", zoom=ZOOM)) for p in (page, other))
    assert unlike(before, after) > TOLERATED


def main() -> None:
    """Draw the pictures again."""
    FOLDER.mkdir(exist_ok=True)
    core = Core.load()
    for name in PICTURES:
        (FOLDER / f"{name}.png").write_bytes(_drawn(core, name))


if __name__ == "__main__":
    main()
