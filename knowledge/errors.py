"""The one error of broken knowledge."""

from __future__ import annotations


class KnowledgeError(Exception):
    """A data file does not say what it must; names the file, the entry and what to mend."""

    def __init__(self, file: str, name: str, sentence: str) -> None:
        where = file if file.startswith(("bot/", "flows/")) else f"knowledge/data/{file}"
        super().__init__(f"{where}: {name}: {sentence}")
        self.file, self.name, self.sentence = file, name, sentence
