"""Our own sources as the checks of this folder read them."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOST = ROOT / "resellerdesk"
PLUGINS = ROOT / "plugins"

# A file is read and parsed once, however many checks look at it.
_PARSED: dict[Path, ast.Module] = {}


def python_files(*folders: Path) -> list[Path]:
    """Every module below some folders, in order."""
    return sorted(file for folder in folders for file in folder.rglob("*.py"))


def plugin_packages() -> list[Path]:
    """The package of every family that we ship."""
    return sorted(file.parent for file in PLUGINS.glob("*/*/__init__.py"))


def tree_of(file: Path) -> ast.Module:
    if file not in _PARSED:
        _PARSED[file] = ast.parse(file.read_text("utf-8"), str(file))
    return _PARSED[file]


def at(file: Path, node: ast.AST) -> str:
    """Where something stands, as an editor opens it."""
    return f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


@dataclass(frozen=True)
class Literal:
    """A text in the code, with the fields of an f-string as `{}`; docstrings are none."""

    where: str
    text: str


def literals(files: Sequence[Path]) -> Iterator[Literal]:
    for file in files:
        tree = tree_of(file)
        inside = {
            id(part) for joined in ast.walk(tree) if isinstance(joined, ast.JoinedStr)
            for part in joined.values
        }
        docstrings = {
            id(node.value) for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                yield Literal(at(file, node), _with_gaps(node))
            elif id(node) not in inside | docstrings and (text := _text(node)) is not None:
                yield Literal(at(file, node), text)


def _text(node: ast.AST) -> str | None:
    match node:
        case ast.Constant(value=str() as text):
            return text
    return None


def _with_gaps(joined: ast.JoinedStr) -> str:
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "{}" for part in joined.values
    )


def imports_of(file: Path) -> Iterator[tuple[str, str]]:
    """The full name of each module that a file imports, anywhere in it, and where."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, at(file, node)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", at(file, node)


def run_python(script: str, folder: Path, **environment: str) -> str:
    """What a script prints in an interpreter of its own; no desk of the developer's is touched."""
    own = {
        "RESELLERDESK_DB": str(folder / "desk.db"), "RESELLERDESK_AS_OF": "2026-11-24",
        "RESELLERDESK_USER": "jonas", "RESELLERDESK_STATE": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, **own, **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
