"""A hiring kit in one voice: job description, interview questions, goals, KPI sheet."""

from __future__ import annotations

from dataclasses import dataclass

from bot.render import plain, render
from bot.words import Voice
from knowledge.kits import Kit, Kits
from knowledge.knowledge import Knowledge
from knowledge.model import Role


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a kit says, as plain texts; `questions` and `goals` are empty where there are none.

    `reports` is whom the role reports to and whom it leads, in sentences. `goals` are the days
    with what should be reached by then, `kpis` names with their units.
    """

    role: str
    mission: str
    duties: tuple[str, ...]
    must_haves: tuple[str, ...]
    reports: tuple[str, ...]
    questions: tuple[str, ...]
    goals: tuple[tuple[int, tuple[str, ...]], ...]
    kpis: tuple[tuple[str, str], ...]
    note: str
    sources: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether there are questions and goals."""
        return bool(self.questions)


class KitView:
    """The kit of a role in one voice; `others` are further roles of the title that was asked."""

    def __init__(
        self,
        knowledge: Knowledge,
        kits: Kits,
        role: Role,
        voice: Voice,
        others: tuple[str, ...] = (),
    ) -> None:
        self.knowledge, self.role, self.voice, self.others = knowledge, role, voice, others
        self.kit: Kit | None = kits.get(role.id)

    def text(self) -> str:
        """Render the whole kit, with Telegram's HTML tags."""
        names = [self._name(name) for name in self.others]
        others = self.voice.say("kit.others", roles=self.voice.join(names)) if names else ""
        return render("kit/kit.jinja", self.voice, sheet=self.sheet(), others=others)

    def sheet(self) -> Sheet:
        """Give the kit as plain texts."""
        role, text, kit = self.role, self.voice.text, self.kit
        units = self.knowledge.units
        return Sheet(
            role=text(role.name),
            mission=text(role.mission),
            duties=tuple(map(text, role.duties)),
            must_haves=tuple(map(text, role.skills)),
            reports=tuple(self._reports()),
            questions=tuple(map(text, kit.questions)) if kit else (),
            goals=tuple((days, tuple(map(text, g))) for days, g in kit.goals) if kit else (),
            kpis=tuple((text(kpi.name), text(units[kpi.unit])) for kpi in role.kpis),
            note=plain(self.voice.say("kit.judgement" if kit else "kit.partial")),
            sources=tuple(self._sources()),
        )

    def file_name(self) -> str:
        """Name a file of the kit, without its ending."""
        return str(self.voice.say("kit.file", role=self._name(self.role.id)).unescape())

    def _reports(self) -> list[str]:
        say, above = self.voice.say, self.role.reports_to
        named = say("role.reports_to", role=self._name(above)) if above else ""
        below = [r.id for r in self.knowledge.roles.values() if r.reports_to == self.role.id]
        leads = say("role.leads", roles=self.voice.join([self._name(r) for r in below]))
        found = [named or say("role.reports_nobody"), *([leads] if below else [])]
        return [plain(sentence) for sentence in found]

    def source_ids(self) -> list[str]:
        """List the sources of the role and of its kit, each once."""
        return list(dict.fromkeys((*self.role.sources, *(self.kit.sources if self.kit else ()))))

    def _sources(self) -> list[str]:
        return [self.voice.text(self.knowledge.sources[s].title) for s in self.source_ids()]

    def _name(self, role: str) -> str:
        return self.voice.role(self.knowledge.roles[role])
