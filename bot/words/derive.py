"""`python -m bot.words.derive` writes the derived Traditional texts that ship with the program.

Loading OpenCC takes longer than a whole plan, so every text of the knowledge and the phrase book
is derived beforehand. A test compares the files with a fresh derivation; a text that is not in them
is derived when it is said.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from bot.words.phrases import Phrases
from bot.words.traditional import CONFIGS, derived_file, fingerprint, fresh
from knowledge.knowledge import Knowledge
from knowledge.loader import load, load_kits
from knowledge.model import Text
from knowledge.names import short_name

NEVER_SHOWN = ("aliases", "asks", "supports", "titles")


def texts(knowledge: Knowledge, phrases: Phrases) -> tuple[str, ...]:
    """List every Chinese text that can be said, each once, sorted."""
    short = (short_name(role).zh for role in knowledge.roles.values())
    facts = (text.zh for text in said_in(knowledge))
    kits = (text.zh for text in said_in(load_kits(knowledge)))
    said = (phrases[key].zh for key in phrases)
    return tuple(sorted({*facts, *kits, *short, *said}))


def said_in(value: Any) -> Iterator[Text]:
    """Find the texts that can be said inside a value of the knowledge."""
    if isinstance(value, Text):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in NEVER_SHOWN:
                yield from said_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from said_in(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from said_in(item)


def derive(language: str) -> str:
    """Derive all texts for a region, as the content of its file."""
    convert = fresh(language)
    found = {text: convert(text) for text in texts(load(), Phrases.load())}
    content = {"made_from": fingerprint(), "texts": found}
    return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def main() -> None:
    """Write the files of all regions."""
    for language in CONFIGS:
        derived_file(language).write_text(derive(language), "utf-8")


if __name__ == "__main__":
    main()
