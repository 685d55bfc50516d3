"""No glyph is ever missing, in any language, whatever somebody is called."""

from __future__ import annotations

import json

import pytest
import typst

from bot.core import Core
from bot.pictures import derive, fonts
from bot.words import LANGUAGES, Language, Phrases
from bot.words.derive import said_in
from bot.words.voice import voice
from knowledge.chart import advances
from knowledge.chart.measure import text_width
from knowledge.names import short_name

RARE = "䶮龑㛃㵄𬍛𬭸𡋾𨋢"
_WIDTHS = """
#let data = json(bytes(sys.inputs.data))
#set text(font: data.fonts, size: 100pt, cjk-latin-spacing: none)
#context [#metadata(data.texts.map(t => measure(text(weight: 400, t)).width.pt())) <m>]
"""


def _texts(core: Core, language: Language) -> list[str]:
    speak = voice(language)
    phrases = Phrases.load()
    facts = [speak.text(text) for text in said_in(core.knowledge)]
    roles = [speak.text(short_name(role)) for role in core.knowledge.roles.values()]
    return [*facts, *roles, *(speak.text(phrases[key]) for key in phrases)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_font_has_every_character_of_every_text(core: Core, language: Language) -> None:
    used = {character for text in _texts(core, language) for character in text}
    assert {c for c in used if not c.isspace() and c not in fonts.coverage()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_on_a_chart_is_drawn_as_it_is(core: Core, language: Language) -> None:
    speak = voice(language)
    names = [speak.text(short_name(role)) for role in core.knowledge.roles.values()]
    names += [speak.text(unit.name) for c in core.knowledge.channels.values() for unit in c.units]
    names += [speak.text(form.name) for form in core.knowledge.forms.values()]
    assert [name for name in names if fonts.drawable(name) != name.replace(" · ", "·")] == []


@pytest.mark.parametrize("character", RARE)
def test_the_font_has_the_rare_characters_of_names(character: str) -> None:
    assert character in fonts.coverage()
    assert fonts.drawable(f"王{character}") == f"王{character}"


@pytest.mark.parametrize(
    ("given", "drawn"),
    [
        ("小王😀", "小王"),
        ("👩‍👩‍👧 客服", "客服"),
        ("𝐀组", "A组"),
        ("a\x00b\u202ec", "abc"),
        ("ทีม", "?"),
        ("e\u0301", "é"),
        ("电销 · 12 人", "电销·12 人"),
        ("一\n二", "一 二"),
    ],
)
def test_what_the_font_lacks_is_left_out_or_written_plainly(given: str, drawn: str) -> None:
    assert set(fonts.drawable(given)) - {"?"} == set(drawn) - {"?"}
    assert all(c in fonts.coverage() for c in fonts.drawable(given))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_font_of_its_region(language: Language) -> None:
    families = set(fonts.library().families())
    named = [font if isinstance(font, str) else font["name"] for font in fonts.stack(language)]
    assert set(named) <= families


def test_scripts_differ_in_their_fonts() -> None:
    assert len({fonts.CHINESE[language] for language in LANGUAGES}) == 3


def test_the_widths_that_layouts_measure_with_are_those_of_the_font() -> None:
    assert derive.FILE.read_text("utf-8") == derive.module(derive.measured())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_drawn_wider_than_it_was_measured(core: Core, language: Language) -> None:
    speak = voice(language)
    names = sorted({speak.role(role) for role in core.knowledge.roles.values()})
    data = json.dumps({"fonts": fonts.stack(language), "texts": names})
    found = typst.query(
        _WIDTHS.encode(),
        "<m>",
        field="value",
        one=True,
        font_paths=fonts.library(),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
    )
    for name, width in zip(names, json.loads(found), strict=True):
        assert width <= text_width(name, 100) + 1
        assert width >= 0.9 * text_width(name, 100)


def test_the_table_of_widths_covers_both_weights() -> None:
    assert advances.REGULAR.keys() == advances.BOLD.keys()
    assert set("Aa1 -&/").issubset(advances.REGULAR)
