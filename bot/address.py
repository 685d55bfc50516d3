"""Where an answer goes within its chat; stored with the answer until it is sent."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Address:
    """The place of an answer.

    `edits` is the message whose button was tapped, which the answer takes the place of; `thread` a
    topic of a forum; `reply_to` the message it answers. In a group `owner` is the person whose
    conversation it is, empty if it is anybody's, None in a private chat.
    """

    edits: int | None = None
    thread: int | None = None
    reply_to: int | None = None
    owner: str | None = None

    @property
    def is_group(self) -> bool:
        """Tell whether other people are in the chat."""
        return self.owner is not None

    def anew(self) -> Address:
        """Give the address of a further message at the same place."""
        return self if self.edits is None else replace(self, edits=None)

    def dump(self) -> str:
        """Write the address as JSON, only what is there."""
        values = {name: getattr(self, name) for name in _FIELDS}
        return json.dumps({name: value for name, value in values.items() if value is not None})


_FIELDS = tuple(field.name for field in fields(Address))
HERE = Address()


def load_address(body: str) -> Address:
    """Read a stored address."""
    return Address(**json.loads(body))
