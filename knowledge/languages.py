"""The languages and scripts that everything is said in."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

Language: TypeAlias = Literal["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
