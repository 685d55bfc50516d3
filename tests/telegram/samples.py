"""Things people send that are no text, as the Bot API writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.telegram.world import World

CONTENT = b"sample"
SIZE = {"width": 100, "height": 100}
NAMES = {"voice": "voice.ogg", "video": "video.mp4", "document": "plan.txt", "photo": "photo.jpg"}
SAMPLES: dict[str, dict[str, Any]] = {
    "voice": {"duration": 3},
    "sticker": {**SIZE, "type": "regular", "is_animated": False, "is_video": False},
    "photo": SIZE,
    "document": {"file_name": "plan.txt", "mime_type": "text/plain"},
    "location": {"longitude": 121.5, "latitude": 31.2},
    "contact": {"phone_number": "+8613800000000", "first_name": "Wei"},
    "video": {**SIZE, "duration": 5},
    "poll": {
        "id": "1",
        "question": "Which plan?",
        "options": [{"persistent_id": str(i), "text": f"{i}", "voter_count": 0} for i in (1, 2)],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    },
    "dice": {"emoji": "🎲", "value": 4},
}
FILES = ("voice", "sticker", "photo", "document", "video")


def sample(kind: str, world: World) -> dict[str, Any]:
    """Make a message's content of one kind; files can be downloaded."""
    content = dict(SAMPLES[kind])
    if kind in FILES:
        content |= world.files.store(NAMES.get(kind, kind), CONTENT)
    return {kind: [content] if kind == "photo" else content}
