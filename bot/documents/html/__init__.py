"""A plan as one HTML page that asks for nothing from outside: chart, roles, reasons."""

from bot.documents.html.page import write

__all__ = ["write"]
