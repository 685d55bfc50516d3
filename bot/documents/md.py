"""Markdown: the plan as text that reads well as it is and as GitHub, Notion or Obsidian show it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from bot.documents.boxes import Boxes, one_line, short_names, shorter
from bot.documents.contents import Contents, SourceRow
from bot.documents.growth import GrowthPart
from bot.pictures.themes import Theme
from bot.render import render
from bot.words.voice import Voice, voice
from knowledge.chart import Node

_MOST_BOXES = 150  # lines of the chart; of a larger one branches are folded, then levels left out
# Signs of Markdown, of its tables, of HTML and of GitHub's formulas wherever they stand; those that
# begin a heading, a quotation, a list or a rule only where they would.
_SIGNS = re.compile(r"[\\`*_\[\]<~|$]|&(?=#?\w+;)|^[-+=#>](?=[-+=#>\s]|$)|^>")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_IN_URL = "/:?#@!$&*+,;=%~-._"  # brackets would end the link


def write(made: Contents, _theme: Theme) -> bytes:
    """Write the plan."""
    speak = voice(made.language)
    text = render("documents/plan.md.jinja", speak, **_Plan(made, speak).view())
    return f"{text}\n".encode()


class _Line(NamedTuple):
    depth: int
    text: Markup


class _Part(NamedTuple):
    title: Markup
    lines: tuple[Markup, ...]


class _Plan:
    def __init__(self, made: Contents, speak: Voice) -> None:
        self.made, self.speak = made, speak
        trees = tuple(shorter(made.tree))
        fitting = (tree for tree in trees if sum(1 for _ in tree.walk()) <= _MOST_BOXES)
        self.tree = next(fitting, trees[-1])
        self.boxes = Boxes(made, self.tree)
        self.titles: dict[str, str] = {n.id: escaped(n.title) for n in made.tree.walk()}

    def view(self) -> dict[str, object]:
        """Give the values of the template, as Markdown."""
        made = self.made
        return {
            "title": escaped(made.title),
            "shape": escaped(made.shape),
            "notes": _all(made.notes),
            "growth": self._growth(made.growth) if made.growth else None,
            "chart": tuple(self._chart(self.tree, 0)),
            "is_cut": sum(len(node.posts) for node in self.tree.walk()) < len(made.posts),
            "roles": tuple(self._roles()),
            "coverage": tuple(self._coverage()),
            "company": escaped(made.company),
            "because": escaped(made.because),
            "rule": escaped(made.rule),
            "reasons": tuple(self._reasons()),
            "parts": tuple(self._parts()),
            "sources": tuple(map(self._source, made.sources)),
        }

    def _growth(self, part: GrowthPart) -> dict[str, object]:
        """Give the way to the plan: its steps, and the months if there are any."""
        steps = [
            {"between": escaped(s.between), "title": escaped(s.title), "lines": _all(s.lines)}
            for s in part.steps
        ]
        return {
            "title": escaped(part.title),
            "lines": _all(part.lines),
            "steps": steps,
            "hires": [
                {"size": h.size, "role": escaped(h.role), "held": h.held, "month": h.month}
                for h in part.shown_hires
            ],
            "sequence": escaped(part.heads.sequence),
            "held": escaped(part.heads.held),
            "pace": _all(part.pace),
            "months": part.months,
            "figures": _all(part.figures),
        }

    def _chart(self, node: Node, depth: int) -> Iterator[_Line]:
        name, *more = map(escaped, self.boxes.lines(node))
        name = Markup("**{}**").format(name) if node.is_leader else name
        others = [self.titles[leader] for leader in node.dotted_to if leader in self.titles]
        also = [self.speak.say("markdown.also", names=self.speak.join(others))] if others else []
        yield _Line(depth, Markup(" · ").join((name, *more, *also)))
        for child in node.children:
            yield from self._chart(child, depth + 1)

    def _roles(self) -> Iterator[dict[str, object]]:
        names = short_names(self.made)
        for role in self.made.roles:
            mission = escaped(role.mission)
            yield {"name": escaped(names[role.id]), "people": role.people, "mission": mission}

    def _coverage(self) -> Iterator[dict[str, object]]:
        owners = {post.id: post.label for post in self.made.posts}
        for cover in self.made.coverage:
            role = escaped(cover.role)
            yield {
                "function": escaped(cover.function),
                "role": self.speak.say("markdown.hat", role=role) if cover.is_hat else role,
                "answers": escaped(owners[cover.post]),
            }

    def _reasons(self) -> Iterator[_Part]:
        numbers = (role.number for role in self.made.roles)
        yield self._part("why.strengths", self.made.strengths)
        yield self._part("why.weaknesses", self.made.weaknesses)
        yield self._part("why.numbers", numbers)

    def _parts(self) -> Iterator[_Part]:
        made = self.made
        yield self._part("part.changes", made.changes, "changes.none")
        yield self._part("changes.signals", made.signals)
        yield self._part("part.next", made.hires, "next.full")
        yield self._part("part.run", made.advice)
        yield self._part("part.warnings", made.warnings, "warning.none")

    def _part(self, title: str, lines: Iterable[str], without: str = "") -> _Part:
        """Put lines under a title; `without` is said where there are none."""
        say = self.speak.say
        return _Part(say(title), _all(lines) or ((say(without),) if without else ()))

    def _source(self, source: SourceRow) -> Markup:
        title, kind = escaped(source.title), escaped(source.kind)
        if source.url and source.url.startswith(("https://", "http://")):
            title = Markup("[{}]({})").format(title, _address(source.url))
        is_ours = source.kind == self.speak.say("why.kind_judgement")
        return title if is_ours else self.speak.say("why.source", title=title, kind=kind)


def escaped(text: str) -> Markup:
    r"""Give a text as Markdown that shows it; Jinja leaves it as it is."""
    line = _SIGNS.sub(r"\\\g<0>", one_line(text))
    return Markup(_NUMBERED.sub(r"\1\\\2", line))  # noqa: S704 - this is no HTML any more


def _address(url: str) -> Markup:
    return Markup(quote(url, safe=_IN_URL))  # noqa: S704 - quoted: no brackets, no quotation marks


def _all(texts: Iterable[str]) -> tuple[Markup, ...]:
    return tuple(map(escaped, texts))
