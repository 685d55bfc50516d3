"""Any configuration is read, or refused with one sentence that does not say the token."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.config import SECTIONS, Config
from bot.errors import ConfigError
from tests.fuzz.texts import ODD

EXAMPLE = (Path(__file__).parents[2] / "config.example.toml").read_text("utf-8")
TOKEN = "987654:a-token-to-be-kept-secret"  # noqa: S105 - made up
KEYS = {section: tuple(kind.__dataclass_fields__) for section, kind in SECTIONS.items()}
_VALUES = st.sampled_from(
    (
        *(f'"{TOKEN}"', "1", "0", "-1", "65535", "65536", "1e3", "nan", "inf", "true", "[]", "{}"),
        *('""', '"polling"', '"webhook"', '"http://x"', '"https://"', "'''a\nb'''", "1979-05-27"),
        *('"en"', '"auto"', '"zh-Hans"', '"debug"', '"json"', '"~/x.db"', '"\\u0000"', "[[1], 2]"),
        *("9" * 5000, "0x1f", '"' + "x" * 300 + '"', "07:32:00", '"a b"', '"１"'),
    )
) | ODD.map(lambda text: '"' + text.replace("\\", "").replace('"', "") + '"')
_lines = st.builds(
    "{} = {}".format, st.sampled_from([key for keys in KEYS.values() for key in keys]), _VALUES
)
_heads = st.sampled_from([f"[{name}]" for name in (*SECTIONS, "shop", "store.path", "[store]")])
_files = st.lists(_heads | _lines | ODD, max_size=8).map("\n".join)
_environs = st.dictionaries(
    st.sampled_from(
        [f"ORGWRIGHT_{section}_{key}".upper() for section, keys in KEYS.items() for key in keys]
    ),
    st.text(st.characters(exclude_characters="\0"), max_size=30),
    max_size=3,
)
_once = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def loaded(folder: Path, content: bytes, environ: dict[str, str]) -> Config | None:
    """Load a configuration; None if it was refused as it should be."""
    file = folder / "config.toml"
    file.write_bytes(content)
    try:
        return Config.load(str(file), {"HOME": str(folder), **environ})
    except ConfigError as error:
        sentence = str(error)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert TOKEN not in sentence
    return None


@_once
@given(content=st.binary(max_size=80))
def test_any_bytes_are_a_configuration_or_refused(tmp_path: Path, content: bytes) -> None:
    loaded(tmp_path, content, {})


@_once
@given(content=_files, environ=_environs)
def test_any_settings_are_taken_or_refused(
    tmp_path: Path, content: str, environ: dict[str, str]
) -> None:
    found = loaded(tmp_path, content.encode(), environ)
    assert found is None or not re.search(r"\b(token|webhook_secret)=", repr(found))


@_once
@given(place=st.integers(0, len(EXAMPLE)), length=st.integers(0, 40), other=ODD)
def test_a_damaged_example_is_taken_or_refused(
    tmp_path: Path, place: int, length: int, other: str
) -> None:
    damaged = EXAMPLE[:place] + other + EXAMPLE[place + length :]
    loaded(tmp_path, damaged.encode(), {})


@pytest.mark.parametrize(
    "opening", ["a = " + "[" * 10_000, "[" + "a." * 10_000 + "a]", "a=" + "{a=" * 5000]
)
def test_a_very_deep_configuration_is_refused(tmp_path: Path, opening: str) -> None:
    assert loaded(tmp_path, opening.encode(), {}) is None
