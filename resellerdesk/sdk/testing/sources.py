"""The sources of a plugin: its messages, and the words that it writes out by itself."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from resellerdesk.core import standard_steps
from resellerdesk.sdk.family import AnyFamily
from resellerdesk.sdk.testing.messages import messages_in

_PERCENT = re.compile(r"%(?:\(\w+\))?[-+ #0-9.]*[a-zA-Z]")
_FIELD = re.compile(r"\{[^{}]*\}")
_GAP = "\0"
_WORDS = re.compile(r"[^\W\d_]+")
_NOT_PLUGINS = {"abc", "builtins", "resellerdesk", "typing"}


@dataclass(frozen=True, slots=True)
class Written:
    """Where sources write out a sentence, and what comes of it: `f"{n} cups"` fits `3 cups`."""

    place: str
    fits: re.Pattern[str]


@dataclass(frozen=True)
class Sources:
    """What the packages of a family say: by package its messages, and sentences written out."""

    messages: dict[str, frozenset[str]]
    written: tuple[Written, ...]

    def writes(self, said: str) -> str:
        """The line that writes out what is said, or nothing."""
        return next((one.place for one in self.written if one.fits.match(said)), "")


def sources_of(family: AnyFamily) -> Sources:
    """The sources of the packages that a family's classes come from."""
    modules = {base.__module__ for base in type(family).__mro__}
    packages = {name.partition(".")[0] for name in modules} - _NOT_PLUGINS
    found = {name: _read(name) for name in sorted(packages)}
    return Sources(
        {name: messages for name, (messages, _) in found.items()},
        tuple(one for _, written in found.values() for one in written),
    )


@cache
def messages_of_the_desk() -> frozenset[str]:
    """What the steps say that every family has."""
    file = Path(str(standard_steps.__file__))
    return frozenset(found.message for found in messages_in([file]))


@cache
def _read(package: str) -> tuple[frozenset[str], tuple[Written, ...]]:
    module = sys.modules[package]
    folders = [Path(folder) for folder in getattr(module, "__path__", ())]
    paths = folders or [Path(str(module.__file__))]
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*.py"))]
    messages = frozenset(found.message for found in messages_in(paths))
    return messages, tuple(one for file in sorted(files) for one in _written(file))


def _written(file: Path) -> Iterator[Written]:
    """Strings with a gap and a word with space beside it; keys and SKUs have none."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"), str(file))):
        parts = _parts(node)
        if len(parts) > 1 and any(" " in part and _has_a_word(part) for part in parts):
            fits = re.compile("(?s:.+)".join(map(re.escape, parts)) + r"\Z")
            yield Written(f"{file.name}:{getattr(node, 'lineno', 0)}", fits)


def _has_a_word(part: str) -> bool:
    """Whether something in it is read as a word; `SHA-256` or `EUR` is one in every language."""
    return any(word.islower() and len(word) > 1 for word in _WORDS.findall(part))


def _parts(node: ast.AST) -> list[str]:
    """What stands between the gaps of an f-string, a `%` or a `.format`; else nothing."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_constant(value) or _GAP for value in node.values).split(_GAP)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return _PERCENT.split(_constant(node.left) or "")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        template = _constant(node.func.value) if node.func.attr == "format" else None
        return _FIELD.split(template or "")
    return []


def _constant(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None
