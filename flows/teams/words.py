"""The words of `teams.toml`: how people describe a team that they have."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from flows.text.cues import Cues
from flows.text.table import LexiconError, Table

_CUES = (
    "between",
    "number",
    "measure",
    "around",
    "self",
    "self_behind",
    "does",
    "is",
    "leads",
    "beside",
    "opening",
    "everybody",
    "nobody",
    "title_end",
    "team_number",
)


_ANSWERS = ("both", "none", "skip")
COLUMNS = ("name", "title", "manager", "duties", "people", "team")


@dataclass(slots=True, eq=False, repr=False)
class TeamWords:
    """Everyday titles and duties with what they may mean, in the order to try, and small words.

    `columns` are headings of lists of people and the column of `COLUMNS` that each names; `answers`
    are answers to what a title means, beside the names of roles.
    """

    titles: Mapping[str, tuple[str, ...]]
    duties: Mapping[str, tuple[str, ...]]
    asked: Mapping[str, tuple[str, ...]]
    small: Mapping[str, Cues]
    columns: Mapping[str, str]
    answers: Mapping[str, Cues]

    @classmethod
    def of(cls, table: Table) -> TeamWords:
        """Read `teams.toml`."""
        words, titles = table.table("words"), table.tables("title")
        columns, answers = table.table("columns"), table.table("answers")
        return cls(
            titles=dict(_rows(titles, "roles")),
            duties=dict(_rows(table.tables("duty"), "functions")),
            asked=dict(_rows((row for row in titles if "asks" in row.names), "asks")),
            small={key: words.cues(key) for key in _CUES},
            columns={word: key for key in COLUMNS for word in columns.words(key)},
            answers={key: answers.cues(key) for key in _ANSWERS},
        )

    @property
    def functions(self) -> frozenset[str]:
        """The functions that are named, known or not."""
        return frozenset(name for ids in self.duties.values() for name in ids)

    def check(self, roles: Container[str], functions: Container[str]) -> None:
        """Refuse words that stand for roles or functions that do not exist.

        Raises:
            LexiconError: For the first of them.
        """
        for known, words in ((roles, self.titles), (roles, self.asked), (functions, self.duties)):
            for word, ids in words.items():
                for name in ids:
                    if name not in known:
                        raise LexiconError("teams.toml", word, f"there is no {name!r}; mend the id")


def _rows(rows: Iterable[Table], key: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    for row in rows:
        for word in row.words("words"):
            yield word, row.words(key)
