"""The running Telegram bot: put together, started, stopped.

At a signal it takes nothing more in, lets what is being sent finish, and ends within 5 seconds.
"""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TypeAlias

from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import Updater

from bot.budgets import Budgets
from bot.config import Config, TelegramConfig
from bot.core import Core
from bot.delivery import Delivery, pause_after
from bot.errors import ConfigError, OrgwrightError, StoreError
from bot.figures import Figures
from bot.health import serve
from bot.logs import log
from bot.pacing import FILES_AT_ONCE, FILES_EVERY, Pace
from bot.service import Service
from bot.store import Store, open_store
from bot.store.clock import DAY
from bot.store.lock import alone
from bot.telegram.adapter import Adapter
from bot.telegram.answers import Answers
from bot.telegram.bot import ApiBot, RawUpdate
from bot.telegram.client import AiohttpRequest
from bot.telegram.gate import Gate
from bot.telegram.profile import publish
from bot.telegram.queue import HandlingQueue
from bot.telegram.sender import Sender
from bot.telegram.updates import ALLOWED, Reader
from bot.telegram.uploads import Uploads
from bot.telegram.webhook import listen
from bot.watch import StoreWatch

POLL_SECONDS = 30
HOUR = 3600.0  # seconds between clean-ups of the store
SENDING_GRACE, CLOSING_GRACE = 2.0, 0.5  # seconds
_LOG = log(__name__)
End: TypeAlias = asyncio.Future[None]
_REFUSED = "Telegram does not know this token; get it from @BotFather again and set it anew."
_CONFLICT = (
    "another program asks Telegram for this bot's messages; stop it, or use another token here"
)


async def run(config: Config, core: Core) -> None:
    """Run the bot until a signal stops it.

    Raises:
        OrgwrightError: If the host has to mend something first.
    """
    end: End = asyncio.get_running_loop().create_future()
    for name in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # on Windows, where Ctrl-C ends the program at once
            asyncio.get_running_loop().add_signal_handler(name, _end, end)
    figures = Figures(is_polling=config.telegram.mode == "polling")
    async with AsyncExitStack() as stack:
        watch = StoreWatch(figures, lambda error: _end(end, error))
        store = stack.enter_context(open_store(config.store.path, watch=watch))
        store.wait_briefly()  # everything else stands still meanwhile; who has to tries again
        bot = await _connected(stack, config.telegram, figures, end)
        if bot is None:
            return
        await _serve(stack, config, core, store, bot, figures)
        _LOG.info("running", bot=bot.username, mode=config.telegram.mode)
        await asyncio.wait((end,))
        _LOG.info("stopping")
    _LOG.info("stopped")
    end.result()


def _end(end: End, error: OrgwrightError | None = None) -> None:
    """End the program, with an error if something has to be mended first."""
    if end.done():
        return
    if error is None:
        end.set_result(None)
    else:
        end.set_exception(error)


async def _serve(
    stack: AsyncExitStack, config: Config, core: Core, store: Store, bot: ApiBot, figures: Figures
) -> None:
    """Start everything; the stack stops it in reverse order."""
    stack.enter_context(alone(config.store.path, bot.id))
    budgets = Budgets(config.limits)
    service = Service(
        core,
        store,
        config.chat.language,
        config.operation.draft_days,
        sends_charts=config.chat.charts == "new_plans",
        budgets=budgets,
    )
    reader = Reader(bot.id, bot.username)
    uploads = Uploads(bot, core, store)
    files = Pace(FILES_AT_ONCE, FILES_EVERY) if config.limits.work_seconds_per_minute else None
    send = Sender(bot, uploads, store).send
    delivery = Delivery(store, reader.source, send, figures, files=files)
    stack.push_async_callback(delivery.stop, SENDING_GRACE)
    answers = Answers(service, bot, uploads, figures)
    stack.push_async_callback(answers.finish, CLOSING_GRACE)
    gate = Gate(budgets, service, answers, delivery.wake, figures)
    adapter = Adapter(service, reader, delivery, answers, figures, gate)
    await stack.enter_async_context(
        serve(figures, lambda: _depth(store, reader.source), config.operation.health_port)
    )
    for work in (_publish(bot, store), _clean_up(store, config.operation.draft_days)):
        stack.callback(asyncio.create_task(work).cancel)
    delivery.wake_all()
    if config.telegram.mode == "webhook":
        incoming = _calls(config.telegram, bot, adapter.handle)
    else:
        incoming = _polls(bot, adapter.handle_together, figures)
    await stack.enter_async_context(incoming)


