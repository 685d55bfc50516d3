"""The chart as geometry: a tree of posts laid out on pages that a phone can show.

`album(root, heading)` is the door for pictures, `lay_out` for one page whatever its size. Pure
values in and out; no fonts, colours or files: the shell paints what stands here.
"""

from knowledge.chart.album import album
from knowledge.chart.layout import lay_out
from knowledge.chart.model import Card, Group, Heading, Link, Node, Page

__all__ = ["Card", "Group", "Heading", "Link", "Node", "Page", "album", "lay_out"]
