"""The user's own names: a title in place of a role's name, and the people in a post."""

from __future__ import annotations

from collections.abc import Sequence

from bot.words.voice import Voice
from knowledge.diagnosis.team import NEUTRAL_ROLE
from knowledge.plan import Post

MOST_NAMES = 5  # in one line of a message; documents give all


def is_own(post: Post) -> bool:
    """Tell whether the user gave a post a name of its own, so that it is like no other."""
    return bool(post.title or post.names)


def titled(voice: Voice, role: str, post: Post) -> str:
    """Say the user's title with the role's name beside it; the role's name where there is none.

    A title that means no role stands alone: the role it was given says nothing about it.
    """
    if post.title and post.role == NEUTRAL_ROLE:
        return post.title
    return voice.say("edit.label_role", title=post.title, role=role) if post.title else role


def peopled(voice: Voice, label: str, names: Sequence[str]) -> str:
    """Say who is in a post, the first few by name."""
    if not names:
        return label
    said = voice.join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        said = voice.say("edited.names", names=said, count=len(names) - MOST_NAMES)
    return voice.say("edit.label_people", label=label, names=said)


def called(voice: Voice, role: str, post: Post) -> str:
    """Say what a post is called: by the user's title or the role's name, with its people."""
    return peopled(voice, titled(voice, role, post), post.names)
