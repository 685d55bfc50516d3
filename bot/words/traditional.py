"""Traditional Chinese for Taiwan and Hong Kong, derived from the Simplified texts.

OpenCC's `s2twp` and `s2hk` know characters and common words; `traditional.toml` holds the words
of this field that they do not know, longest first. Known texts come ready from `derived/*.json`
(see `derive`). User text is never converted for display.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import tomli

CONFIGS = {"zh-Hant-TW": "s2twp", "zh-Hant-HK": "s2hk"}
FILE = Path(__file__).with_name("traditional.toml")


def derived_file(language: str) -> Path:
    """Name the file of a region's derived texts."""
    return Path(__file__).parent / "derived" / f"{language}.json"


@cache
def fingerprint() -> str:
    """Give the fingerprint of the regional words; derived texts of others are out of date."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()[:16]


@cache
def converter(language: str) -> Callable[[str], str]:
    """Give the function that turns Simplified Chinese into a region's Traditional Chinese."""
    known = _derived(language)
    return lambda text: known[text] if text in known else fresh(language)(text)


def _derived(language: str) -> Mapping[str, str]:
    """Read the derived texts of a region; none where the file is missing or out of date."""
    try:
        content = json.loads(derived_file(language).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    texts: Mapping[str, str] = content["texts"] if content["made_from"] == fingerprint() else {}
    return texts


@cache
def fresh(language: str) -> Callable[[str], str]:
    """Give the function that derives a text anew."""
    import opencc  # noqa: PLC0415 - takes 0.2 s to load and is seldom needed

    convert = opencc.OpenCC(CONFIGS[language]).convert
    words: Mapping[str, str] = tomli.loads(FILE.read_text("utf-8"))[language]
    pattern = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))

    def derive(text: str) -> str:
        return pattern.sub(lambda found: words[found.group()], str(convert(text)))

    return derive
