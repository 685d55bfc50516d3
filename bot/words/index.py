"""`python -m bot.words.index` writes what ships with the program so that it starts fast.

That is the index of the roles' texts, how words are typed in pinyin, how characters sound, and what
a text must hold for a pattern to be in it.

Splitting thousands of texts into words takes longer than answering a thousand questions, so it is
done beforehand. A test compares the files with a fresh derivation; if texts or words have changed
since, the program makes the index anew when the first question comes.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from bot.core import Core
from bot.words.regional import with_regional_names
from flows.counts.wording_words import Wording
from flows.lexicon import DATA, Lexicon
from flows.search.descriptions import Language
from flows.search.search import Search
from flows.text.cues import Cues
from flows.text.needed import is_plain, key_of, told

FILES = ("sounds", "needs", *get_args(Language), "pinyin")  # sounds first: pinyin is made of them
_LAST = "\uffff"  # characters behind it are too rare to be typed


def derive(search: Search, name: str) -> str:
    """Make the content of a file."""
    if name in ("sounds", "needs"):
        return _dump(sounds() if name == "sounds" else needs())
    if name == "pinyin":
        content = {"made_from": search.made_from, **search.pinyin()}
        return _dump(content)
    language: Language = "zh" if name == "zh" else "en"
    return search.postings(language).content(search.made_from)


def _dump(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def needs() -> dict[str, str]:
    """List the patterns of the language data with what a text must hold for them."""
    known = Core.load().knowledge
    roles, functions = with_regional_names(known.roles.values()), known.functions.values()
    lexicon = Lexicon.load(roles, known.titles, functions, is_checked=True)
    return dict(sorted((key_of(pattern), told(pattern)) for pattern in patterns_of(lexicon)))


def patterns_of(lexicon: Lexicon) -> set[str]:
    """List the patterns of all cues and ways of saying that are loaded, but for plain words."""
    return {pattern for pattern in _patterns(lexicon, set()) if not is_plain(pattern)}


def _patterns(value: object, seen: set[int]) -> Iterator[str]:
    """List the patterns of all cues and ways of saying in what the lexicon is made of."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Cues):
        yield from value.words
    elif isinstance(value, Wording):
        yield value.said
    for inside in _inside(value):
        yield from _patterns(inside, seen)


def _inside(value: object) -> Iterable[object]:
    """List what is in a collection, or in an object of the core."""
    if isinstance(value, dict):
        return value.values()
    if isinstance(value, tuple | list):
        return value
    if not type(value).__module__.startswith("flows."):
        return ()
    slots = (name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ()))
    held = (getattr(value, name) for name in slots if hasattr(value, name))
    return (*getattr(value, "__dict__", {}).values(), *held)


def sounds() -> dict[str, str]:
    """List the characters of each sound, or row of sounds; from the table of pypinyin (MIT)."""
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 - the program itself needs none

    letters: dict[str, str] = {}
    for code, readings in sorted(pinyin_dict.items()):
        if chr(code) <= _LAST:
            key = " ".join(dict.fromkeys(map(_plain, filter(None, readings.split(",")))))
            letters[key] = letters.get(key, "") + chr(code)
    return letters


def _plain(reading: str) -> str:
    """Take the tone off a syllable."""
    parts = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(part for part in parts if part.isascii())


def main() -> None:
    """Write all files."""
    search = Core.load().lexicon.search
    for name in FILES:
        (DATA / "derived" / f"{name}.json").write_text(derive(search, name), encoding="utf-8")


if __name__ == "__main__":
    main()
