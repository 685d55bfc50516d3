"""Contents whose every text tries to break the format it is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from bot.documents.contents import Contents
from knowledge.brief import Brief
from knowledge.chart import Node

BAD = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    '"',
    "'",
    "it's",
    "<b>x</b>",
    "<img src=x onerror=pwned()>",
    "</script>",
    "&amp;&lt;",
    "#quot;",
    "#35;",
    "a;b",
    "[x](javascript:pwned())",
    "![x](y)",
    "`x`",
    "*x*",
    "_x_",
    "~~x~~",
    "a|b",
    "back\\",
    "\\N\\n",
    "{x}",
    "$x$",
    "end",
    "subgraph",
    'click p1 href "x"',
    "%%{init: {}}%%",
    "%%",
    "1. x",
    "12) x",
    "- x",
    "# x",
    "> x",
    "---",
    "line\nbreak",
    "\u202egnirts",
    "nul\0",
    "half\ud800",
    "none\uffff",
    "--> p1",
    "style:x#",
    ":::leader",
    "👩‍💻 emoji",
    "x" * 300,
    "*",
    "~?",
    ">0",
    "_x0041_",
    "fa:fa-car",
)
_KEPT = {"id", "leader", "also_leaders", "dotted_to", "role_id", "post", "language", "url"}


def hostile(made: Contents) -> Contents:
    """Put something bad before every text; equal texts stay equal, ids stay as they are."""
    renamed: dict[str, str] = {}

    def rename(text: str) -> str:
        return renamed.setdefault(text, f"{BAD[len(renamed) % len(BAD)]} {text}") if text else text

    found: Contents = _renamed(made, rename)
    return found


def _renamed(value: Any, rename: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return rename(value)
    if isinstance(value, tuple):
        return tuple(_renamed(item, rename) for item in value)
    if not is_dataclass(value) or isinstance(value, Brief | type):
        return value
    kept = _KEPT | {"role", "posts"} if isinstance(value, Node) else _KEPT
    names = [field.name for field in fields(value) if field.name not in kept]
    return replace(value, **{name: _renamed(getattr(value, name), rename) for name in names})
