"""The two bots of the benchmark, each running in a process of its own against a fake server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from knowledge.knowledge import Knowledge
from tests.bench.crowd import Crowd, MakeScript
from tests.bench.people import ANY_SIZES, USUAL_SIZES, conversation, echo
from tests.bench.process import running
from tests.bot.telegram.process import UNLIMITED

PEOPLE = 50
ANY, USUAL, ECHO = "Orgwright, any size", "Orgwright, usual sizes", "echo bot"
LOG = "log"
SCRIPTS: dict[str, MakeScript] = {
    ANY: partial(conversation, ANY_SIZES),
    USUAL: partial(conversation, USUAL_SIZES),
    ECHO: echo,
}


class Meeting(NamedTuple):
    """A bot and the people who talk to it; `store` is the bot's file, if it is one that has it."""

    crowd: Crowd
    pid: int
    store: Path


@asynccontextmanager
async def meeting(bot: str, knowledge: Knowledge) -> AsyncIterator[Meeting]:
    """Let many people talk to a new bot while the block runs.

    Raises:
        AssertionError: If Orgwright has logged an error: an apology is no answer worth measuring.
    """
    with TemporaryDirectory() as folder:
        async with Crowd(PEOPLE, SCRIPTS[bot], knowledge) as crowd:
            with started(bot, crowd, Path(folder), **UNLIMITED) as pid:
                crowd.begin()
                yield Meeting(crowd, pid, Path(folder, "bench.db"))
        if bot != ECHO:
            check_log(Path(folder, LOG))


def check_log(log: Path) -> None:
    errors = [line for line in log.read_text("utf-8").splitlines() if " error " in line[:40]]
    assert not errors, f"{len(errors)} errors, the first one: {errors[0]}"


def started(bot: str, crowd: Crowd, folder: Path, **settings: str) -> AbstractContextManager[int]:
    log = folder / LOG
    if bot == ECHO:
        return running("tests.bench.echo_bot", crowd.base_url, crowd.token, log=log)
    return running(
        "bot",
        "telegram",
        log=log,
        ORGWRIGHT_TELEGRAM_TOKEN=crowd.token,
        ORGWRIGHT_TELEGRAM_BASE_URL=crowd.base_url,
        ORGWRIGHT_TELEGRAM_BASE_FILE_URL=crowd.base_file_url,
        ORGWRIGHT_STORE_PATH=str(folder / "bench.db"),
        ORGWRIGHT_CHAT_CHARTS="asked",  # an echo bot draws nothing; charts have rows of their own
        **settings,
    )
