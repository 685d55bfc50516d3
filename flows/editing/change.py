"""Changes of a plan: each is some edits that are made, taken back and made again together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.draft import Draft
from flows.editing.replies import NotEdited
from flows.questions import from_brief, part_of
from flows.replies import Say
from flows.shelf import OWN, TOKEN, Kept, Version
from flows.steps import Step
from knowledge.brief import Brief
from knowledge.edits import Edit, refusal
from knowledge.knowledge import Knowledge

MOST_VERSIONS = 20
LONGEST_NAME = 40  # characters of the name of a plan or version


def kept_at(knowledge: Knowledge, draft: Draft, code: str) -> Kept | None:
    """Give what is kept under a code; a plan that nobody edited yet has no history."""
    kept = draft.shelf.find(code)
    if kept is not None or code[:1] in (OWN, TOKEN):
        return kept
    brief = draft.find(knowledge, code)
    return Kept(brief) if brief else None


def change(knowledge: Knowledge, draft: Draft, code: str, edits: Sequence[Edit]) -> Step | None:
    """Make one change in a plan; None if there is no such plan for this person."""
    kept = kept_at(knowledge, draft, code)
    if kept is None:
        return None
    if not kept.may_edit:
        return draft, (Say("edit.not_yours"),)
    brief = kept.brief
    for edit in edits:
        plan = draft.shelf.plan(knowledge, brief)
        if refused := refusal(plan, edit):
            return draft, (NotEdited(refused, brief, code),)
        brief = replace(brief, edits=(*brief.edits, edit))
    after = replace(kept, brief=brief, steps=(*kept.steps, len(edits)), undone=())
    return _shown(knowledge, draft, code, kept.brief, after)


def undo(knowledge: Knowledge, draft: Draft, code: str) -> Step | None:
    """Take the last change back; None if there is no such plan for this person."""
    kept = kept_at(knowledge, draft, code)
    if kept is None:
        return None
    if not kept.steps or not kept.may_edit:
        return draft, (Say("edit.nothing_to_undo" if kept.may_edit else "edit.not_yours"),)
    count = len(kept.brief.edits) - kept.steps[-1]
    left, taken = kept.brief.edits[:count], kept.brief.edits[count:]
    brief = replace(kept.brief, edits=left)
    after = replace(kept, brief=brief, steps=kept.steps[:-1], undone=(taken, *kept.undone))
    return _shown(knowledge, draft, code, kept.brief, after)


def redo(knowledge: Knowledge, draft: Draft, code: str) -> Step | None:
    """Make the change again that was taken back last; None if there is no such plan."""
    kept = kept_at(knowledge, draft, code)
    if kept is None:
        return None
    if not kept.undone or not kept.may_edit:
        return draft, (Say("edit.nothing_to_redo" if kept.may_edit else "edit.not_yours"),)
    edits, *rest = kept.undone
    brief = replace(kept.brief, edits=(*kept.brief.edits, *edits))
    steps = (*kept.steps, len(edits))
    after = replace(kept, brief=brief, steps=steps, undone=tuple(rest))
    return _shown(knowledge, draft, code, kept.brief, after)


def save_version(knowledge: Knowledge, draft: Draft, code: str, name: str) -> Step | None:
    """Keep the present state of a plan under a name; a name used before means this state now."""
    kept = kept_at(knowledge, draft, code)
    if kept is None:
        return None
    others = tuple(version for version in kept.versions if version.name != name)
    if len(others) >= MOST_VERSIONS or not kept.may_edit:
        return draft, (Say("edit.too_many_versions" if kept.may_edit else "edit.not_yours"),)
    version = Version(name, kept.brief.edits)
    after = replace(kept, versions=(*others, version))
    shown, replies = _shown(knowledge, draft, code, None, after)
    return shown, (Say("edit.version_saved"), *replies)


def restore(knowledge: Knowledge, draft: Draft, code: str, number: int) -> Step | None:
    """Go back to a version; what is there now stays as a version without a name."""
    kept = kept_at(knowledge, draft, code)
    if kept is None or not 1 <= number <= len(kept.versions) or not kept.may_edit:
        return None
    edits, versions = kept.versions[number - 1].edits, kept.versions
    if all(version.edits != kept.brief.edits for version in versions):
        unnamed = tuple(version for version in versions if version.name)
        versions = (*unnamed, Version("", kept.brief.edits))[-MOST_VERSIONS:]
    brief = replace(kept.brief, edits=edits)
    after = replace(kept, brief=brief, steps=(1,) * len(edits), undone=(), versions=versions)
    return _shown(knowledge, draft, code, kept.brief, after)


def rename(draft: Draft, code: str, kept: Kept, name: str) -> Draft:
    """Give a plan a name."""
    return replace(draft, shelf=draft.shelf.put(code, replace(kept, name=name)))


def copied(draft: Draft, kept: Kept) -> tuple[Draft, str]:
    """Put a copy of a plan onto the shelf, without its history; gives its code."""
    code = draft.shelf.free_code()
    copy = Kept(kept.brief, kept.extra, steps=(1,) * len(kept.brief.edits), name=kept.name)
    return replace(draft, shelf=draft.shelf.put(code, copy)), code


def _shown(knowledge: Knowledge, draft: Draft, code: str, before: Brief | None, kept: Kept) -> Step:
    """Keep a plan, under a code of its own if it had none, and show its card."""
    own = code if code[0] in (OWN, TOKEN) else draft.shelf.free_code()
    people = draft.shelf.plan(knowledge, kept.brief).people
    kept = replace(kept, extra=people - kept.brief.size)
    current = replace(draft, shelf=draft.shelf.put(own, kept))
    current = replace(from_brief(current, kept.brief, own), now=draft.now, asked=None)
    return current, (replace(part_of(current, kept.brief, own, "card"), before=before),)
