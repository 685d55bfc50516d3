"""Telegram's HTML is read as Telegram documents it."""

from __future__ import annotations

import pytest

from tests.telegram.html import MarkupError, parse

GOOD = [
    ("plain > text", "plain > text", []),
    ("<b>a</b><strong>b</strong>", "ab", [("bold", 0, 1), ("bold", 1, 1)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("𝄞<u>a</u>", "𝄞a", [("underline", 2, 1)]),
    ("&lt;&gt;&amp;&quot;&#39;&#x4f60;", "<>&\"'你", []),
    ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", i, 1) for i in range(3)]),
    ('<a href="https://t.me/a?b=1&amp;c">a</a>', "a", [("text_link", 0, 1)]),
    ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
    ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2)]),
    ('<pre><code class="language-c">a</code></pre>', "a", [("pre", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    ("<b></b>a", "a", []),
]
BAD = [
    "a < b",
    "R & D",
    "a&nbsp;b",
    "a<br>b",
    "<p>a</p>",
    "<b>a",
    "a</b>",
    "<b><i>a</b></i>",
    "<b>a</b",
    "&#0;",
    "&#xd800;",
    "<span>a</span>",
    '<span class="red">a</span>',
    "<tg-emoji>a</tg-emoji>",
    '<b class="x">a</b>',
    "<code><b>a</b></code>",
    "<pre><i>a</i></pre>",
    "<blockquote><blockquote>a</blockquote></blockquote>",
]


@pytest.mark.parametrize(("source", "text", "entities"), GOOD)
def test_good_html_becomes_text_and_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    parsed = parse(source)
    assert parsed.text == text
    assert [(e["type"], e["offset"], e["length"]) for e in parsed.entities] == entities


@pytest.mark.parametrize("source", BAD)
def test_bad_html_is_refused(source: str) -> None:
    with pytest.raises(MarkupError):
        parse(source)


def test_a_code_block_keeps_its_language() -> None:
    (entity,) = parse('<pre><code class="language-python">a</code></pre>').entities
    assert entity["language"] == "python"


def test_a_link_keeps_its_address() -> None:
    (entity,) = parse('<a href="https://t.me/a">a</a>').entities
    assert entity["url"] == "https://t.me/a"
