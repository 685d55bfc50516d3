"""A message as the service takes it, whatever messenger it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from bot.address import HERE, Address
from bot.words.voice import Language
from bot.workshop.sitting import Member
from flows.replies import Incoming


@dataclass(frozen=True, slots=True)
class Message:
    """One update: where it comes from, its id there, who wrote it, what, and where answers go.

    `menu` is the language of the command menu that the person sees unless the chat has its own;
    None where there is no menu. `shows_pictures` tells whether the messenger can show them.
    `member` is who tapped in a group, which others than the person whose plan it is may do.
    """

    source: str
    update_id: str
    chat: str
    user: str
    incoming: Incoming
    at: int
    address: Address = HERE
    menu: Language | None = None
    shows_pictures: bool = False
    member: Member | None = None
