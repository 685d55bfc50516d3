"""One page where it can be read on a phone, else an overview and a page per unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from knowledge.chart.cut import Unit, boxes, overview, packed, shared, together
from knowledge.chart.dotted import with_dotted
from knowledge.chart.faces import DENSE, DENSEST, ROOMY, Density
from knowledge.chart.fold import fold_branches, fold_leaves
from knowledge.chart.layout import SHOWN, Choice, Score, arranged, smallest_text
from knowledge.chart.model import Heading, Node, Page

MOST_PAGES = 10
MOST_BOXES = 120  # on one page
LEAST_PIXELS = 11  # of the smallest text as it is shown
SMALL_TEAM = 200  # people; up to so many, pictures are shown in their natural size
_WHOLE = 8  # boxes; a unit up to so large is drawn on the overview only
_OVERVIEW = 60  # boxes
_LEVELS = (2, 1, 0)  # shown below a unit on the overview
_ROOMS = (120, 90, 60, 40)  # boxes a page of several units is given until it is legible


@dataclass(frozen=True, slots=True)
class Medium:
    """What pages are shown on: which form is best there, which can be read, how many there may be.

    `is_legible` is told a page and how many people the whole tree stands for.
    """

    score: Score
    is_legible: Callable[[Page, int], bool]
    most_pages: int


def is_legible(page: Page, people: int) -> bool:
    """Tell whether a page can be read on a phone: its smallest text, once it is shown."""
    longer = max(page.width, page.height)
    return smallest_text(page) >= LEAST_PIXELS and (people > SMALL_TEAM or longer <= SHOWN)


PHONE = Medium(Choice.phone_score, is_legible, MOST_PAGES)


def album(root: Node, heading: Heading, medium: Medium = PHONE) -> tuple[Page, ...]:
    """Lay a tree out on one page, or on a few: an overview and one per unit.

    A unit whose page would not be legible has its equal branches folded, else it is split. Where
    there were too many pages, ten on a phone, neighbours share them; if that does not do, people
    who lead nobody are named on their leader's card. Every post is on some page, whatever the size
    of the tree.
    """
    folded = fold_leaves(root)
    if boxes(folded) <= MOST_BOXES:
        page = arranged(folded, heading, score=medium.score)
        if medium.is_legible(page, root.people):
            return (with_dotted(page),)
    branches = _foldings(folded)
    ways = (*((tree, ROOMY) for tree in branches), (branches[-1], DENSE))
    names = {node.id: node.title for node in root.walk()}
    albums = (_Album(tree, heading, density, names, medium) for tree, density in ways)
    found = next((pages for each in albums if (pages := each.pages())), None)
    crowded = _Album(branches[-1], heading, DENSE, names, medium)
    return tuple(map(with_dotted, found or crowded.crowded()))


def _foldings(tree: Node) -> tuple[Node, ...]:
    """Give a tree as it is and, where that is less, with equal branches folded."""
    folded = fold_branches(tree)
    return (tree, folded) if boxes(folded) < boxes(tree) else (tree,)


@dataclass(frozen=True, slots=True)
class _Album:
    """One way to spread a tree over pages."""

    root: Node
    heading: Heading
    density: Density
    names: Mapping[str, str]
    medium: Medium

    def pages(self) -> tuple[Page, ...] | None:
        """Spread the tree; None if it does not fit in legible pages."""
        units = list(self._units(self.root.children, ()))
        first = self._overview(units, "1/9")
        if not self._is_legible(first):
            return None
        for room in (0, *_ROOMS) if len(units) < self.medium.most_pages else _ROOMS:
            sheets = list(packed(units, room))
            if len(sheets) >= self.medium.most_pages:
                return None
            pages = tuple(takewhile(self._is_legible, self._sheets(sheets)))
            if len(pages) == len(sheets):
                return (self._overview(units, f"1/{len(pages) + 1}" if pages else ""), *pages)
        return None

    def crowded(self) -> tuple[Page, ...]:
        """Spread the tree over as many pages as there may be however small the text becomes."""
        units = list(self._units(self.root.children, ()))
        sheets = list(shared(units, self.medium.most_pages - 1))
        return (self._overview(units, f"1/{len(sheets) + 1}"), *self._densest(sheets))

    def _densest(self, sheets: Sequence[Sequence[Unit]]) -> Iterator[Page]:
        """Lay out pages, each as densely as it must be."""
        for i, sheet in enumerate(sheets, 2):
            number = f"{i}/{len(sheets) + 1}"
            tries = (self._page(sheet, number, density) for density in DENSEST)
            found = list(islice(tries, 1))
            while not self._is_legible(found[-1]) and (more := next(tries, None)):
                found.append(more)
            yield found[-1]

    def _units(self, nodes: Sequence[Node], above: tuple[str, ...]) -> Iterator[Unit]:
        """Find what gets a page: the largest parts of the tree that are legible on one."""
        for node in nodes:
            if boxes(node) <= _WHOLE:
                continue
            whole = self._legible(node)
            if whole or not any(child.children for child in node.children):
                yield Unit(whole or node, above)
            else:
                yield from self._units(node.children, (*above, node.title))

    def _legible(self, node: Node) -> Node | None:
        for tried in _foldings(node):
            if boxes(tried) <= MOST_BOXES and self._is_legible(self._page([Unit(tried, ())], "")):
                return tried
        return None

    def _is_legible(self, page: Page) -> bool:
        return self.medium.is_legible(page, self.root.people)

    def _sheets(self, sheets: Sequence[Sequence[Unit]]) -> Iterator[Page]:
        for i, sheet in enumerate(sheets, 2):
            yield self._page(sheet, f"{i}/{len(sheets) + 1}")

    def _page(self, sheet: Sequence[Unit], number: str, density: Density | None = None) -> Page:
        first, last = sheet[0], sheet[-1]
        title = first.node.title if first is last else f"{first.node.title}–{last.node.title}"
        way = " › ".join((self.heading.title, *first.above))
        heading = Heading(title, way, self.heading.footer)
        return self._laid_out(together(sheet), heading, number, density)

    def _overview(self, units: Sequence[Unit], number: str) -> Page:
        """Lay out the tree above and a little below the units, as deep as is legible."""
        cut = frozenset(unit.node.id for unit in units)
        for tree in _foldings(self.root):
            for levels in _LEVELS:
                shown = overview(tree, cut, levels)
                if boxes(shown) <= _OVERVIEW or not levels:
                    page = self._laid_out(shown, self.heading, number)
                    if self._is_legible(page):
                        return page
        return page

    def _laid_out(
        self, tree: Node, heading: Heading, number: str, density: Density | None = None
    ) -> Page:
        dense = density or self.density
        return arranged(
            tree,
            heading,
            density=dense,
            number=number,
            names=self.names,
            score=self.medium.score,
        )
