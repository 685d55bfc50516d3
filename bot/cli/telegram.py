"""`orgwright telegram`: the Telegram bot."""

from __future__ import annotations

import click

from bot.cli.environment import own_language

SWITCHING = 0.001
"""How long answers wait for their turn while a file is made in a thread [s]."""

GARBAGE = 20_000  # new objects before garbage is looked for; a message makes some thousands


@click.command("telegram")
@click.pass_context
def command(context: click.Context) -> None:
    """Run the Telegram bot until Ctrl-C or a signal stops it.

    It needs a token, best in ORGWRIGHT_TELEGRAM_TOKEN. It asks Telegram for messages; set
    telegram.mode to "webhook" to be called instead. `orgwright doctor` checks the settings.
    """
    import asyncio  # noqa: PLC0415 - a command imports what it needs when it runs
    import gc  # noqa: PLC0415
    import sys  # noqa: PLC0415

    from bot.config import Config  # noqa: PLC0415
    from bot.core import Core  # noqa: PLC0415
    from bot.doctor.settings import refuse_what_is_missing  # noqa: PLC0415
    from bot.logs import set_up  # noqa: PLC0415
    from bot.words.voice import as_language, voice  # noqa: PLC0415

    config = Config.load(context.obj)
    refuse_what_is_missing(config.telegram, voice(as_language(own_language()) or "en"))
    operation, telegram = config.operation, config.telegram
    secrets = (telegram.token, telegram.webhook_secret)
    set_up(operation.log_level, operation.log_format, secrets)
    core = Core.load()
    core.warm_up()  # broken words stop the program here, before the first message
    gc.collect()
    gc.freeze()  # what is loaded stays; looking through it for garbage would cost every message
    gc.set_threshold(GARBAGE)
    sys.setswitchinterval(SWITCHING)
    from bot.telegram.program import run  # noqa: PLC0415 - imports the library, so only now

    asyncio.run(run(config, core))
