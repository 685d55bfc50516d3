"""`python -m bot.words.index` writes what ships with the program so that it starts fast.

That is what the files of words hold, how titles are folded, the index of the roles' texts, how
words are typed in pinyin or wrongly, how characters sound, and what a text must hold for a pattern.

Splitting thousands of texts into words takes longer than answering a thousand questions, so it is
done beforehand. A test compares the files with a fresh derivation; if texts or words have changed
since, the program makes the index anew when the first question comes.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, get_args

import tomli

from bot.core import Core
from bot.words.regional import with_regional_names
from flows.lexicon import DATA, Lexicon, Parsed, sum_of
from flows.roles.names import own_texts
from flows.roles.titles import usual_titles
from flows.search.descriptions import Language
from flows.search.search import DESCRIPTIONS, Search
from flows.text.fold import Fold
from flows.text.needs import Needs, Told
from flows.text.table import Table

# sounds before what is made of them
FILES = ("words", "folded", "usual", "sounds", "needs", *get_args(Language), "pinyin", "mistyped")
_TYPED = "gb2312"  # has all characters that are typed often; texts are folded to Simplified


def derive(search: Search, name: str) -> str:
    """Make the content of a file."""
    if name in ("folded", "usual", "sounds"):
        return _dump({"folded": folded, "usual": usual, "sounds": sounds}[name]())
    if name in ("needs", "words"):
        rows = needs() if name == "needs" else parsed()
        written = (f"{json.dumps(key)}:{_row(row)}" for key, row in sorted(rows.items()))
        return "{\n" + ",\n".join(written) + "\n}\n"
    if name in ("pinyin", "mistyped"):
        content = search.pinyin() if name == "pinyin" else search.mistyped()
        return _dump({"made_from": search.made_from, **content})
    language: Language = "zh" if name == "zh" else "en"
    return search.postings(language).content(search.made_from)


def _dump(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def _row(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def parsed() -> Parsed:
    """List what the files of words hold, but for descriptions, which are read to be indexed."""
    files = {path.name: path.read_bytes() for path in DATA.glob("*.toml")}
    del files[DESCRIPTIONS]
    return {name: (sum_of(file), tomli.loads(file.decode())) for name, file in files.items()}


def folded() -> dict[str, Any]:
    """List titles, and words of many lists, as they are written and as they are folded."""
    known, files = Core.load().knowledge, {name: file for name, (_, file) in parsed().items()}
    fold = Fold.of(Table("fold.toml", files["fold.toml"]))
    lists = [own_texts(with_regional_names(known.roles.values()), known.titles)]
    lists += files["concepts.toml"]["concepts"].values()
    lists += (kind.get("words", ()) for kind in files["occupations.toml"]["kind"])
    texts = sorted(set(chain.from_iterable(lists)))
    return {"made_from": fold.made_from, "texts": texts, "folded": fold.all_simplified(texts)}


def usual() -> dict[str, Any]:
    """List the English titles that have another word for a person than the usual one."""
    core = Core.load()
    roles = with_regional_names(core.knowledge.roles.values())
    return usual_titles(core.lexicon.fold, roles, core.lexicon.roles.bearers)


def needs() -> dict[str, Told]:
    """Tell what a text must hold for the patterns of the language data."""
    known = Core.load().knowledge
    roles, functions = with_regional_names(known.roles.values()), known.functions.values()
    lexicon = Lexicon.load(roles, known.titles, functions, is_checked=True)
    return {each.key: each.told() for each in needs_of(lexicon, set())}


def needs_of(value: object, seen: set[int]) -> Iterator[Needs]:
    """List what is asked of a text in what the lexicon is made of."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Needs):
        yield value
    for inside in _inside(value):
        yield from needs_of(inside, seen)


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
        if chr(code).encode(_TYPED, "ignore"):
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
