"""Editing plans: what somebody changed in a plan, as a log of edits that is applied to it."""

from knowledge.edits.apply import applied, refusal
from knowledge.edits.carry import carry
from knowledge.edits.checks import MOST_EDITS, Refusal
from knowledge.edits.codec import dump, load
from knowledge.edits.edit import (
    LONGEST_TEXT,
    Add,
    Duties,
    Edit,
    Lines,
    Merge,
    Move,
    Remove,
    Resize,
    Split,
    Staff,
    Title,
    clean,
)

__all__ = [
    "LONGEST_TEXT",
    "MOST_EDITS",
    "Add",
    "Duties",
    "Edit",
    "Lines",
    "Merge",
    "Move",
    "Refusal",
    "Remove",
    "Resize",
    "Split",
    "Staff",
    "Title",
    "applied",
    "carry",
    "clean",
    "dump",
    "load",
    "refusal",
]
