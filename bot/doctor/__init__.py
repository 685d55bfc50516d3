"""The doctor: checks what the bot needs, and says in one sentence what to do about each problem.

It changes nothing but what every start does (an older store is brought up to date). It never says
the token, nor what people wrote. The checks do not log and do not decide how they are shown.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator, Mapping

from bot.config import Config
from bot.doctor.finding import Finding, ok, problem
from bot.doctor.local import check_clock, check_disk, check_knowledge, check_running, check_store
from bot.doctor.online import check_online
from bot.doctor.settings import check_token, check_webhook_settings
from bot.errors import ConfigError

__all__ = ["Finding", "examine"]


def examine(file: str | None, environ: Mapping[str, str] = os.environ) -> tuple[Finding, ...]:
    """Check everything; what needs the configuration is left out if that cannot be loaded.

    Args:
        file: The configuration file; see `Config.load`.
        environ: The environment.
    """
    try:
        config = Config.load(file, environ)
    except ConfigError as error:
        return problem("configuration", str(error)), check_knowledge()
    return ok("configuration", "Every setting can be used."), *_checks(config)


def _checks(config: Config) -> Iterator[Finding]:
    knowledge = check_knowledge()
    yield knowledge
    store = check_store(config.store.path)
    yield store
    yield check_running(config.store.path)
    yield check_disk(config.store.path)
    if store.state == "ok":
        yield from check_clock(config.store.path, int(time.time()))
    if config.telegram.token or knowledge.state == "ok":  # broken words cannot tell the steps
        yield check_token(config.telegram)
    yield from check_webhook_settings(config.telegram)
    if config.telegram.token:
        yield from asyncio.run(check_online(config.telegram))
