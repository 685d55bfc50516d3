"""Hearing: which language somebody writes in, so that answers follow it."""

from __future__ import annotations

import re

from flows.text.script import is_cantonese, leans_simplified, script_of

_WORDS = re.compile(r"[A-Za-z']{2,}")
_SLASH = re.compile(r"^\s*/\w+(@\w+)?")  # a command is the same in every language
SURE_WORDS = 3  # fewer English words may be a name or a quoted term
TRADITIONAL = ("zh-Hant-TW", "zh-Hant-HK")


def heard(text: str, before: str | None, known: str | None) -> str | None:
    """Say which language to answer a message in.

    Args:
        text: What was typed.
        before: The language heard so far, None at the start.
        known: One of our languages for what the messenger says of the person, None if unknown.
    """
    script = script_of(_SLASH.sub("", text))
    region = next((code for code in (before, known) if code in TRADITIONAL), None)
    if script == "zh-Hant":
        return region or TRADITIONAL[is_cantonese(text)]
    if script == "zh-Hans":
        may_be_either = before != "zh-Hans" and not leans_simplified(text)
        return region if region and may_be_either else "zh-Hans"
    is_sure = len(_WORDS.findall(text)) >= SURE_WORDS
    if script == "en" and (is_sure or (before or known) is None):
        return "en"
    return before
