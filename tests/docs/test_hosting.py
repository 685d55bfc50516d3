"""What the README gives to whoever hosts the bot: settings, a systemd unit, two proxies."""

from __future__ import annotations

import re
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.config import Config
from tests.docs.pages import CHINESE, ENGLISH, of_kind, shell_lines, text

READMES = (ENGLISH, CHINESE)
TELEGRAM_CALLS = {443, 80, 88, 8443}  # ports; Bot API, setWebhook
SYSTEM = re.compile(r"(?:sudo |echo .* \| sudo tee |curl http://127\.0\.0\.1|journalctl -u )")
SECTIONS = {"Unit", "Service", "Install"}


def settings(page: str, folder: Path) -> list[Config]:
    """Load each block of settings as the program does."""
    found = []
    for number, block in enumerate(of_kind(page, "toml")):
        file = folder / f"{number}.toml"
        file.write_text(block, "utf-8")
        found.append(Config.load(str(file), {}))
    return found


def unit(page: str) -> ConfigParser:
    (content,) = of_kind(page, "ini")
    found = ConfigParser(interpolation=None, strict=True)
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read_string(content)
    return found


@pytest.mark.parametrize("page", READMES)
def test_the_unit_starts_the_bot_where_the_settings_and_the_token_are(
    page: str, tmp_path: Path
) -> None:
    found = unit(page)
    service = found["Service"]
    assert set(found.sections()) == SECTIONS
    assert service["ExecStart"] == f"{service['WorkingDirectory']}/.venv/bin/orgwright telegram"
    assert f"{service['WorkingDirectory']}/config.toml" in text(page)
    (kept,) = (c for c in settings(page, tmp_path) if c.telegram.mode == "polling")
    assert kept.store.path.parent == Path("/var/lib") / service["StateDirectory"]
    typed = "\n".join(shell_lines(page))
    assert f"nologin {service['User']}\n" in typed
    assert f"sudo tee {service['EnvironmentFile']}" in typed
    assert f"http://127.0.0.1:{kept.operation.health_port}/health" in typed


@pytest.mark.parametrize("page", READMES)
def test_the_unit_starts_the_bot_again_after_every_fault(page: str) -> None:
    """A damaged store or a full disk ends it with code 2, which is to be tried again for ever."""
    found = unit(page)
    assert found["Service"]["Restart"] == "on-failure"
    assert int(found["Service"]["RestartSec"]) >= 5
    assert found["Unit"]["StartLimitIntervalSec"] == "0"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path: Path) -> None:
    (content,) = of_kind(ENGLISH, "ini")
    file = tmp_path / "orgwright.service"
    start = unit(ENGLISH)["Service"]["ExecStart"]
    file.write_text(content.replace(start, "/bin/sh"), "utf-8")
    result = subprocess.run(
        ["systemd-analyze", "verify", file], capture_output=True, text=True, check=False
    )
    assert file.name not in result.stderr, result.stderr  # of other units it may complain


@pytest.mark.parametrize("page", READMES)
def test_the_proxies_hand_the_address_of_the_webhook_to_the_port_of_the_bot(
    page: str, tmp_path: Path
) -> None:
    (hook,) = (c.telegram for c in settings(page, tmp_path) if c.telegram.mode == "webhook")
    assert hook.webhook_url
    assert hook.webhook_secret
    address = urlsplit(hook.webhook_url)
    assert (address.scheme, (address.port or 443) in TELEGRAM_CALLS) == ("https", True)
    behind = f"{hook.listen}:{hook.port}"
    (nginx,), (caddy,) = of_kind(page, "nginx"), of_kind(page, "caddyfile")
    assert nginx.count("{") == nginx.count("}") == 2
    assert f"server_name {address.hostname};" in nginx
    assert f"location = {address.path} {{" in nginx
    assert f"proxy_pass http://{behind};" in nginx  # without a path, so that it is handed on
    assert "listen 443 ssl;" in nginx
    directives = [line for line in nginx.splitlines() if line and line[-1] not in "{}"]
    assert all(line.endswith(";") for line in directives)
    assert caddy.split() == [address.hostname, "{", "reverse_proxy", behind, "}"]


@pytest.mark.parametrize("page", READMES)
def test_the_lines_for_the_system_are_those_of_a_shell(page: str) -> None:
    lines = [line for line in shell_lines(page) if SYSTEM.match(line)]
    assert lines
    result = subprocess.run(["bash", "-n"], input="\n".join(lines), text=True, check=False)
    assert result.returncode == 0
