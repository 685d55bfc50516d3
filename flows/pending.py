"""What the next message may settle beside the questions: a confirmation, or what was wrong.

Anything else that is said drops it, so it never stands in anybody's way.
"""

from __future__ import annotations

from flows.draft import Draft
from flows.editing.naming import NAME, named
from flows.meaning import Command
from flows.replies import Complain, Forget, Say
from flows.steps import Step, again
from flows.waiting import DROPPED
from knowledge.knowledge import Knowledge

DELETE, WRONG = "delete", "wrong:"
_DROPPED_SAYS = {"delete": "chat.kept", "wrong": "report.dropped", "name": "edit.name_dropped"}
ANSWERS = ("why", "changes", "covers", "next", "run", "roles", "warnings", "role")


def takes_any_text(pending: str | None) -> bool:
    """Tell whether any text is wanted next, for a name or for what is wrong."""
    return (pending or "").startswith((NAME, WRONG))


def settle(
    knowledge: Knowledge, draft: Draft, pending: str, text: str, command: Command | None
) -> Step | None:
    """Take a message as what was waited for; None if it is something else.

    Args:
        knowledge: The knowledge.
        draft: The draft, with nothing pending any more.
        pending: What was waited for.
        text: The message as typed.
        command: The command that the whole message is, if it is one.
    """
    dropped = _DROPPED_SAYS.get(pending.partition(":")[0])
    if dropped is None:  # what another version waited for
        return None
    if command in DROPPED:
        return again(knowledge, draft, Say(dropped))
    if pending == DELETE:
        return (draft, (Forget(),)) if command == "yes" else None
    if command is not None:
        return None
    if pending.startswith(NAME):
        return named(knowledge, draft, pending, text)
    return again(knowledge, draft, Complain(pending.removeprefix(WRONG), text))
