"""`python -m bot.words.index` writes the index of the roles' texts that ships with the program.

Splitting thousands of texts into words takes longer than answering a thousand questions, so it is
done beforehand. A test compares the files with a fresh derivation; if texts or words have changed
since, the program makes the index anew when the first question comes.
"""

from __future__ import annotations

import json
from typing import get_args

from bot.core import Core
from flows.lexicon import DATA
from flows.search.descriptions import Language
from flows.search.search import Search

FILES = (*get_args(Language), "pinyin")


def derive(search: Search, name: str) -> str:
    """Make an index, or how words are typed in pinyin, as the content of its file."""
    if name == "pinyin":
        content = {"made_from": search.made_from, **search.pinyin()}
        return json.dumps(content, ensure_ascii=False, indent=0) + "\n"
    language: Language = "zh" if name == "zh" else "en"
    return search.postings(language).content(search.made_from)


def main() -> None:
    """Write all files."""
    search = Core.load().lexicon.search
    for name in FILES:
        (DATA / "derived" / f"{name}.json").write_text(derive(search, name), encoding="utf-8")


if __name__ == "__main__":
    main()
