"""Reading a configuration file into its sections, with a sentence for whatever is wrong with it.

Nothing here knows what the keys mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli

from bot.errors import ConfigError


def read_tables(
    name: str, sections: tuple[str, ...], *, may_be_missing: bool
) -> dict[str, dict[str, Any]]:
    """Read the sections of a TOML file; none if the file may be missing and is.

    Raises:
        ConfigError: If the file cannot be read, is not TOML or has another section.
    """
    try:
        tables = tomli.loads(Path(name).read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        if may_be_missing:
            return {}
        raise ConfigError(f"{name}: there is no such file; name one that exists.") from None
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise ConfigError(f"{name}: {reason}; name a file that can be read.") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{name}: this is not UTF-8 text; save it as UTF-8.") from None
    except tomli.TOMLDecodeError as error:
        # The line itself stays unsaid: it may hold the token.
        where = f"{name}: line {error.lineno}"
        raise ConfigError(f'{where} is not valid TOML; write key = "value".') from None
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets without end
        raise ConfigError(f"{name}: a value is too long or too deep; shorten it.") from None
    refuse_unknown(name, tables, sections, "section")
    for section, keys in tables.items():
        if not isinstance(keys, dict):
            raise ConfigError(f"{name}: {section} is a section; write [{section}] above its keys.")
    return tables


def refuse_unknown(
    where: str, found: Mapping[str, object], known: tuple[str, ...], what: str = "key"
) -> None:
    """Refuse the first name that is not a known one.

    Raises:
        ConfigError: Naming it and listing those that are known.
    """
    unknown = [name for name in found if name not in known]
    if unknown:
        choices = ", ".join(known)
        raise ConfigError(f"{where}: there is no {what} {unknown[0]!r}; write one of {choices}.")
