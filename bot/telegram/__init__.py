"""The Telegram adapter: the only importer of `telegram`."""

import os

# The library gives pauses as timedelta then, as its next major version will, and does not warn.
os.environ.setdefault("PTB_TIMEDELTA", "true")
