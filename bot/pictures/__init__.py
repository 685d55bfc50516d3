"""Pictures of plans: `draw` gives a plan's chart as PNG or SVG in one language and theme."""

from bot.pictures.drawing import Format, Picture, draw, pages
from bot.pictures.themes import Theme

__all__ = ["Format", "Picture", "Theme", "draw", "pages"]
