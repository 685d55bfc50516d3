"""Drives a headless Chromium over the DevTools protocol, through a pipe: no port, no network."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import tempfile
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

Values: TypeAlias = Mapping[str, Any]
_ANSWER_SECONDS = 60
_START = 'exec "$0" "$@" 3<&0 4>&1 </dev/null >&2'
_SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
_KEY_CODES = {"Enter": 13, "Escape": 27, "Tab": 9, " ": 32, "Home": 36, "End": 35}
_KEY_CODES |= {"ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
SHIFT, CONTROL = 8, 2
# How a browser's tree of accessible objects is asked for the value of one property.
_VALUE = "value"


def chromium() -> str | None:
    """Find a Chromium on this machine."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def browser(program: str) -> Iterator[Browser]:
    """Run a browser with a new, empty profile."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        started = Browser(program, profile)
        try:
            yield started
        finally:
            started.close()


class Browser:
    """A running browser; `events` are what it told by itself."""

    def __init__(self, program: str, profile: str) -> None:
        # The browser reads commands from descriptor 3 and answers on 4.
        self._process = subprocess.Popen(
            ["sh", "-c", _START, program, *_SWITCHES, f"--user-data-dir={profile}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        assert self._process.stdin
        assert self._process.stdout
        self._out, self._in = self._process.stdin.fileno(), self._process.stdout.fileno()
        self._numbers = count(1)
        self._rest = b""
        self.events: list[Values] = []

    def call(self, method: str, session: str | None = None, **params: Any) -> Values:
        """Send a command and wait for its answer; events that come before it are kept.

        Raises:
            AssertionError: If the browser refuses the command.
        """
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params}
        message |= {"sessionId": session} if session else {}
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while (answer := self._read()).get("id") != number:
            self.events.append(answer)
        assert "error" not in answer, (method, answer["error"])
        result: Values = answer["result"]
        return result

    def tab(self) -> Tab:
        """Open an empty tab."""
        name = self.call("Target.createTarget", url="about:blank")["targetId"]
        return Tab(
            self, self.call("Target.attachToTarget", targetId=name, flatten=True)["sessionId"]
        )

    def close(self) -> None:
        """Let the browser end, or end it."""
        try:
            self.call("Browser.close")
            self._process.wait(10)
        except (AssertionError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
        self._process.communicate()

    def listen(self) -> None:
        """Wait for the next thing the browser tells by itself, and keep it."""
        self.events.append(self._read())

    def _read(self) -> Values:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._in], [], [], _ANSWER_SECONDS)
            piece = os.read(self._in, 1 << 16) if ready else b""
            if not piece:
                raise OSError("the browser does not answer")
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        found: Values = json.loads(message)
        return found


class Tab:
    """One page after the other, each seen afresh."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)

    def call(self, method: str, **params: Any) -> Values:
        """Send a command to this page."""
        return self.browser.call(method, self.session, **params)

    def open(self, file: Path, width: int, height: int, *, scripts: bool = True) -> None:
        """Open a file on a screen [px] and wait until it has loaded; a narrow one is a phone."""
        phone = width < 500
        size = {"width": width, "height": height, "deviceScaleFactor": 1}
        self.call("Emulation.setDeviceMetricsOverride", mobile=phone, **size)
        self.call("Emulation.setTouchEmulationEnabled", enabled=phone)
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.emulate("", **{"prefers-reduced-motion": "reduce"})
        self.browser.events.clear()
        self.call("Page.navigate", url=file.as_uri())
        while not self.said("Page.loadEventFired"):
            self.browser.listen()

    def faults(self) -> list[Values]:
        """List what the page or the browser complained about since the file was opened."""
        kinds = ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
        dialogs = "Page.javascriptDialogOpening"
        return [fault for kind in (*kinds, dialogs) for fault in self.said(kind)]

    def requested(self) -> list[str]:
        """List every address that was asked for since the file was opened."""
        return [e["request"]["url"] for e in self.said("Network.requestWillBeSent")]

    def said(self, method: str) -> list[Values]:
        """List what the browser told of one kind since the file was opened."""
        mine = (e for e in self.browser.events if e.get("sessionId") == self.session)
        return [e["params"] for e in mine if e["method"] == method]

    def wait(self, expression: str) -> None:
        """Wait until an expression is true, looking at every picture the browser paints."""
        self.ask(
            "new Promise(done => { const look = () =>"
            f" ({expression}) ? done() : requestAnimationFrame(look); look(); }})"
        )

    def ask(self, expression: str) -> Any:
        """Evaluate an expression of the page's language; gives its JSON value."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, modifiers: int = 0) -> None:
        """Press and release a key where the focus is."""
        code = _KEY_CODES.get(key, ord(key[0].upper()))
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        given = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **given)
        self.call("Input.dispatchKeyEvent", type="keyUp", **given)

    def type(self, text: str) -> None:
        """Put text in where the focus is."""
        self.call("Input.insertText", text=text)

    def place(self, selector: str) -> tuple[float, float]:
        """Say where the middle of an element is, after it was scrolled into view [px]."""
        x, y = self.ask(
            f"(e => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2]; }})"
            f"(document.querySelector({json.dumps(selector)}))"
        )
        return x, y

    def click(self, selector: str) -> None:
        """Click on the middle of an element with the mouse."""
        x, y = self.place(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.mouse(kind, x, y)

    def mouse(self, kind: str, x: float, y: float, **more: Any) -> None:
        """Let the mouse do something at a place [px]."""
        more = {"button": "left", "clickCount": 1, "buttons": 1} | more
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def tap(self, selector: str) -> None:
        """Tap on the middle of an element with a finger."""
        self.touch([self.place(selector)])

    def touch(self, *places: list[tuple[float, float]]) -> None:
        """Put fingers down at the first places, move them to the next, lift them."""
        kinds = ("touchStart", *("touchMove",) * (len(places) - 1))
        for kind, fingers in zip(kinds, places, strict=True):
            points = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(fingers)]
            self.call("Input.dispatchTouchEvent", type=kind, touchPoints=points)
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def emulate(self, media: str, **features: str) -> None:
        """Show the page as on paper (`print`), or as people with these preferences see it."""
        named = [{"name": name, "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", media=media, features=named)

    def accessible(self) -> list[tuple[str, str]]:
        """List role and name of everything a screen reader is told about."""
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"][_VALUE], node.get("name", {}).get(_VALUE, ""))
            for node in nodes
            if not node["ignored"]
        ]

    def picture(self, *, whole: bool = False) -> bytes:
        """Take a picture of what is seen, or of the whole page, as PNG."""
        answer = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        return b64decode(answer["data"])
