"""Check requests against the Bot API's own description, kept in `botapi.json`.

`botapi.json` is PaulSonOfLars/telegram-bot-api-spec, Bot API 10.1, without its descriptions: each
field's name, types and whether it is required, the length its description states, and the fixed
value of a field (`"type": "photo"`). Checks are compiled once, when first needed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from tests.telegram.rules import RULES
from tests.telegram.texts import TextRule
from tests.telegram.wire import Upload, decode

DOCUMENT = Path(__file__).with_name("botapi.json")
SCALARS: dict[str, tuple[type, ...]] = {
    "String": (str,),
    "Integer": (int,),
    "Boolean": (bool,),
    "Float": (float, int),
    "InputFile": (Upload,),
    "KeyboardButton": (str,),  # a string may stand for a button that has only a text
}
ARRAY = "Array of "
Problems = list[str]
Check = Callable[[Any, str, Problems], None]


@dataclass(frozen=True, slots=True)
class Method:
    """One method: how to read its parameters and what is wrong with them."""

    name: str
    types: dict[str, tuple[str, ...]]
    check: Check
    takes_files: bool

    def read(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Decode what came as strings, each parameter by its type."""
        types = self.types
        return {
            key: decode(value, types[key]) if isinstance(value, str) and key in types else value
            for key, value in raw.items()
        }

    def problems(self, params: dict[str, Any]) -> Problems:
        """List all that is wrong with decoded parameters."""
        found: Problems = []
        checked = params
        if self.takes_files:
            attached = set(_attachments(params))
            checked = {key: value for key, value in params.items() if key not in attached}
            found += [f"there is no file {name}" for name in attached if name not in params]
        self.check(checked, self.name, found)
        return found


def _attachments(value: object) -> Iterator[str]:
    """Name the uploads that a value refers to."""
    if isinstance(value, str) and value.startswith("attach://"):
        yield value.removeprefix("attach://")
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _attachments(item)


@cache
def load() -> Schema:
    """Read the description of the Bot API."""
    return Schema(json.loads(DOCUMENT.read_text("utf-8")))


