"""`python -m bot.words.index` writes what ships with the program so that it starts fast.

That is the index of the roles' texts, how words are typed in pinyin, how characters sound, and what
a text must hold for a pattern to be in it.

Splitting thousands of texts into words takes longer than answering a thousand questions, so it is
done beforehand. A test compares the files with a fresh derivation; if texts or words have changed
since, the program makes the index anew when the first question comes.
"""

from __future__ import annotations

import json
import tomllib
import unicodedata
from collections.abc import Iterator
from typing import Any, get_args

from bot.core import Core
from flows.lexicon import DATA
from flows.search.descriptions import Language
from flows.search.search import Search
from flows.text.needed import is_plain, worked_out

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
    files = (tomllib.loads(file.read_text("utf-8")) for file in sorted(DATA.glob("*.toml")))
    patterns = {text for file in files for text in _texts(file) if not is_plain(text)}
    return {pattern: "|".join(worked_out(pattern)) for pattern in sorted(patterns)}


def _texts(value: object) -> Iterator[str]:
    """List the texts in the lists of a file."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inside:
        if isinstance(one, str):
            yield from (one,) if isinstance(value, list) else ()
        else:
            yield from _texts(one)


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
