"""Read the HTML that Telegram accepts in messages: the plain text and its entities.

Stricter than Telegram where its documentation forbids what its servers silently repair: an
unknown entity, an unknown attribute, a tag inside `code`, a quotation inside a quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

ENTITIES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
}
ATTRIBUTES = {
    "a": {"href"},
    "code": {"class"},
    "blockquote": {"expandable"},
    "span": {"class"},
    "tg-emoji": {"emoji-id"},
}
NEEDED: dict[str, dict[str, str | None]] = {
    "span": {"class": "tg-spoiler"},
    "tg-emoji": {"emoji-id": None},
}
CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
TOKEN = re.compile(
    r"<(?P<end>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>(?:\s+[^\s<>=]+(?:\s*=\s*"
    r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?)*)\s*>"
    r"|&(?:(?P<name>lt|gt|amp|quot)|#(?P<decimal>\d{1,7})|#[xX](?P<hex>[0-9a-fA-F]{1,6}));"
    r"|(?P<lone>[<&])"
)
ATTRIBUTE = re.compile(r"([^\s<>=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?")


class MarkupError(ValueError):
    """The text is not HTML that Telegram takes."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The text a reader sees, and its entities as the Bot API writes them."""

    text: str
    entities: tuple[dict[str, Any], ...] = ()


@lru_cache(maxsize=512)
def parse(source: str) -> Parsed:
    """Read HTML.

    Raises:
        MarkupError: If Telegram would refuse the text.
    """
    reader = _Reader()
    position = 0
    for match in TOKEN.finditer(source):
        reader.write(source[position : match.start()])
        reader.read(match)
        position = match.end()
    reader.write(source[position:])
    return reader.finish()


def read_text(source: str, parse_mode: str | None) -> Parsed:
    """Read a text in its parse mode; Markdown is left as it is."""
    return parse(source) if parse_mode and parse_mode.lower() == "html" else Parsed(source)


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    entity: dict[str, Any]


@dataclass(slots=True)
class _Reader:
    parts: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)
    offset: int = 0

    def write(self, text: str) -> None:
        """Add plain text; offsets count UTF-16 units."""
        if text:
            self.parts.append(text)
            self.offset += len(text) + sum(character > "\uffff" for character in text)

    def read(self, match: re.Match[str]) -> None:
        if match["lone"]:
            raise MarkupError(f"{match['lone']!r} is not escaped at {match.start()}")
        if not match["tag"]:
            self.write(_character(match))
        elif match["end"]:
            self._close(match["tag"].lower(), match["attributes"])
        else:
            self._open(match["tag"].lower(), _attributes(match["attributes"]))

    def finish(self) -> Parsed:
        if self.open:
            raise MarkupError(f"no end tag for <{self.open[-1].tag}>")
        order = sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))
        return Parsed("".join(self.parts), tuple(order))

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        _check_tag(tag, attributes)
        self._check_place(tag)
        entity = {"type": ENTITIES[tag], "offset": self.offset, **_details(tag, attributes)}
        self.open.append(_Open(tag, entity))

    def _check_place(self, tag: str) -> None:
        outside = [opened.tag for opened in self.open]
        inner = outside[-1] if outside else ""
        if inner == "code" or (inner == "pre" and tag != "code"):
            raise MarkupError(f"<{tag}> inside <{inner}>")
        if tag == "blockquote" and tag in outside:
            raise MarkupError("<blockquote> inside <blockquote>")

    def _close(self, tag: str, attributes: str) -> None:
        if attributes.strip() or not self.open or self.open[-1].tag != tag:
            expected = f"</{self.open[-1].tag}>" if self.open else "no end tag"
            raise MarkupError(f"unexpected </{tag}>, expected {expected}")
        entity = self.open.pop().entity
        entity["length"] = self.offset - entity["offset"]
        if self.open and self.open[-1].tag == "pre":
            self.open[-1].entity.update(language=entity["language"])
        elif entity["length"]:
            self.entities.append(entity)


def _character(match: re.Match[str]) -> str:
    if match["name"]:
        return CHARACTERS[match["name"]]
    code = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
    if not 0 < code <= 0x10FFFF or 0xD800 <= code < 0xE000:
        raise MarkupError(f"&#{code}; is no character")
    return chr(code)


def _attributes(source: str) -> dict[str, str]:
    if not source:
        return {}
    found = ATTRIBUTE.findall(source)
    return {name.lower(): double or single or bare for name, double, single, bare in found}


def _check_tag(tag: str, attributes: dict[str, str]) -> None:
    if tag not in ENTITIES:
        raise MarkupError(f"unsupported start tag <{tag}>")
    unknown = attributes.keys() - ATTRIBUTES.get(tag, set())
    if unknown:
        raise MarkupError(f"<{tag}> has an attribute {min(unknown)!r}")
    for name, value in NEEDED.get(tag, {}).items():
        if not attributes.get(name) or value not in {None, attributes[name]}:
            raise MarkupError(f"<{tag}> must have {name}={value or '...'!r}")


def _details(tag: str, attributes: dict[str, str]) -> dict[str, str]:
    """Translate attributes to what the entity says."""
    if tag == "a":
        return {"url": attributes.get("href", "")}
    if tag == "tg-emoji":
        return {"custom_emoji_id": attributes["emoji-id"]}
    if tag == "code" and attributes.get("class"):
        return {"language": attributes["class"].removeprefix("language-")}
    if tag == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    return {}
