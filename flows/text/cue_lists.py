"""Named lists of cues, of which few have a cue in any text. Knows no language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flows.text.cues import Cues
from flows.text.needs import Needs


class CueLists:
    """Lists of cues with names; names may come twice."""

    __slots__ = ("_fits", "_lists")

    def __init__(self, lists: Iterable[tuple[str, Cues]]) -> None:
        """Take the lists, in the order in which they are asked."""
        self._lists = tuple(lists)
        self._fits = Needs(cues.words for _, cues in self._lists)

    def __iter__(self) -> Iterator[str]:
        """List the names."""
        return (name for name, _ in self._lists)

    def named(self, name: str | None) -> Iterator[Cues]:
        """List what has a name."""
        return (cues for named, cues in self._lists if named == name)

    def in_text(self, text: str) -> Iterator[tuple[str, Cues]]:
        """List what may be in a text: every list with a cue in it, and few others."""
        return (self._lists[place] for place in self._fits.places_in(text))
