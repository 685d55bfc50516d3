"""From entries of data files to values: one function a kind of file."""

from knowledge.rows.channels import channel
from knowledge.rows.lists import advice, forms, sources, stages, titles, units, variants
from knowledge.rows.people import functions, roles

__all__ = [
    "advice",
    "channel",
    "forms",
    "functions",
    "roles",
    "sources",
    "stages",
    "titles",
    "units",
    "variants",
]
