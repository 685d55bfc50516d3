"""Hiring kits: complete for every role that a channel's programme hires, and about that role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from knowledge.errors import KnowledgeError
from knowledge.kits import FEWEST_QUESTIONS, MOST_QUESTIONS, Kit, Kits
from knowledge.knowledge import Knowledge


def problems(knowledge: Knowledge, kits: Kits) -> Iterator[KnowledgeError]:
    """Find roles without a kit, kits without a role, and kits that are not complete."""
    for role in hired(knowledge):
        if role not in kits:
            file = f"kits/{knowledge.roles[role].channel}.toml"
            yield KnowledgeError(file, role, "this role has no kit; give it a [[kit]]")
    for kit in kits.values():
        yield from _problems(knowledge, kit)
    yield from _doubles(knowledge, kits)


def hired(knowledge: Knowledge) -> list[str]:
    """List the roles that the staffing programme of their own channel hires."""
    found = {
        line.role: None
        for channel in knowledge.channels.values()
        for line in channel.lines
        if knowledge.roles[line.role].channel == channel.id
    }
    return list(found)


def _problems(knowledge: Knowledge, kit: Kit) -> Iterator[KnowledgeError]:
    role = knowledge.roles.get(kit.role)
    if role is None:
        yield KnowledgeError("kits", kit.role, "there is no such role")
        return
    file = f"kits/{role.channel}.toml"
    if not FEWEST_QUESTIONS <= len(kit.questions) <= MOST_QUESTIONS:
        wanted = f"give {FEWEST_QUESTIONS} to {MOST_QUESTIONS}"
        yield KnowledgeError(file, kit.role, f"has {len(kit.questions)} questions; {wanted}")
    for source in kit.sources:
        if source not in knowledge.sources:
            sentence = f"`sources` names the source {source!r}, which does not exist"
            yield KnowledgeError(file, kit.role, sentence)


def _doubles(knowledge: Knowledge, kits: Kits) -> Iterator[KnowledgeError]:
    """Find questions that several roles share: they would not be about the work of either."""
    known = {name: kit for name, kit in kits.items() if name in knowledge.roles}
    asked = Counter(text for kit in known.values() for q in kit.questions for text in {q.en, q.zh})
    for name, kit in known.items():
        for question in kit.questions:
            if asked[question.en] > 1 or asked[question.zh] > 1:
                file = f"kits/{knowledge.roles[name].channel}.toml"
                sentence = f"the question {question.en!r} is asked twice; ask about this work"
                yield KnowledgeError(file, name, sentence)
