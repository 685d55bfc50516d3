"""The configuration: what `config.toml` and the environment say, as one frozen value.

Nothing here acts on a setting. A token or a secret never appears in a representation or an error.
"""

# ruff: noqa: RUF009 - `_key` only describes a field, it makes no shared value

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, Self, TypeAlias, get_args

from bot.config_file import read_tables, refuse_unknown
from bot.errors import ConfigError
from bot.logs import Format, Level
from bot.settings import (
    ADDRESS,
    AMOUNT,
    DAYS,
    FILE,
    HOST,
    PORT,
    SECONDS,
    SECRET,
    TIMES,
    TOKEN,
    Kind,
    choice,
    store_file,
)

DEFAULT_FILE = "config.toml"
FILE_VARIABLE = "ORGWRIGHT_CONFIG"
Mode: TypeAlias = Literal["polling", "webhook"]
ChatLanguage: TypeAlias = Literal["auto", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"]
Charts: TypeAlias = Literal["new_plans", "asked"]


def _key(kind: Kind, default: object = None, *, secret: bool = False) -> Any:
    return field(repr=not secret, metadata={"kind": kind, "default": default})


@dataclass(frozen=True, slots=True)
class StoreConfig:
    """Section `[store]`; a relative path counts from the working directory."""

    path: Path = _key(FILE, store_file)


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
    charts: Charts = _key(choice(*get_args(Charts)), "new_plans")


@dataclass(frozen=True, slots=True)
class OperationConfig:
    """Section `[operation]`; without a health port there is no health page."""

    log_level: Level = _key(choice(*get_args(Level)), "info")
    log_format: Format = _key(choice(*get_args(Format)), "text")
    health_port: int | None = _key(PORT)
    draft_days: int = _key(DAYS, 180)


@dataclass(frozen=True, slots=True)
class LimitsConfig:
    """Section `[limits]`: what one person may ask for; 0 is no limit."""

    messages_per_minute: int = _key(AMOUNT, 100)
    taps_per_minute: int = _key(AMOUNT, 600)
    pictures_per_minute: int = _key(AMOUNT, 60)
    exports_per_minute: int = _key(AMOUNT, 60)
    imports_per_minute: int = _key(AMOUNT, 5)
    work_seconds_per_minute: int = _key(SECONDS, 5)
    updates_per_day: int = _key(AMOUNT, 5000)
    group_times: int = _key(TIMES, 5)


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting, checked."""

    store: StoreConfig
    telegram: TelegramConfig
    chat: ChatConfig
    operation: OperationConfig
    limits: LimitsConfig

    @classmethod
    def load(cls, file: str | None = None, environ: Mapping[str, str] = os.environ) -> Self:
        """Read the configuration of a file, else of $ORGWRIGHT_CONFIG, else of `config.toml`.

        Only `config.toml` may be missing. A variable ORGWRIGHT_<SECTION>_<KEY> wins over the file;
        an empty value means "not given".

        Raises:
            ConfigError: If the file cannot be read or a section, key or value is not a known one.
        """
        stated = file or environ.get(FILE_VARIABLE)
        name = stated or DEFAULT_FILE
        tables = read_tables(name, tuple(SECTIONS), may_be_missing=not stated)
        for section, keys in tables.items():
            refuse_unknown(f"{name}: [{section}]", keys, _names(section))
        _refuse_unknown_variables(environ)
        return cls(**{s: _section(name, s, tables.get(s, {}), environ) for s in SECTIONS})


_Section: TypeAlias = StoreConfig | TelegramConfig | ChatConfig | OperationConfig | LimitsConfig
SECTIONS: dict[str, type[_Section]] = {
    "store": StoreConfig,
    "telegram": TelegramConfig,
    "chat": ChatConfig,
    "operation": OperationConfig,
    "limits": LimitsConfig,
}


def _names(section: str) -> tuple[str, ...]:
    return tuple(key.name for key in fields(SECTIONS[section]))


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
    values: dict[str, Any] = {
        key.name: _value(name, section, key, keys, environ) for key in fields(SECTIONS[section])
    }
    return SECTIONS[section](**values)


def _value(
    name: str, section: str, key: Field[Any], keys: Mapping[str, Any], environ: Mapping[str, str]
) -> object:
    """Find the value of a key: the variable's, else the file's, else the default."""
    kind: Kind = key.metadata["kind"]
    variable = _variable(section, key.name)
    if text := environ.get(variable):
        return _checked(variable, kind, kind.from_text(text))
    if (written := keys.get(key.name, "")) != "":
        return _checked(f"{name}: {section}.{key.name}", kind, written)
    default = key.metadata["default"]
    return default(environ) if callable(default) else default


def _checked(where: str, kind: Kind, value: object) -> object:
    result = kind.read(value)
    if result is None:
        raise ConfigError(f"{where}: write {kind.expected}.")
    return result
