"""The page: everything a plan says, its style and its script, in one file.

A strict content policy names the style and the script by their hashes: whatever a name on the page
contains, the browser runs nothing else and asks for nothing.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from markupsafe import Markup

from bot.documents.contents import Contents, SourceRow
from bot.documents.html.colours import colours
from bot.documents.html.parts import Part, chart, walk
from bot.pictures.themes import Theme
from bot.render import plain, render
from bot.words import Voice
from bot.words.voice import voice

_TEMPLATE = "documents/page.html.jinja"
_STYLES = ("documents/page.css", "documents/page_chart.css", "documents/page_print.css")
_SCRIPTS = tuple(
    f"documents/{name}.js"
    for name in ("page_tree", "page_view", "page_details", "page_search", "page")
)
# Runs before the chart is read, so that it is not drawn until it has been folded; it is drawn all
# the same when the page has loaded, even if a browser does not understand the rest of the script.
_FIRST = """{
const { classList } = document.documentElement;
classList.add("js");
addEventListener("load", () => classList.remove("js"));
}"""
# Phrases that the script says, with what it fills in.
_SAID_LATER: dict[str, tuple[str, ...]] = {
    "page.answers": (),
    "page.beside": (),
    "page.fold": ("name",),
    "page.hit": ("index", "count", "name"),
    "page.hits": ("count",),
    "page.no_hits": (),
    "page.part_of_job": (),
    "page.unit": ("unit",),
    "page.unfold": ("name",),
    "role.reports_nobody": (),
    "role.reports_to": ("role",),
    "tree.in_unit": ("role", "unit"),
    "tree.many": ("role", "count"),
    "tree.summary": ("label", "people"),
}
_WEB = ("https://", "http://")
_FOR_SCRIPT = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def write(made: Contents, theme: Theme) -> bytes:
    """Write a plan as a page that opens in a theme."""
    speak, top = voice(made.language), chart(made)
    style, script = colours(_hues(top)) + _read(_STYLES), _script()
    text = render(
        _TEMPLATE,
        speak,
        made=made,
        theme=theme,
        chart=top,
        boxes=_boxes(top),
        posts={post.id: post for post in made.posts},
        names={post.role_id: post.role for post in made.posts},
        sheets=_sheets(made),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        first=Markup(_FIRST),  # noqa: S704 - our own
        policy=f"style-src {_hash(style)}; script-src {_hash(_FIRST)} {_hash(script)}",
        words=_words(speak),
        address=_address,
    )
    return text.encode(errors="replace") + b"\n"


def _hues(top: Part) -> Iterator[int]:
    return (part.hue for part in walk(top) if part.hue is not None)


def _sheets(made: Contents) -> dict[str, int]:
    """Say at which place among the plan's roles each is, by the name on its posts."""
    places = {role.id: place for place, role in enumerate(made.roles)}
    return {post.role: places[post.role_id] for post in made.posts}


def _boxes(top: Part) -> dict[str, str]:
    """Say which box each post stands in."""
    people = (part.person for part in walk(top) if part.person)
    return {post: p.id for p in people for post in (p.id, *p.posts)}


@cache
def _read(names: tuple[str, ...]) -> str:
    folder = files("bot") / "templates"
    return "\n".join((folder / name).read_text("utf-8") for name in names)


def _script() -> str:
    """Join the scripts in a block of their own, so that they share names with nobody."""
    return f'"use strict";\n{{\n{_read(_SCRIPTS)}}}\n'


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _words(speak: Voice) -> Markup:
    """Give the script its phrases as JSON that cannot end the element it stands in."""
    said = {
        key: plain(speak.say(key, **{name: f"{{{name}}}" for name in names}))
        for key, names in _SAID_LATER.items()
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_FOR_SCRIPT))  # noqa: S704 - no tag can be in it


def _address(source: SourceRow) -> str | None:
    """Give the address of a source where it leads to the web."""
    return source.url if source.url and source.url.startswith(_WEB) else None
