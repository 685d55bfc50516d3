"""Links: a plan or a role as the payload of `?start=`, which opens without any stored record.

A payload is a version letter, a letter for the part to open, the plan's fingerprint, a checksum
of all, and the code: `.` is written `_`, and a token `!…` begins with `_`. Nobody can be kept from
making one of their own; the checksum only tells a damaged link from a whole one. Letters and
versions stay for ever: links live in chats, see `tests/cases/links.toml`.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from flows.codes import decode
from knowledge.knowledge import Knowledge

MAX_PAYLOAD = 64  # characters, a limit of Telegram
MARK = 5  # characters of a fingerprint
NO_MARK = "0" * MARK  # of what has no fingerprint: roles
WIZARD = "new"  # the payload that begins a plan
TOKEN = re.compile(r"![A-Za-z0-9_-]{22}")
ROLE, CHART, MINE = "role", "chart", "mine"
LETTERS = {
    "card": "c",
    "tree": "t",
    "roles": "r",
    "covers": "o",
    "why": "w",
    "changes": "x",
    "next": "n",
    "run": "u",
    "warnings": "z",
    CHART: "p",
    MINE: "m",
    ROLE: "j",
}
PARTS = tuple(part for part in LETTERS if part not in (CHART, MINE, ROLE))
_VERSION = "a"
_CHECK = 4  # characters
_PARTS = {letter: part for part, letter in LETTERS.items()}
_MARK = re.compile(rf"[A-Za-z0-9_-]{{{MARK}}}")
_PAYLOAD = re.compile(
    rf"{_VERSION}(?P<part>[a-z])(?P<mark>[A-Za-z0-9_-]{{{MARK}}})"
    rf"(?P<check>[A-Za-z0-9_-]{{{_CHECK}}})(?P<body>[A-Za-z0-9_-]+)"
)
_START = re.compile(r"\s*/start(?:@\w+)?\s+([A-Za-z0-9_-]{1,64})\s*", re.IGNORECASE)
_HOST = r"(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)/\w+/?\?"
_URL = re.compile(
    rf"(?:{_HOST}|tg://resolve\?domain=\w+&)start=([A-Za-z0-9_-]{{1,64}})(?![A-Za-z0-9_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """What a payload opens: a part of a plan, or a role whose id is the code.

    `mark` is the fingerprint of the plan as it was when the link was made.
    """

    code: str
    part: str
    mark: str


def fingerprint(text: str, length: int) -> str:
    """Give a short hash of a text in characters that a payload may hold."""
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode()[:length]


def can_be_linked(knowledge: Knowledge, code: str) -> bool:
    """Tell whether a code means the same plan to everybody."""
    return bool(TOKEN.fullmatch(code)) or decode(knowledge, code) is not None


def payload(knowledge: Knowledge, code: str, part: str, mark: str) -> str:
    """Write what opens a part of a plan, or with the part `role` a role.

    Raises:
        ValueError: If the code means nothing to others, or the mark is no fingerprint.
        KeyError: If there is no such part.
    """
    is_known = code in knowledge.roles if part == ROLE else can_be_linked(knowledge, code)
    if not is_known or not _MARK.fullmatch(mark):
        msg = f"there is no link to {code!r} with the mark {mark!r}"
        raise ValueError(msg)
    body = code if part == ROLE else code.replace(".", "_").replace("!", "_")
    letter = LETTERS[part]
    return f"{_VERSION}{letter}{mark}{_check(letter, mark, body)}{body}"


def read_payload(text: str) -> Link | None:
    """Read a payload; None for one that is damaged, made up or none at all."""
    found = _PAYLOAD.fullmatch(text) if len(text) <= MAX_PAYLOAD else None
    if found is None or found["part"] not in _PARTS:
        return None
    part, body = _PARTS[found["part"]], found["body"]
    if found["check"] != _check(found["part"], found["mark"], body):
        return None
    if part == ROLE:
        return Link(body, part, found["mark"])
    code = f"!{body[1:]}" if body.startswith("_") else body.replace("_", ".")
    return Link(code, part, found["mark"])


def payload_in(text: str) -> str | None:
    """Find the payload of `/start …` or of a pasted link in a message; None if it has neither."""
    found = _START.fullmatch(text) or _URL.search(text)
    return found[1] if found else None


def _check(letter: str, mark: str, body: str) -> str:
    return fingerprint(f"{_VERSION}{letter}{mark}{body}", _CHECK)
