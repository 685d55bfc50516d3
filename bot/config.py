"""The configuration: what `config.toml` and the environment say, as one frozen value.

Nothing here acts on a setting. A token or a secret never appears in a representation or an error.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

import tomli

from bot.errors import ConfigError
from bot.settings import (
    ADDRESS,
    FILE,
    HOST,
    PORT,
    SECRET,
    TOKEN,
    EnvironmentText,
    Kind,
    choice,
    data_folder,
)

DEFAULT_FILE = "config.toml"
FILE_VARIABLE = "ORGWRIGHT_CONFIG"
Mode: TypeAlias = Literal["polling", "webhook"]
ChatLanguage: TypeAlias = Literal["auto", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"]


def _key(kind: Kind, default: object = None, *, secret: bool = False) -> Any:
    return field(repr=not secret, metadata={"kind": kind, "default": default})


@dataclass(frozen=True, slots=True)
class StoreConfig:
    """Section `[store]`; a relative path counts from the working directory."""

    path: Path = _key(FILE)


@dataclass(frozen=True, slots=True)
class TelegramConfig:
    """Section `[telegram]`; None where nothing is written, which means Telegram's own servers."""

    token: str | None = _key(TOKEN, secret=True)
    base_url: str | None = _key(ADDRESS)
    base_file_url: str | None = _key(ADDRESS)
    mode: Mode = _key(choice(*get_args(Mode)), "polling")
    webhook_url: str | None = _key(ADDRESS)
    webhook_secret: str | None = _key(SECRET, secret=True)
    listen: str = _key(HOST, "127.0.0.1")
    port: int = _key(PORT, 8080)


@dataclass(frozen=True, slots=True)
class ChatConfig:
    """Section `[chat]`; `auto` answers in the language of the message."""

    language: ChatLanguage = _key(choice(*get_args(ChatLanguage)), "auto")


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting, checked."""

    store: StoreConfig
    telegram: TelegramConfig
    chat: ChatConfig


SECTIONS: dict[str, type[StoreConfig | TelegramConfig | ChatConfig]] = {
    "store": StoreConfig,
    "telegram": TelegramConfig,
    "chat": ChatConfig,
}


def read_config(file: str | None = None, environ: Mapping[str, str] = os.environ) -> Config:
    """Read the configuration of a file, else of $ORGWRIGHT_CONFIG, else of `config.toml`.

    Only `config.toml` may be missing. A variable ORGWRIGHT_<SECTION>_<KEY> wins over the file; an
    empty value means "not given".

    Raises:
        ConfigError: If the file cannot be read or a section, key or value is not a known one.
    """
    stated = file or environ.get(FILE_VARIABLE)
    name = stated or DEFAULT_FILE
    tables = _tables(name, may_be_missing=not stated)
    for section, keys in tables.items():
        _refuse_unknown(f"{name}: [{section}]", keys, _names(section))
    _refuse_unknown_variables(environ)
    return Config(**{s: _section(name, s, tables.get(s, {}), environ) for s in SECTIONS})


def _tables(name: str, *, may_be_missing: bool) -> dict[str, dict[str, Any]]:
    """Read the sections of a file."""
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
    _refuse_unknown(name, tables, tuple(SECTIONS), "section")
    for section, keys in tables.items():
        if not isinstance(keys, dict):
            raise ConfigError(f"{name}: {section} is a section; write [{section}] above its keys.")
    return tables


def _names(section: str) -> tuple[str, ...]:
    return tuple(key.name for key in fields(SECTIONS[section]))


def _refuse_unknown(
    where: str, found: Mapping[str, object], known: tuple[str, ...], what: str = "key"
) -> None:
    unknown = [name for name in found if name not in known]
    if unknown:
        choices = ", ".join(known)
        raise ConfigError(f"{where}: there is no {what} {unknown[0]!r}; write one of {choices}.")


def _variable(section: str, key: str) -> str:
    return f"ORGWRIGHT_{section}_{key}".upper()


def _refuse_unknown_variables(environ: Mapping[str, str]) -> None:
    """Refuse a mistyped variable, which would otherwise do nothing and say nothing."""
    for section in SECTIONS:
        known = [_variable(section, key) for key in _names(section)]
        for name in environ:
            if name.startswith(_variable(section, "")) and name not in known:
                choices = ", ".join(known)
                raise ConfigError(f"{name}: there is no such setting; set one of {choices}.")


def _section(name: str, section: str, keys: Mapping[str, Any], environ: Mapping[str, str]) -> Any:
    """Build one section from its keys and variables."""
    values = {}
    for key in fields(SECTIONS[section]):
        variable = _variable(section, key.name)
        if environ.get(variable):
            values[key.name] = _read(variable, key, EnvironmentText(environ[variable]))
        elif keys.get(key.name, "") != "":
            values[key.name] = _read(f"{name}: {section}.{key.name}", key, keys[key.name])
        else:
            values[key.name] = key.metadata["default"]
    if section == "store" and values["path"] is None:
        values["path"] = data_folder(environ) / "orgwright.db"
    return SECTIONS[section](**values)


def _read(where: str, key: Field[Any], value: object) -> object:
    kind: Kind = key.metadata["kind"]
    result = kind.read(value)
    if result is None:
        raise ConfigError(f"{where}: write {kind.expected}.")
    return result
