"""What the report says, in the values its template lays out: plain text, links and colours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.documents.contents import Contents, RoleSheet
from bot.documents.pdf.charts import chart, colours, front, pages
from bot.pictures.fonts import drawable, printable, stack
from bot.pictures.themes import THEMES
from bot.render import plain
from bot.words.voice import Language, voice

AUTHOR = "Orgwright"
SMALL = 15  # people; text may be smaller if that brings everything on one page
LINK = "#3730a3"  # its colour
_AS_IT_IS = {"url", "items"}
_ADDRESS = re.compile("https?://")
REGIONS: Mapping[Language, tuple[str, str]] = {
    "zh-Hans": ("zh", "cn"),
    "zh-Hant-TW": ("zh", "tw"),
    "zh-Hant-HK": ("zh", "hk"),
    "en": ("en", "us"),
}
_WORDS = {
    "chart": "part.chart",
    "roles": "part.roles",
    "covers": "part.covers",
    "why": "part.why",
    "numbers": "why.numbers",
    "watch": "part.warnings",
    "next": "part.next",
    "sources": "why.sources",
    "sheets": "report_page.sheets",
    "strengths": "why.strengths",
    "weaknesses": "why.weaknesses",
    "changes": "part.changes",
    "signals": "changes.signals",
    "run": "part.run",
    "duties": "role.duties",
    "kpis": "role.kpi",
    "skills": "role.skills",
    "ratio": "role.ratio",
    "function": "report_page.function",
    "role": "report_page.role",
    "people": "report_page.people",
    "mission": "report_page.mission",
    "doer": "report_page.doer",
    "owner": "report_page.owner",
    "hat": "report_page.hat",
    "page": "plan.page",
    "colon": "list.colon",
    "clause": "list.clause",
    "made_with": "document.made_with",
    "long": "growth.long",
    "size": "growth.size",
    "by_month": "growth_months.title",
    "month": "growth.month",
    "leave": "growth.leave",
    "join": "growth.join",
    "team": "growth.team",
    "learning": "growth.learning",
}


def values(made: Contents) -> dict[str, Any]:
    """Say everything the report shows; characters the font does not have become plainer ones."""
    language, region = REGIONS[made.language]
    said: dict[str, Any] = _printed(
        _Report(made).values(), printable if language == "en" else drawable
    )
    light = THEMES["light"]
    return {
        **said,
        "words": {name: voice(made.language).say(key) for name, key in _WORDS.items()},
        "author": AUTHOR,
        "language": language,
        "region": region,
        "fonts": stack(made.language),
        "ink": light.ink,
        "note": light.note,
        "edge": light.edge,
        "ground": light.ground,
        "link": LINK,
    }


class _Report:
    def __init__(self, made: Contents) -> None:
        self.made, self.speak = made, voice(made.language)
        self.pages = pages(made)
        self.colours = colours(self.pages)
        self.urls = {source.title: source.url for source in made.sources}

    def values(self) -> dict[str, Any]:
        made, say = self.made, self.speak.say
        return {
            "title": made.title,
            "shape": made.shape,
            "notes": made.notes,
            "version": say("report_page.version", digest=made.digest),
            "charts": [chart(made, page) for page in self.pages],
            "front": front(made),
            "is_small": made.people <= SMALL,
            "roles": [self._role(role) for role in made.roles],
            "covers": list(self._covers()),
            "coverage": list(self._coverage()),
            "company": made.company,
            "because": plain(say("why.rule", because=made.because)),
            "rule": made.rule,
            "warnings": made.warnings or [say("warning.none")],
            "hires": made.hires or [say("next.full")],
            "sources": [{**self._source(row.title), "kind": row.kind} for row in made.sources],
            "strengths": made.strengths,
            "weaknesses": made.weaknesses,
            "changes": made.changes or [say("changes.none")],
            "signals": made.signals,
            "advice": made.advice,
            "growth": self._growth(),
        }

    def _growth(self) -> dict[str, Any] | None:
        """Say the way to the plan, None where there is none to tell."""
        part = self.made.growth
        if part is None:
            return None
        return {
            "title": part.title,
            "lines": part.lines,
            "steps": [step._asdict() for step in part.steps],
            "hires": [
                {
                    "size": str(hire.size),
                    "role": hire.role,
                    "held": str(hire.held),
                    "month": str(hire.month or ""),
                    "is_milestone": bool(hire.milestones),
                }
                for hire in part.shown_hires
            ],
            "sequence": part.heads.sequence,
            "held": part.heads.held,
            "pace": part.pace,
            "months": [[str(cell) for cell in month] for month in part.months],
            "figures": part.figures,
        }

    def _role(self, role: RoleSheet) -> dict[str, Any]:
        say, above = self.speak.say, role.reports_to
        reports = say("role.reports_to", role=above) if above else say("role.reports_nobody")
        return {
            "name": role.name,
            "people": role.people,
            "colour": self.colours.get(role.id, self.colours[self.made.posts[0].role_id]),
            "mission": role.mission,
            "duties": role.duties,
            "kpis": [plain(say("role.kpi_line", name=name, unit=unit)) for name, unit in role.kpis],
            "skills": role.skills,
            "reports": plain(reports),
            "number": role.number,
            "ratio": role.ratio,
            "sources": [self._source(title) for title in role.sources],
        }

    def _covers(self) -> Iterator[dict[str, Any]]:
        """Say for every role what it is responsible for, and what beside its job."""
        order = {post.id: i for i, post in enumerate(self.made.posts)}
        found: dict[str, tuple[list[str], list[str]]] = {}
        posts = {post.id: post for post in self.made.posts}
        for row in sorted(self.made.coverage, key=lambda row: order[row.post]):
            post = posts[row.post]
            name = post.label if post.role == row.role else row.role
            found.setdefault(name, ([], []))[row.is_hat].append(row.function)
        for role, both in found.items():
            keys = zip(("covers.owns", "covers.wears"), both, strict=True)
            said = [self._functions(key, names) for key, names in keys if names]
            yield {"role": role, "text": plain(self.speak.say("list.clause").join(said))}

    def _functions(self, key: str, names: list[str]) -> str:
        return self.speak.say(key, functions=self.speak.join(names))

    def _coverage(self) -> Iterator[dict[str, Any]]:
        labels = {post.id: post.label for post in self.made.posts}
        for row in self.made.coverage:
            yield {
                "function": row.function,
                "role": row.role,
                "owner": labels[row.post],
                "is_hat": row.is_hat,
            }

    def _source(self, title: str) -> dict[str, str | None]:
        url = self.urls.get(title)
        return {"title": title, "url": url if url and _ADDRESS.match(url) else None}


def _printed(value: Any, known: Callable[[str], str]) -> Any:
    """Make every text of nested values one the font has, but for addresses and drawn charts."""
    match value:
        case str():
            return known(value)
        case dict():
            return {k: v if k in _AS_IT_IS else _printed(v, known) for k, v in value.items()}
        case list() | tuple():
            return [_printed(v, known) for v in value]
        case _:
            return value
