"""Which script a message is written in. Counts characters, knows no words."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from flows.text.fold import converter, has_chinese

Script: TypeAlias = Literal["zh-Hans", "zh-Hant", "en"]

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_OTHER = re.compile(
    r"[\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\uac00-\ud7af]"
)

_CANTONESE = re.compile("[啱嘅唔咗冇佢哋咩嚟喺]")


def script_of(text: str) -> Script | None:
    """Name the script of a message; any Chinese makes it Chinese, numbers and the like are none.

    Characters that both Chinese scripts share ("你好") count as Simplified.
    """
    if _OTHER.search(text):
        return None
    if has_chinese(text):
        return "zh-Hant" if _is_traditional(text) else "zh-Hans"
    return "en" if _LATIN_WORD.search(text) else None


def _is_traditional(text: str) -> bool:
    """More characters that only Traditional has than characters that only Simplified has."""
    traditional = _changed(text, "t2s")
    return traditional > 0 and traditional > _changed(text, "s2t")


def _changed(text: str, config: str) -> int:
    return sum(a != b for a, b in zip(text, converter(config)(text), strict=False))


def is_cantonese(text: str) -> bool:
    """Tell whether a text holds characters that only written Cantonese uses."""
    return _CANTONESE.search(text) is not None


def leans_simplified(text: str) -> bool:
    """Tell whether more characters are only Simplified than only Traditional."""
    return _changed(text, "s2t") > _changed(text, "t2s")
