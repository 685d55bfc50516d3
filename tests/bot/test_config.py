"""The configuration: read from a file and the environment, refused with one sentence."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot.config import SECTIONS, Config, OperationConfig
from bot.errors import ConfigError
from bot.settings import data_folder

EXAMPLE = Path(__file__).parent.parent.parent / "config.example.toml"
TOKEN = "987654:a-token-to-be-kept-secret"  # noqa: S105 - made up


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def load(file: Path, content: str, **environ: str) -> Config:
    file.write_text(content, "utf-8")
    return Config.load(str(file), environ)


def refusal(file: Path, content: str, **environ: str) -> str:
    """Load a configuration that must be refused; gives the sentence without the file's name."""
    with pytest.raises(ConfigError) as raised:
        load(file, content, **environ)
    sentence = str(raised.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert TOKEN not in sentence
    return sentence.removeprefix(f"{file}: ")


def uncommented() -> str:
    """Give the example with its example keys switched on."""
    return re.sub(r"^# (\w+ = )", r"\1", EXAMPLE.read_text("utf-8"), flags=re.MULTILINE)


def test_the_example_has_every_key_and_no_other(file: Path) -> None:
    sections = re.split(r"^\[(\w+)\]$", uncommented(), flags=re.MULTILINE)[1:]
    found = {
        name: re.findall(r"^(\w+) = ", keys, re.MULTILINE)
        for name, keys in zip(sections[::2], sections[1::2], strict=True)
    }
    assert found == {name: [key.name for key in fields(kind)] for name, kind in SECTIONS.items()}


def test_the_example_as_it_stands_is_the_default(file: Path, tmp_path: Path) -> None:
    environ = {"XDG_DATA_HOME": str(tmp_path)}
    default = load(file, "", **environ)
    assert Config.load(str(EXAMPLE), environ) == default
    assert default.telegram.mode == "polling"
    assert default.chat.language == "auto"
    assert default.operation == OperationConfig("info", "text", None, 180)


def test_every_key_of_the_example_may_be_switched_on(file: Path) -> None:
    config = load(file, uncommented())
    assert config.store.path == Path("orgwright.db")
    assert config.telegram.token == "123456:paste-yours-here"  # noqa: S105 - made up
    assert config.telegram.webhook_url == "https://bot.example.org/orgwright"


def test_a_variable_wins_over_the_file_for_every_key(file: Path) -> None:
    values = {
        "store": {"path": "other.db"},
        "telegram": {
            "token": TOKEN,
            "base_url": "http://localhost:1/bot",
            "base_file_url": "http://localhost:1/file/bot",
            "mode": "webhook",
            "webhook_url": "https://example.org/hook",
            "webhook_secret": "another_word",
            "listen": "0.0.0.0",  # noqa: S104 - only read
            "port": "81",
        },
        "chat": {"language": "zh-Hant-HK", "charts": "asked"},
        "operation": {
            "log_level": "debug",
            "log_format": "json",
            "health_port": "82",
            "draft_days": "30",
        },
        "limits": {
            "messages_per_minute": "1",
            "taps_per_minute": "2",
            "pictures_per_minute": "3",
            "exports_per_minute": "0",
            "imports_per_minute": "4",
            "work_seconds_per_minute": "5",
            "updates_per_day": "99999",
            "group_times": "1000",
        },
    }
    environ = {
        f"ORGWRIGHT_{section}_{key}".upper(): value
        for section, keys in values.items()
        for key, value in keys.items()
    }
    config = load(file, uncommented(), **environ)
    for section, kind in SECTIONS.items():
        for key in fields(kind):
            found = getattr(getattr(config, section), key.name)
            assert str(found) == values[section][key.name]
    assert config.telegram.port == 81
    assert (config.operation.health_port, config.operation.draft_days) == (82, 30)


def test_an_empty_value_means_not_given(file: Path) -> None:
    config = load(file, 'telegram.token = ""\nchat.language = "en"', ORGWRIGHT_CHAT_LANGUAGE="")
    assert config.telegram.token is None
    assert config.chat.language == "en"


def test_a_file_in_the_working_directory_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Config.load(None, {}).chat.language == "auto"
    Path("config.toml").write_text('[chat]\nlanguage = "en"\n', "utf-8")
    assert Config.load(None, {}).chat.language == "en"


def test_a_named_file_wins_over_the_variable_which_wins_over_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    languages = {"config.toml": "auto", "variable.toml": "en", "option.toml": "zh-Hans"}
    for name, language in languages.items():
        Path(name).write_text(f'[chat]\nlanguage = "{language}"\n', "utf-8")
    environ = {"ORGWRIGHT_CONFIG": "variable.toml"}
    assert Config.load(None, environ).chat.language == "en"
    assert Config.load("option.toml", environ).chat.language == "zh-Hans"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            "[chats]",
            "there is no section 'chats'; write one of store, telegram, chat, operation, limits.",
        ),
        ("[limits]\ntaps_per_minute = -1", "limits.taps_per_minute: write a whole number from 0"),
        ("[limits]\ngroup_times = 0", "limits.group_times: write a whole number from 1 to 1000."),
        ("[store]\nfile = 'a'", "[store]: there is no key 'file'; write one of path."),
        ("chat = 'en'", "chat is a section; write [chat] above its keys."),
        ("[store]\npath = 5", 'store.path: write the path of a file, like "orgwright.db".'),
        (
            "[chat]\nlanguage = 'fr'",
            'chat.language: write "auto", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK" or "en".',
        ),
        ("[chat]\nlanguage = ['en']", 'chat.language: write "auto", "zh-Hans"'),
        ("[telegram]\nmode = 'pull'", 'telegram.mode: write "polling" or "webhook".'),
        ("[telegram]\nport = '80'", "telegram.port: write a whole number from 1 to 65535."),
        ("[telegram]\nport = 0", "telegram.port: write a whole number"),
        ("[telegram]\nport = true", "telegram.port: write a whole number"),
        ("[operation]\nlog_level = 'loud'", 'operation.log_level: write "debug", "info", "warn'),
        ("[operation]\nlog_format = 'xml'", 'operation.log_format: write "text" or "json".'),
        ("[operation]\nhealth_port = 0", "operation.health_port: write a whole number from 1"),
        (
            "[operation]\ndraft_days = 0",
            "operation.draft_days: write a whole number of days from 1 to 3650.",
        ),
        ("[operation]\ndraft_days = 3651", "operation.draft_days: write a whole number of days"),
        ("[operation]\ndraft_days = 1.5", "operation.draft_days: write a whole number of days"),
        ("[telegram]\nbase_url = 'localhost'", "telegram.base_url: write an address"),
        ("[telegram]\nwebhook_secret = 'a b'", "telegram.webhook_secret: write 1 to 256"),
        ("[telegram]\n\ntoken = 1 2", 'line 3 is not valid TOML; write key = "value".'),
        (f"[telegram]\ntoken = {TOKEN}", "line 2 is not valid TOML"),
        (f"[telegram]\ntoken = ' {TOKEN}'", "telegram.token: write the token that BotFather"),
        (f"[telegram]\ntoken = ['{TOKEN}']", "telegram.token: write the token that BotFather"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_to_write(
    file: Path, content: str, sentence: str
) -> None:
    assert refusal(file, content).startswith(sentence)


@pytest.mark.parametrize("port", ["0", "80a", "٨٠", "9" * 5000, "-1", " 80"])
def test_a_wrong_variable_is_named(file: Path, port: str) -> None:
    said = refusal(file, "", ORGWRIGHT_TELEGRAM_PORT=port)
    assert said == "ORGWRIGHT_TELEGRAM_PORT: write a whole number from 1 to 65535."


def test_a_mistyped_variable_is_refused(file: Path) -> None:
    said = refusal(file, "", ORGWRIGHT_STORE_FILE="a")
    assert (
        said == "ORGWRIGHT_STORE_FILE: there is no such setting; set one of ORGWRIGHT_STORE_PATH."
    )


@pytest.mark.parametrize("environ", [{}, {"ORGWRIGHT_CONFIG": "absent.toml"}])
def test_a_named_file_must_exist(tmp_path: Path, environ: dict[str, str]) -> None:
    name = None if environ else "absent.toml"
    with pytest.raises(ConfigError, match=r"^absent\.toml: there is no such file"):
        Config.load(name, environ)


def test_a_folder_is_not_a_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="Is a directory; name a file that can be read"):
        Config.load(str(tmp_path), {})