async def _connected(
    stack: AsyncExitStack, telegram: TelegramConfig, figures: Figures, end: End
) -> ApiBot | None:
    """Make the bot known to itself, trying for as long as Telegram cannot be reached.

    Gives None if the program was stopped meanwhile.
    """
    addresses = {"base_url": telegram.base_url, "base_file_url": telegram.base_file_url}
    bot = ApiBot(
        telegram.token or "",
        {name: address for name, address in addresses.items() if address},
        AiohttpRequest(),
        AiohttpRequest(),
        figures.polled,
        lambda: _end(end, ConfigError(_REFUSED)),
    )
    stack.push_async_callback(bot.shutdown)
    trying = asyncio.create_task(_patiently(bot.initialize, "cannot reach Telegram"))
    await asyncio.wait((trying, end), return_when=asyncio.FIRST_COMPLETED)
    if not trying.done():
        trying.cancel()
        return None
    await trying
    return bot


async def _patiently(work: Callable[[], Awaitable[object]], event: str) -> None:
    """Ask Telegram until it answers.

    Raises:
        ConfigError: If it does not know the token.
    """
    attempt = 0
    while True:
        try:
            await work()
        except InvalidToken:
            raise ConfigError(_REFUSED) from None
        except TelegramError as error:
            pause = pause_after(attempt)
            attempt += 1
            _LOG.warning(event, why=type(error).__name__, again_in_seconds=round(pause, 1))
            await asyncio.sleep(pause)
        else:
            return


@asynccontextmanager
async def _polls(
    bot: ApiBot, handle: Callable[[Sequence[RawUpdate]], None], figures: Figures
) -> AsyncIterator[None]:
    """Ask Telegram for updates while the block runs."""

    def failed(error: TelegramError) -> None:
        figures.poll_errors += 1
        what = _CONFLICT if isinstance(error, Conflict) else "polling failed, trying again"
        _LOG.error(what, why=type(error).__name__)

    updater = Updater(bot, HandlingQueue(handle))
    await updater.initialize()
    await updater.start_polling(
        timeout=POLL_SECONDS,
        bootstrap_retries=-1,
        allowed_updates=ALLOWED,
        error_callback=failed,
    )
    try:
        yield
    finally:
        await _briefly(updater.stop())


@asynccontextmanager
async def _calls(
    telegram: TelegramConfig, bot: ApiBot, handle: Callable[[RawUpdate], None]
) -> AsyncIterator[None]:
    """Let Telegram call while the block runs; the webhook stays set when it ends."""
    url, secret = telegram.webhook_url, telegram.webhook_secret
    if url is None or secret is None:
        raise ConfigError("Webhook mode needs telegram.webhook_url and telegram.webhook_secret.")
    async with listen(handle, url, secret, telegram.listen, telegram.port):

        async def set_webhook() -> None:
            await bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED)

        await _patiently(set_webhook, "the webhook could not be set")
        yield


async def _briefly(work: Awaitable[object]) -> None:
    """Do something at the end, but not for long."""
    try:
        await asyncio.wait_for(work, CLOSING_GRACE)
    except (TimeoutError, TelegramError):
        _LOG.debug("left open at the end")


async def _publish(bot: ApiBot, store: Store) -> None:
    async def attempt() -> None:
        await publish(bot, store)

    try:
        await _patiently(attempt, "the profile could not be published")
    except (ConfigError, StoreError) as error:
        _LOG.error("the profile could not be published", why=error)


async def _clean_up(store: Store, draft_days: int) -> None:
    """Delete from the store what has had its time, now and every hour."""
    cleaned = time.monotonic()
    while True:
        now, ticks = int(time.time()), time.monotonic()
        try:
            due = store.follow_clock(now, ticks - cleaned)
            store.prune(due, draft_days)
        except StoreError as error:
            _LOG.error("the store could not be cleaned up", why=error)
        else:
            cleaned = ticks
            if now - due > DAY:
                _LOG.warning("the clock jumped; old records go later", days=(now - due) // DAY)
        await asyncio.sleep(HOUR)


def _depth(store: Store, source: str) -> tuple[int, float | None]:
    waiting, oldest = store.depth(source)
    return waiting, None if oldest is None else max(0.0, time.time() - oldest)
