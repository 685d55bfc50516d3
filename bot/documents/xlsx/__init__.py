"""XLSX: the plan as a workbook to calculate with, in the reader's language.

Formulas stand where a person would have typed one, and carry their value for programs that do not
calculate. The same plan always gives the same bytes.
"""

from __future__ import annotations

from bot.documents.contents import Contents
from bot.documents.xlsx.book import Book
from bot.documents.xlsx.coverage import coverage
from bot.documents.xlsx.growth import growth
from bot.documents.xlsx.lists import hires, sources
from bot.documents.xlsx.overview import overview
from bot.documents.xlsx.posts import posts
from bot.documents.xlsx.roles import roles
from bot.pictures.themes import Theme


def write(made: Contents, _theme: Theme) -> bytes:
    """Write the workbook; spreadsheets are light in every theme."""
    book = Book(made)
    for sheet in (overview, growth, posts, roles, coverage, hires, sources):
        sheet(book, made)
    return book.content()