class Schema:
    """The methods and types of the Bot API."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._types: dict[str, Check] = {}
        self._methods: dict[str, Method] = {}

    @cached_property
    def names(self) -> dict[str, str]:
        """Find a method whatever the case of its letters."""
        return {name.lower(): name for name in self._document["methods"]}

    def fields(self, type_name: str) -> dict[str, dict[str, Any]]:
        """Give the fields of a type."""
        fields: dict[str, dict[str, Any]] = self._document["types"][type_name]["fields"]
        return fields

    def problems(self, type_name: str, value: dict[str, Any]) -> Problems:
        """List all that is wrong with a value of a type."""
        found: Problems = []
        self._type(type_name)(value, type_name, found)
        return found

    def method(self, name: str) -> Method | None:
        """Give a method, compiled; None if there is no such method."""
        known = self.names.get(name.lower())
        if known is None:
            return None
        if known not in self._methods:
            self._methods[known] = self._compile(known)
        return self._methods[known]

    def _compile(self, name: str) -> Method:
        fields = self._document["methods"][name]["fields"]
        types = {key: tuple(field["types"]) for key, field in fields.items()}
        named = " ".join(kind for kinds in types.values() for kind in kinds)
        return Method(name, types, self._object(name, fields), "Input" in named)

    def _object(self, name: str, fields: dict[str, dict[str, Any]]) -> Check:
        texts = tuple(TextRule.find(fields))
        plain = {rule.field for rule in texts}
        checks = {key: self._field(field, key in plain) for key, field in fields.items()}
        required = tuple(key for key, field in fields.items() if field["required"])
        rule = RULES.get(name)

        def check(value: Any, where: str, problems: Problems) -> None:
            before = len(problems)
            for key, item in value.items():
                if key in checks:
                    checks[key](item, f"{where}.{key}", problems)
                else:
                    problems.append(f"{where} has an unknown field {key!r}")
            for key in required:
                if key not in value:
                    problems.append(f"{where}.{key} is missing")
            if len(problems) > before:
                return
            for text in texts:
                text.check(value, where, problems)
            for found in rule(value) if rule else ():
                problems.append(f"{found} ({where})")

        return check

    def _type(self, name: str) -> Check:
        """Compile a type when it is first met: types refer to each other in circles."""

        def check(value: Any, where: str, problems: Problems) -> None:
            if name not in self._types:
                self._types[name] = self._object(name, self.fields(name))
            self._types[name](value, where, problems)

        return check

    def _field(self, field: dict[str, Any], is_text: bool) -> Check:
        check = self._any_of(tuple(field["types"]))
        if "max" in field and not is_text:
            check = _both(check, _length(field["min"], field["max"], field.get("unit")))
        return _both(check, _constant(field["const"])) if "const" in field else check

    def _any_of(self, names: tuple[str, ...]) -> Check:
        """Compile a choice of types; the value's JSON type decides which of them it may be."""
        names = tuple(self._leaves(names))
        scalars = tuple({t for name in names for t in SCALARS.get(name, ())})
        items = tuple(name.removeprefix(ARRAY) for name in names if name.startswith(ARRAY))
        objects = tuple(n for n in names if n in self._document["types"] and n != "InputFile")
        lists = _list(lambda: self._any_of(items)) if items else None
        dicts = self._choice(objects) if objects else None
        expected = " or ".join(names)

        def check(value: Any, where: str, problems: Problems) -> None:
            if type(value) in scalars:
                return
            if dicts and type(value) is dict:
                dicts(value, where, problems)
            elif lists and type(value) is list:
                lists(value, where, problems)
            else:
                problems.append(f"{where} is {_short(value)}, expected {expected}")

        return check

    def _leaves(self, names: tuple[str, ...]) -> Iterator[str]:
        """Replace types that only stand for others by those others."""
        for name in names:
            described = self._document["types"].get(name, {})
            if "subtypes" in described:
                yield from self._leaves(tuple(described["subtypes"]))
            else:
                yield name

    def _choice(self, names: tuple[str, ...]) -> Check:
        """Compile a choice of objects: the one whose fixed values and fields fit best."""
        choices = [(self._type(name), self._fit(name)) for name in names]
        if len(choices) == 1:
            return choices[0][0]

        def check(value: Any, where: str, problems: Problems) -> None:
            best = max(fit(value) for _, fit in choices)
            if best < 0:
                problems.append(f"{where} is {_short(value)}, expected {' or '.join(names)}")
                return
            tried = [_tried(check, value, where) for check, fit in choices if fit(value) == best]
            fewest = min(tried, key=len)
            problems.extend(fewest)

        return check

    def _fit(self, name: str) -> Callable[[dict[str, Any]], int]:
        """Count the fields of a value that a type has; -1 if a fixed value differs."""
        fields = self.fields(name)
        fixed = [(key, field["const"]) for key, field in fields.items() if "const" in field]

        def fit(value: dict[str, Any]) -> int:
            same = all(value.get(key) == constant for key, constant in fixed)
            return len(value.keys() & fields.keys()) if same else -1

        return fit


def _tried(check: Check, value: object, where: str) -> Problems:
    found: Problems = []
    check(value, where, found)
    return found


def _both(first: Check, second: Check) -> Check:
    def check(value: Any, where: str, problems: Problems) -> None:
        before = len(problems)
        first(value, where, problems)
        if len(problems) == before:
            second(value, where, problems)

    return check


def _list(compile_item: Callable[[], Check]) -> Check:
    item = cache(compile_item)

    def check(value: Any, where: str, problems: Problems) -> None:
        for index, part in enumerate(value):
            item()(part, f"{where}[{index}]", problems)

    return check


def _length(low: int, high: int, unit: str | None) -> Check:
    def check(value: Any, where: str, problems: Problems) -> None:
        size = len(value.encode()) if unit == "bytes" else len(value)
        if not low <= size <= high:
            kind = "items" if isinstance(value, list) else unit or "characters"
            problems.append(f"{where} has {size} {kind}, expected {low} to {high}")

    return check


def _constant(constant: str) -> Check:
    def check(value: Any, where: str, problems: Problems) -> None:
        if value != constant:
            problems.append(f"{where} is {value!r}, expected {constant!r}")

    return check


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) < 60 else f"{text[:60]}…"
