"""Traditional Chinese for Taiwan and Hong Kong, derived from the Simplified texts.

OpenCC's `s2twp` and `s2hk` know characters and common words; `traditional.toml` holds the words
of this field that they do not know, longest first. User text is never converted for display.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import tomli

CONFIGS = {"zh-Hant-TW": "s2twp", "zh-Hant-HK": "s2hk"}
FILE = Path(__file__).with_name("traditional.toml")


@cache
def converter(language: str) -> Callable[[str], str]:
    """Give the function that turns Simplified Chinese into a region's Traditional Chinese."""
    import opencc  # noqa: PLC0415 - only readers of Traditional Chinese pay for loading it

    convert = opencc.OpenCC(CONFIGS[language]).convert
    words: Mapping[str, str] = tomli.loads(FILE.read_text("utf-8"))[language]
    pattern = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))

    def derive(text: str) -> str:
        return pattern.sub(lambda found: words[found.group()], str(convert(text)))

    return derive
