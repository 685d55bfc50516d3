"""What must hold for every page: nothing overlaps, sticks out, is cut off or crossed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise, product

from knowledge.chart.measure import text_width
from knowledge.chart.model import Box, Card, Group, Link, Page, Pill, Text

Segment = tuple[tuple[float, float], tuple[float, float]]
SLACK = 0.01  # px of rounding


def problems(page: Page) -> list[str]:
    """List everything that is wrong with a page."""
    return [
        *_outside(page),
        *_overlaps(page),
        *_links(page),
        *(found for card in page.cards for found in _writing(card.box, card.texts, card.pill)),
        *(found for group in page.groups for found in _band(group)),
    ]


def solid_boxes(page: Page) -> list[Box]:
    """List the boxes that no line may cross."""
    return [card.box for card in page.cards] + [group.band for group in page.groups if group.band]


def _outside(page: Page) -> Iterator[str]:
    whole = Box(0, 0, page.width, page.height)
    for box in (*solid_boxes(page), *(group.box for group in page.groups)):
        if not contains(whole, box):
            yield f"{box} is outside the page"
    for text in page.texts:
        if not contains(whole, text_box(text)):
            yield f"{text} is outside the page"
    for link in page.links:
        for x, y in link.points:
            if not (0 < x < page.width and 0 < y < page.height):
                yield f"{link} leaves the page"


def _overlaps(page: Page) -> Iterator[str]:
    for a, b in combinations(solid_boxes(page), 2):
        if overlap(a, b):
            yield f"{a} and {b} overlap"
    for one, other in combinations(page.groups, 2):
        if overlap(one.box, other.box):
            yield f"{one.label} and {other.label} overlap"
    for group, card in product(page.groups, page.cards):
        if overlap(group.box, card.box) and not contains(group.box, card.box):
            yield f"{card.node.title} is half inside {group.label}"
    for text, box in product(page.texts, solid_boxes(page)):
        if overlap(text_box(text), box):
            yield f"{text.text} and {box} overlap"


def _links(page: Page) -> Iterator[str]:
    boxes = solid_boxes(page)
    for link in page.links:
        for end in (link.points[0], link.points[-1]):
            if not any(is_on_edge(end, box) for box in boxes):
                yield f"{link} ends at {end}, on no box"
        for segment in pairwise(link.points):
            yield from _crossings(link, segment, boxes)


def _crossings(link: Link, segment: Segment, boxes: list[Box]) -> Iterator[str]:
    (ax, ay), (bx, by) = segment
    if abs(ax - bx) > SLACK and abs(ay - by) > SLACK:
        yield f"{link} is not at right angles"
    box = Box(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))
    for other in boxes:
        if overlap(box, other):
            yield f"{link} crosses {other}"


def _band(group: Group) -> Iterator[str]:
    if group.band:
        yield from _writing(group.band, group.texts, group.pill)
        if not contains(group.box, group.band):
            yield f"the band of {group.label} sticks out"


def _writing(box: Box, texts: tuple[Text, ...], pill: Pill | None) -> Iterator[str]:
    for text in texts:
        if not contains(box, text_box(text)):
            yield f"{text.text} does not fit {box}"
        if pill and overlap(pill.box, text_box(text)):
            yield f"{text.text} runs into its number"
    for a, b in pairwise(texts):
        if overlap(text_box(a), text_box(b)):
            yield f"{a.text} and {b.text} overlap"
    if pill and not (contains(box, pill.box) and contains(pill.box, text_box(pill.text))):
        yield f"{pill} does not fit {box}"


def text_box(text: Text) -> Box:
    """Measure the ink of a line of text, about a square of the font size a Chinese character."""
    width = text_width(text.text, text.size, bold=text.is_bold)
    return Box(text.x, text.y - 0.86 * text.size, width, 0.98 * text.size)


def overlap(a: Box, b: Box) -> bool:
    """Tell whether two boxes have more than an edge in common."""
    return (
        a.x < b.right - SLACK
        and b.x < a.right - SLACK
        and a.y < b.bottom - SLACK
        and b.y < a.bottom - SLACK
    )


def contains(outer: Box, inner: Box) -> bool:
    """Tell whether a box lies in another."""
    return (
        outer.x <= inner.x + SLACK
        and outer.y <= inner.y + SLACK
        and inner.right <= outer.right + SLACK
        and inner.bottom <= outer.bottom + SLACK
    )


def is_on_edge(point: tuple[float, float], box: Box) -> bool:
    """Tell whether a point is on the outline of a box."""
    x, y = point
    inside = box.x - SLACK <= x <= box.right + SLACK and box.y - SLACK <= y <= box.bottom + SLACK
    beside = min(abs(x - box.x), abs(x - box.right), abs(y - box.y), abs(y - box.bottom))
    return inside and beside <= SLACK


def posts(pages: tuple[Page, ...]) -> set[str]:
    """List the posts that some card of some page stands for."""
    return {post for page in pages for card in page.cards for post in card.posts}


def card_of(page: Page, id: str) -> Card:
    """Find the card of a node."""
    return next(card for card in page.cards if card.node.id == id)
