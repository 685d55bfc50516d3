"""Any people doing anything in any order: all is answered, nothing leaks, the store stays sound.

A name that somebody says is shown only where it was said and to whom it was shared; every plan is
sound; the file is whole; no error is logged. See `tests.fuzz.life`.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from tests.fuzz.mishaps import Mishaps
from tests.fuzz.sharing import Sharing
from tests.fuzz.talking import Talking
from tests.fuzz.tapping import Tapping

ANY = settings(deadline=None, suppress_health_check=[*HealthCheck])


class LifeOfTheBot(Talking, Tapping, Sharing, Mishaps):
    """Everything that can happen to the bot."""


class ShortLife(LifeOfTheBot):
    """What fits into every run of the tests."""


class LongLife(LifeOfTheBot):
    """What takes an hour."""


TestShortLife = ShortLife.TestCase
TestShortLife.settings = settings(ANY, max_examples=10, stateful_step_count=30)
TestLongLife = pytest.mark.long(LongLife.TestCase)
TestLongLife.settings = settings(ANY, max_examples=1000, stateful_step_count=60)
