"""One page where it can be read on a phone, else an overview and a page per unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.chart.cut import Unit, boxes, overview, packed, together
from knowledge.chart.faces import DENSE, DENSEST, ROOMY, Density
from knowledge.chart.fold import fold_branches, fold_leaves
from knowledge.chart.layout import SHOWN, lay_out, smallest_text
from knowledge.chart.model import Heading, Node, Page

MOST_PAGES = 10
MOST_BOXES = 120  # on one page
LEAST_PIXELS = 11  # of the smallest text as it is shown
SMALL_TEAM = 200  # people; up to so many, pictures are shown in their natural size
_WHOLE = 8  # boxes; a unit up to so large is drawn on the overview only
_OVERVIEW = 60  # boxes
_LEVELS = (2, 1, 0)  # shown below a unit on the overview
_ROOMS = (120, 90, 60, 40)  # boxes a page of several units is given until it is legible


def album(root: Node, heading: Heading) -> tuple[Page, ...]:
    """Lay a tree out on one page, or on at most ten: an overview and one per unit.

    A unit whose page would not be legible has its equal branches folded, else it is split. With
    more than nine pages neighbours share them; if that does not do, people who lead nobody are
    named on their leader's card. Every post is on some page, whatever the size of the tree.
    """
    folded = fold_leaves(root)
    if boxes(folded) <= MOST_BOXES:
        page = lay_out(folded, heading)
        if is_legible(page, root.people):
            return (page,)
    branches = fold_branches(folded)
    ways = ((folded, ROOMY), (branches, ROOMY), (branches, DENSE))
    names = {node.id: node.title for node in root.walk()}
    albums = (_Album(tree, heading, density, names).pages() for tree, density in ways)
    found = next((pages for pages in albums if pages), None)
    return found or _Album(branches, heading, DENSEST, names).crowded()


def is_legible(page: Page, people: int) -> bool:
    """Tell whether a page can be read on a phone: its smallest text, once it is shown."""
    longer = max(page.width, page.height)
    return smallest_text(page) >= LEAST_PIXELS and (people > SMALL_TEAM or longer <= SHOWN)


@dataclass(frozen=True, slots=True)
class _Album:
    """One way to spread a tree over pages."""

    root: Node
    heading: Heading
    density: Density
    names: Mapping[str, str]

    def pages(self) -> tuple[Page, ...] | None:
        """Spread the tree; None if it does not fit in legible pages."""
        units = list(self._units(self.root.children, ()))
        for room in (0, *_ROOMS) if len(units) < MOST_PAGES else _ROOMS:
            sheets = list(packed(units, room))
            if len(sheets) >= MOST_PAGES:
                return None
            pages = self._spread(sheets, only_legible=True)
            if len(pages) > len(sheets):
                return pages
        return None

    def crowded(self) -> tuple[Page, ...]:
        """Spread the tree over ten pages however small the text becomes."""
        units = list(self._units(self.root.children, ()))
        most = min(MOST_PAGES - 1, len(units))
        cuts = [i * len(units) // most for i in range(most + 1)] if most else []
        sheets = [tuple(units[a:b]) for a, b in pairwise(cuts)]
        return self._spread(sheets, only_legible=False)

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
        for tried in (node, fold_branches(node)):
            if boxes(tried) <= MOST_BOXES and self._is_legible(self._page([Unit(tried, ())], "")):
                return tried
        return None

    def _is_legible(self, page: Page) -> bool:
        return is_legible(page, self.root.people)

    def _spread(self, sheets: Sequence[Sequence[Unit]], *, only_legible: bool) -> tuple[Page, ...]:
        """Lay out the overview and a page per sheet, up to the first that is not legible."""
        last = len(sheets) + 1
        cut = frozenset(unit.node.id for sheet in sheets for unit in sheet)
        pages = [self._overview(cut, f"1/{last}" if sheets else "")]
        for i, sheet in enumerate(sheets, 2):
            if only_legible and not self._is_legible(pages[-1]):
                break
            pages.append(self._page(sheet, f"{i}/{last}"))
        if only_legible and not self._is_legible(pages[-1]):
            pages.pop()
        return tuple(pages)

    def _page(self, sheet: Sequence[Unit], number: str) -> Page:
        first, last = sheet[0], sheet[-1]
        title = first.node.title if first is last else f"{first.node.title}–{last.node.title}"
        way = " › ".join((self.heading.title, *first.above))
        heading = Heading(title, way, self.heading.footer)
        return self._laid_out(together(sheet), heading, number)

    def _overview(self, cut: frozenset[str], number: str) -> Page:
        for tree in (self.root, fold_branches(self.root)):
            for levels in _LEVELS:
                shown = overview(tree, cut, levels)
                if boxes(shown) <= _OVERVIEW or not levels:
                    page = self._laid_out(shown, self.heading, number)
                    if self._is_legible(page):
                        return page
        return page

    def _laid_out(self, tree: Node, heading: Heading, number: str) -> Page:
        density, names = self.density, self.names
        return lay_out(tree, heading, density=density, number=number, names=names)
