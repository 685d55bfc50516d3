"""The HTML page as a file: everything said, nothing asked for, nothing broken out of."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any, get_args

import pytest

from bot.core import Core
from bot.documents.contents import Contents, SourceRow, contents
from bot.documents.html.page import _SAID_LATER, _SCRIPTS, _STYLES, write
from bot.documents.html.parts import chart, walk
from bot.pictures import Theme
from bot.pictures.themes import THEMES, shades
from bot.words import LANGUAGES, Language
from knowledge.chart import Node
from knowledge.model import CHANNELS
from tests.bot.pictures.conftest import brief
from tests.bot.pictures.test_themes import LEAST_CONTRAST, contrast

SIZES = [1, 5, 12, 55, 200, 1000]
THEME_NAMES: tuple[Theme, ...] = get_args(Theme)
VOID = {"meta", "link", "input", "br"}
BAD = (
    "</script><script>pwned()</script>",
    "<img src=x onerror=pwned()>",
    "<!--",
    "--><b>",
    '" onclick="pwned()',
    "' autofocus onfocus='pwned()",
    "</style>",
    "</title>",
    "]]>",
    "{{ 7 * 7 }}",
    "{name}",
    "&lt;b&gt;",
    "\u202egnirts",
    "half\ud800",
    "line\nbreak",
    "x" * 200,
)
IDS = {"id", "leader", "also_leaders", "dotted_to", "role_id", "post", "language", "brief"}


def made(core: Core, channel: str, size: int, language: Language = "zh-Hans") -> Contents:
    return contents(core, language, brief(core, channel, size))


def hostile(value: Any) -> Any:
    """Put something bad before every text but ids; equal texts stay equal."""
    if isinstance(value, str):
        return f"{BAD[len(value) % len(BAD)]} {value}" if value else value
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    ids = IDS | {"posts", "role"} if isinstance(value, Node) else IDS
    texts = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in ids}
    return replace(value, **{name: hostile(text) for name, text in texts.items()})


class Page(HTMLParser):
    """A page as its elements and texts; unbalanced tags are a fault."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(content.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def text(self) -> str:
        """Join what is read on the page."""
        shown = (
            t for tag, all_ in self.texts.items() if tag not in {"script", "style"} for t in all_
        )
        return "".join(shown)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """List the attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    def ids(self) -> list[str]:
        return [found for _, a in self.elements if (found := a.get("id"))]


def said(value: Any) -> set[str]:
    """List every text of a value but ids."""
    if isinstance(value, str):
        return {value} if value else set()
    if isinstance(value, tuple):
        return set().union(*map(said, value)) if value else set()
    if is_dataclass(value) and not isinstance(value, type):
        kept = (f.name for f in fields(value) if f.name not in IDS | {"tree", "digest", "role"})
        return set().union(*(said(getattr(value, name)) for name in kept))
    return set()


def script() -> str:
    return "\n".join((files("bot") / "templates" / name).read_text("utf-8") for name in _SCRIPTS)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("size", SIZES)
def test_every_post_stands_in_one_box_of_the_chart(core: Core, channel: str, size: int) -> None:
    plan = made(core, channel, size)
    boxes = [a for a in Page(write(plan, "light")).all("li") if "data-sheet" in a]
    posts = [p for a in boxes for p in (a.get("data-posts") or a["id"] or "").split()]
    assert sorted(posts) == sorted(post.id for post in plan.posts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_everything_the_plan_says_is_on_the_page(
    core: Core, channel: str, language: Language
) -> None:
    plan = made(core, channel, 55, language)
    page = Page(write(plan, "light"))
    kept = page.text() + "\n".join(v or "" for _, a in page.elements for v in a.values())
    # The form is part of the shape; hires are the next few; whom a role usually reports to is
    # left out, because the chart says whom it reports to here.
    roles = tuple(replace(role, reports_to=None) for role in plan.roles)
    wanted = said(replace(plan, sequence=(), form="", roles=roles))
    assert {text for text in wanted if text not in kept} == set()


def test_what_is_open_and_what_is_shown_only_by_script_starts_hidden(core: Core) -> None:
    page = Page(write(made(core, "telesales", 55), "light"))
    hidden = {a["id"] for _, a in page.elements if "hidden" in a}
    assert hidden == {"page-tools", "chart-tools", "panel", "keys"}


@pytest.mark.parametrize("size", SIZES)
def test_the_page_asks_for_nothing_from_outside(core: Core, size: int) -> None:
    page = Page(write(made(core, "ecommerce", size), "light"))
    assert not [a for tag, a in page.elements if "src" in a or tag in {"iframe", "img", "object"}]
    assert [a["href"] for a in page.all("link") if not (a["href"] or "").startswith("data:")] == []
    assert "@import" not in "".join(page.texts["style"])
    assert "url(" not in "".join(page.texts["style"])


def test_links_to_sources_tell_the_other_side_nothing(core: Core) -> None:
    links = Page(write(made(core, "telesales", 55), "light")).all("a")
    outside = [a for a in links if not (a["href"] or "").startswith("#")]
    assert outside
    assert {a.get("rel") for a in outside} == {"noreferrer noopener"}


def test_every_link_within_the_page_has_a_place_it_leads_to(core: Core) -> None:
    page = Page(write(made(core, "ecommerce", 200), "light"))
    inside = {
        a["href"][1:] for a in page.all("a") if (a["href"] or "").startswith("#") and a["href"]
    }
    assert inside <= set(page.ids())
    assert len(page.ids()) == len(set(page.ids()))


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(core: Core) -> None:
    page = Page(write(made(core, "telesales", 12), "light"))
    policy = next(a["content"] for a in page.all("meta") if "http-equiv" in a) or ""
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("default-src") == "'none'"
    assert rules.pop("img-src") == "data:"
    assert rules.pop("style-src") == _hash("".join(page.texts["style"]))
    first, _, last = page.texts["script"]
    assert rules.pop("script-src") == f"{_hash(first)} {_hash(last)}"
    assert set(rules.values()) == {"'none'"}


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_no_element_brings_a_style_or_a_script_of_its_own(core: Core) -> None:
    names = {
        name for _, a in Page(write(made(core, "telesales", 55), "light")).elements for name in a
    }
    assert [name for name in names if name == "style" or name.startswith("on")] == []


@pytest.mark.parametrize("channel", CHANNELS)
def test_names_that_are_markup_stay_names(core: Core, channel: str) -> None:
    plan = made(core, channel, 55)
    plain, bad = Page(write(plan, "light")), Page(write(hostile(plan), "light"))
    kinds = {(tag, name) for tag, a in plain.elements for name in a}
    assert {(tag, name) for tag, a in bad.elements for name in a} <= kinds
    for tag in ("script", "style", "title", "tr", "details", "section"):
        assert len(bad.all(tag)) == len(plain.all(tag))
    assert "pwned()" not in "".join(bad.texts["script"])
    assert BAD[1] in bad.text()


def test_an_address_that_is_no_web_address_is_no_link(core: Core) -> None:
    sources = (
        SourceRow("bad", "book", "javascript:pwned()"),
        SourceRow("good", "book", "http://x"),
    )
    page = Page(write(replace(made(core, "telesales", 5), sources=sources), "light"))
    assert [a["href"] for a in page.all("a") if not (a["href"] or "").startswith("#")] == [
        "http://x"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_page_names_its_language_its_theme_and_itself(
    core: Core, language: Language, theme: Theme
) -> None:
    plan = made(core, "telesales", 12, language)
    page = Page(write(plan, theme))
    assert page.all("html") == [{"lang": language, "data-theme": theme}]
    assert page.texts["title"] == [plan.title]
    named = {a["name"]: a["content"] for a in page.all("meta") if "name" in a}
    assert named["generator"] == "Orgwright"
    assert named["description"] == plan.shape
    assert "width=device-width" in (named["viewport"] or "")


def test_a_plan_is_always_the_same_page(core: Core) -> None:
    assert write(made(core, "marketing", 55), "dark") == write(made(core, "marketing", 55), "dark")


def test_a_company_of_a_thousand_is_a_small_file(core: Core) -> None:
    assert len(write(made(core, "telesales", 1000), "light")) < 150_000


def test_the_script_is_given_every_phrase_it_says() -> None:
    assert set(re.findall(r'"((?:page|role|tree)\.\w+)"', script())) == set(_SAID_LATER)


def test_the_script_looks_for_nothing_that_the_page_does_not_have(core: Core) -> None:
    ids = set(Page(write(made(core, "telesales", 12), "light")).ids())
    assert set(re.findall(r'\$\("([\w-]+)"\)', script())) <= ids


def test_the_chart_counts_everybody_once(core: Core) -> None:
    people = [p for p in walk(chart(made(core, "ecommerce", 200))) if p.person]
    leaders = [p for p in people if not p.is_times and p.columns]
    assert sum(p.number for p in people if p not in leaders) + len(leaders) == 200


def test_a_large_chart_is_no_wider_than_a_screen_if_that_makes_it_a_few_screens_high(
    core: Core,
) -> None:
    top = chart(made(core, "telesales", 1000))
    assert 1 < len(top.columns) <= 3


def test_a_name_that_no_picture_can_draw_still_stands_in_the_chart(core: Core) -> None:
    plan = made(core, "telesales", 5)
    posts = tuple(replace(post, role="🦉") for post in plan.posts)
    nameless = replace(plan.tree, title="")
    assert chart(replace(plan, posts=posts, tree=nameless)).title == "🦉"


def test_neighbouring_departments_have_different_colours(core: Core) -> None:
    hues = [p.hue for p in walk(chart(made(core, "marketing", 55))) if p.hue is not None]
    assert max(Counter(hues).values()) == 1


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_pages_own_colours_stand_out_from_what_they_are_on(theme: Theme) -> None:
    style = "".join((files("bot") / "templates" / name).read_text("utf-8") for name in _STYLES)
    block = re.search(
        r":root {(.*?)}" if theme == "light" else r'\[data-theme="dark"\] {(.*?)}', style, re.DOTALL
    )
    assert block
    own = dict(re.findall(r"--(\w+): (#\w+)", block[1]))
    base = THEMES[theme]
    for under in (base.ground, base.card):
        assert contrast(own["focus"], under) >= LEAST_CONTRAST
        assert contrast(own["hit"], under) >= 3
    assert contrast(base.ink, own["found"]) >= LEAST_CONTRAST
    assert contrast(base.note, own["found"]) >= LEAST_CONTRAST
    assert contrast(shades(theme, 1).accent, shades(theme, 1).pill) >= LEAST_CONTRAST