def test_a_file_in_another_encoding_is_refused(file: Path) -> None:
    file.write_bytes("[store]\npath = '数据.db'".encode("gb18030"))
    with pytest.raises(ConfigError, match="save it as UTF-8"):
        Config.load(str(file), {})


def test_a_byte_order_mark_is_no_fault(file: Path) -> None:
    assert load(file, "\ufeff[store]\npath = '数据.db'").store.path == Path("数据.db")


def test_a_token_and_a_secret_never_show(file: Path) -> None:
    config = load(file, f"[telegram]\ntoken = '{TOKEN}'\nwebhook_secret = 'hush-hush'")
    assert config.telegram.token == TOKEN
    for shown in (repr(config), str(config), f"{config.telegram}"):
        assert TOKEN not in shown
        assert "hush-hush" not in shown


def test_a_tilde_is_the_home_folder(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/somewhere")
    assert load(file, "[store]\npath = '~/o.db'").store.path == Path("/somewhere/o.db")


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {}, "/home/me/.local/share/orgwright"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/orgwright"),
        ("linux", {"XDG_DATA_HOME": "relative"}, "/home/me/.local/share/orgwright"),
        ("darwin", {}, "/home/me/Library/Application Support/orgwright"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/orgwright"),
        ("win32", {}, "/home/me/AppData/Local/orgwright"),
    ],
)
def test_data_goes_where_the_system_keeps_a_persons_data(
    monkeypatch: pytest.MonkeyPatch, platform: str, environ: dict[str, str], folder: str
) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    assert data_folder(environ, platform) == Path(folder)
