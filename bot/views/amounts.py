"""Figures in words: numbers, shares and times as people of a language write them."""

from __future__ import annotations

from bot.words import Voice
from knowledge.workload.quantity import Unit


def number(value: float, voice: Voice) -> str:
    """Write a number with as many digits as matter; thousands are grouped in English only."""
    size = abs(value)
    digits = 0 if size >= 1000 else 1 if size >= 100 else 2 if size >= 0.1 or not size else 3  # noqa: PLR2004 - digits that matter
    text = f"{value:,.{digits}f}" if voice.language == "en" else f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def share(value: float) -> str:
    """Write a share [0 to 1] in percent."""
    percent = value * 100
    digits = 1 if percent >= 1 or not percent else 2
    return f"{percent:.{digits}f}".removesuffix(".0") + "%"


def bare(value: float, unit: Unit, voice: Voice) -> str:
    """Write a figure without its unit, except that a share is in percent."""
    return share(value) if unit == "share" else number(value, voice)


def amount(value: float, unit: Unit, voice: Voice) -> str:
    """Write a figure with its unit."""
    return voice.say(f"sizing_unit.{unit}", value=bare(value, unit, voice))
