"""Finds the messages of T("...") and Text("...") in Python sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_FIELD = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
_CHOOSES_A_FORM = {"plural", "count"}


@dataclass(frozen=True)
class Message:
    """One message as a call names it; `args` is None where the call does not spell them out.

    `count` names the argument that chooses the plural form.
    """

    message: str
    plural: str
    count: str
    args: frozenset[str] | None
    place: str


def fields_of(message: str) -> frozenset[str]:
    """The fields of a message, with whatever stands between their braces."""
    return frozenset(name for name in _FIELD.findall(message) if name)


def messages_in(paths: Iterable[Path]) -> list[Message]:
    """The messages of files and folders, in the order of the sources."""
    return [message for file in _files(paths) for message in _messages_of(file)]


def faults_in(paths: Iterable[Path]) -> list[str]:
    """One line for each call that no catalogue can serve."""
    files = list(_files(paths))
    unreadable = [
        f"{_place(file, call)}: T takes a literal, so that it can be translated"
        for file in files
        for call in _calls(file)
        if _name(call) == "T" and call.args and _literal(call.args[0]) is None
    ]
    unfilled = [
        f"{found.place}: its fields are {sorted(_all_fields(found))}, "
        f"its arguments {sorted(found.args)}"
        for found in messages_in(files)
        if found.args is not None and found.args != _needed(found)
    ]
    return unreadable + unfilled


def _needed(found: Message) -> frozenset[str]:
    """Its fields, and the count, which may choose a form without being written."""
    return _all_fields(found) | ({found.count} if found.count else frozenset())


def _all_fields(found: Message) -> frozenset[str]:
    return fields_of(found.message) | fields_of(found.plural)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _calls(file: Path) -> list[ast.Call]:
    tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _messages_of(file: Path) -> Iterator[Message]:
    for call in _calls(file):
        if _name(call) not in ("T", "Text") or not call.args:
            continue
        message = _literal(call.args[0])
        if message:
            named = {word.arg: word.value for word in call.keywords}
            plural = _given(call, 2, named.get("plural"))
            count = _given(call, 3, named.get("count"))
            yield Message(message, plural, count, _args(call, named), _place(file, call))


def _given(call: ast.Call, place: int, named: ast.expr | None) -> str:
    node = call.args[place] if len(call.args) > place else named
    return (_literal(node) if node is not None else None) or ""


def _args(call: ast.Call, named: dict[str | None, ast.expr]) -> frozenset[str] | None:
    """The names of a call's arguments: keywords of T, keys of the mapping of Text."""
    if None in named:  # some come by **
        return None
    if _name(call) == "T":
        return frozenset(name for name in named if name and name not in _CHOOSES_A_FORM)
    given = call.args[1] if len(call.args) > 1 else named.get("args")
    if given is None:
        return frozenset()
    if not isinstance(given, ast.Dict):
        return None
    keys = [_literal(key) for key in given.keys if key is not None]
    return frozenset(key for key in keys if key) if len(keys) == len(given.keys) else None


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _place(file: Path, call: ast.Call) -> str:
    """As a catalogue names it, which is brought up to date from the folder of its project."""
    inside = file.resolve().is_relative_to(Path.cwd())
    shown = file.resolve().relative_to(Path.cwd()) if inside else file
    return f"{shown.as_posix()}:{call.lineno}"
