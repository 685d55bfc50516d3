"""Words: every phrase the bot says, in the reader's language and script.

Facts carry English and Simplified Chinese side by side; phrases stand in `texts.toml`. Traditional
Chinese is derived (OpenCC plus an own list of regional words) when a text is first said.
"""

from __future__ import annotations

from bot.words.phrases import Phrases
from bot.words.voice import LANGUAGES, Language, Voice

__all__ = ["LANGUAGES", "Language", "Phrases", "Voice"]
