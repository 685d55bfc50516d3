"""Hearing: which language somebody writes in, so that answers follow it."""

from __future__ import annotations

import re

from flows.script import has_only_simplified, script_of

_WORDS = re.compile(r"[A-Za-z']{2,}")
SURE_WORDS = 3  # fewer English words may be a name or a quoted term
TRADITIONAL = ("zh-Hant-TW", "zh-Hant-HK")


def heard(text: str, before: str | None, known: str | None) -> str | None:
    """Say which language to answer a message in.

    Args:
        text: What was typed.
        before: The language heard so far, None at the start.
        known: One of our languages for what the messenger says of the person, None if unknown.
    """
    script = script_of(text)
    if script == "zh-Hant":
        return next((code for code in (before, known) if code in TRADITIONAL), TRADITIONAL[0])
    if script == "zh-Hans":
        stays = before in TRADITIONAL and not has_only_simplified(text)
        return before if stays else "zh-Hans"
    if script == "en" and (before is None or len(_WORDS.findall(text)) >= SURE_WORDS):
        return "en"
    return before
