"""Growth paths from outside: sizes and a pace somebody wrote, or a sentence on what to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bot.briefs import Refused, read_brief
from bot.company_briefs import is_company, read_company, resized
from bot.errors import RequestError
from bot.growing_json import growing_json
from bot.items import Item
from bot.refused import refusal
from bot.render import plain
from bot.views.growth import GrowthView, Timed
from bot.views.sizing import option
from flows.growth.pace_words import Paced
from flows.sums.sizes import PeopleRange, read_answer
from flows.understand import understand
from knowledge.brief import Brief
from knowledge.growth.figures import (
    FIGURES,
    Figure,
    FigureName,
    Told,
    figure_of,
    timetable,
    with_told,
)
from knowledge.growth.path import Path, path
from knowledge.model import MAX_SIZE

if TYPE_CHECKING:
    from bot.core import Core
    from bot.documents import File
    from bot.words import Voice

_SHARE = re.compile(r"\s*(\d{1,3}(?:\.\d{1,6})?)\s*%?\s*")
_LONGEST = 400  # characters of a text
_WHOLE = re.compile(r"\s*(\d{1,6})\s*")


@lru_cache(maxsize=64)  # of thousands of hires they take up to a megabyte
def path_of(core: Core, brief: Brief, start: int) -> Path:
    """Find the way from a size [people] to that of a brief, remembering the latest ones.

    Raises:
        ValueError: If both sizes are equal.
    """
    return path(core.knowledge, brief, start)


def timed(core: Core, way: Path, told: Mapping[FigureName, float]) -> Timed:
    """Go a way month by month."""
    sizes = way.start, way.target
    schedule, used = timetable(core.knowledge.growth, way.channel, sizes, told)
    return Timed(schedule, used)


class GrowthRequest:
    """A way somebody asks for, with what they wrote of it; None is "not given"."""

    def __init__(self, core: Core, voice: Voice, item: Item) -> None:
        self.core, self.voice = core, voice
        figures: dict[str, Any] = {name: item.get(name) for name in FIGURES}
        self.figures = {name: value for name, value in figures.items() if value is not None}
        self.start, self.target = item.get("from"), item.get("to")
        self.paced = self._paced(item.get("text") or "")
        kept = ("text", "channel", "stage", "variant", "parts")
        self.item = {key: item[key] for key in kept if key in item}

    def view(self, *, with_options: bool = True) -> GrowthView:
        """Answer in words, with the options of the command line that change a figure.

        Raises:
            RequestError: If something is missing or cannot be used; says what to write instead.
        """
        brief, way = self.way()
        return GrowthView(
            self.core.knowledge,
            way,
            self.voice,
            self._timed(way),
            stage_assumed=brief.stage_assumed,
            with_options=with_options,
        )

    def text(self) -> str:
        """Answer as text for a terminal.

        Raises:
            RequestError: If something is missing or cannot be used; says what to write instead.
        """
        text = plain(self.view().text())
        guessed = self.paced.guessed if self.paced and "turnover" not in self.figures else None
        if guessed is None:
            return text
        return f"{text}\n\n{plain(self.voice.say(f'growth_months.guessed_{guessed}'))}"

    def json(self) -> dict[str, Any]:
        """Answer as the JSON values of `schemas/grow.json`.

        Raises:
            RequestError: If something is missing or cannot be used; says what to write instead.
        """
        view = self.view()
        return growing_json(view, self.way()[0])

    def files(self, format: Any, theme: Any) -> tuple[File, ...]:
        """Draw the way, or write it with the plan at its end.

        Raises:
            RequestError: If something is missing or cannot be used; says what to write instead.
        """
        view = self.view(with_options=False)
        if format in ("png", "svg"):
            from bot.pictures.growth import growth_files  # noqa: PLC0415 - brings what draws

            return growth_files(view, format, theme)
        from bot.documents import make_way  # noqa: PLC0415 - brings what typesets

        return make_way(self.core, self.voice.language, self.way()[0], format, view)

    def way(self) -> tuple[Brief, Path]:
        """Give the brief of the larger team's stage with the target's size, and the way to it.

        Raises:
            RequestError: If something is missing or cannot be used; says what to write instead.
        """
        if is_company(self.core, self.item):
            return self._company()
        start, target = self._sizes()
        if start == target:
            raise refusal(self.voice, "growth_bad.same", size=start)
        found = read_brief(self.core, {**self.item, "size": max(start, target)})
        if isinstance(found, Refused):
            raise refusal(self.voice, found.key, **found.values)
        brief = replace(found, size=target, size_low=target)
        return brief, path_of(self.core, brief, start)

    def _company(self) -> tuple[Brief, Path]:
        """Go from a company of the parts that were told, at the size it starts with."""
        total = self._size(self.start, None, "") if self.start is not None else None
        item = {**self.item, "text": self.paced.rest} if self.paced else self.item
        text: str = item.get("text") or ""
        meaning = understand(self.core.lexicon, text) if text.strip() else None
        said = meaning.target_size if meaning else None
        target = self._size(self.target, said, "growth_bad.no_target")
        found = self._read_company(item, total)
        start = found.size
        brief = resized(self.core.knowledge, found, max(start, target))
        if brief.stage != found.stage:  # the parts as told, with the posts of the later stage
            again = self._read_company({**item, "stage": brief.stage}, total)
            brief, start = replace(again, stage_assumed=True), again.size
        if start == target:
            raise refusal(self.voice, "growth_bad.same", size=start)
        brief = replace(brief, size=target, size_low=target)
        return brief, path_of(self.core, brief, start)

    def _read_company(self, item: Item, total: int | None) -> Brief:
        """Read a company; its parts are a proportion where it begins with other people."""
        found = read_company(self.core, item, total)
        if isinstance(found, Refused):
            raise refusal(self.voice, found.key, **found.values)
        return replace(found, size=total, size_low=total) if total else found

    def _sizes(self) -> tuple[int, int]:
        text = self.paced.rest if self.paced else self.item.get("text") or ""
        meaning = understand(self.core.lexicon, text) if text.strip() else None
        said = (meaning.current_size, meaning.target_size) if meaning else (None, None)
        start = self._size(self.start, said[0], "growth_bad.no_start")
        return start, self._size(self.target, said[1], "growth_bad.no_target")

    def _size(self, written: Any, said: PeopleRange | None, missing: str) -> int:
        if written is None and said is None:
            raise refusal(self.voice, missing)
        found = said
        if written is not None:
            lexicon = self.core.lexicon
            read = read_answer(lexicon.fold, lexicon.people, str(written))
            if not isinstance(read, PeopleRange):
                raise refusal(self.voice, f"bad.{read}")
            found = read
        size = found.high if found else 0
        if size > MAX_SIZE:
            raise refusal(self.voice, "bad.too_big")
        return size

    def _paced(self, text: str) -> Paced | None:
        """Read the figures of months that the text tells."""
        lexicon = self.core.lexicon if text.strip() else None
        return lexicon.growth.pace.read(lexicon.fold(text[:_LONGEST])) if lexicon else None

    def _timed(self, way: Path) -> Timed | None:
        """Go the way with the figures of the options, then of the text; None if there are none."""
        if {"months", "hires_per_month"} <= set(self.figures):
            raise refusal(self.voice, "growth_bad.several")
        given = [(n, self._figure(n, way.channel)) for n in FIGURES if n in self.figures]
        said = self._checked(self.paced.figures, way.channel) if self.paced else ()
        told = with_told(said, tuple(given))
        return timed(self.core, way, dict(told)) if told else None

    def _checked(self, told: Told, channel: str) -> Told:
        for name, value in told:
            figure = figure_of(self.core.knowledge.growth, name, channel)
            self._check(figure, value)
        return told

    def _check(self, figure: Figure, value: float) -> None:
        if not figure.least <= value <= figure.most:
            ends = {"low": f"{figure.least:g}", "high": f"{figure.most:g}"}
            raise self._wrong("sizing_bad.outside", figure, **ends)

    def _figure(self, name: FigureName, channel: str) -> float:
        figure = figure_of(self.core.knowledge.growth, name, channel)
        written = unicodedata.normalize("NFKC", str(self.figures[name]))
        is_share = name == "turnover"
        found = (_SHARE if is_share else _WHOLE).fullmatch(written)
        if found is None:
            raise self._wrong("sizing_bad.share" if is_share else "growth_bad.whole", figure)
        value = float(found[1]) / (100 if "%" in written else 1)
        self._check(figure, value)
        return value

    def _wrong(self, key: str, figure: Figure, **values: object) -> RequestError:
        name = option(figure.id)
        usual = figure.low if figure.default is None else figure.default
        return refusal(self.voice, key, option=name, example=f"{name} {usual:g}", **values)
