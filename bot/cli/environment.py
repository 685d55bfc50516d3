"""The language of the person's environment, as a messenger would tell it.

Only the variables are read: a small server often lacks the very locale that LANG names, and then
the `locale` module knows nothing of it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set wins, as POSIX has it


def own_language(environ: Mapping[str, str] = os.environ) -> str | None:
    """Give the language of the environment, such as `zh_TW`; None if it names none."""
    named = next(filter(None, (environ.get(name) for name in VARIABLES)), None)
    if named is None:
        import locale  # noqa: PLC0415 - Windows has no such variables

        return locale.getlocale()[0]
    return named.partition(".")[0]
