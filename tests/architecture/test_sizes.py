"""Files and functions stay small enough to be read at once; the limits are hard."""

from __future__ import annotations

import ast

import pytest

from architecture.sources import HOST, ROOT, at, plugin_packages, python_files, tree_of

FILE_LINES = 300
REPORTED_LINES = 150
FUNCTION_LINES = 40
SOURCES = python_files(HOST, *plugin_packages(), ROOT / "bench", ROOT / "tools")


def lengths() -> dict[str, int]:
    return {
        str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines()) for file in SOURCES
    }


def test_no_file_is_longer_than_300_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """`pytest -rP` shows which files are on their way there."""
    over = {name: lines for name, lines in lengths().items() if lines > REPORTED_LINES}
    print(f"{len(over)} of {len(SOURCES)} files have more than {REPORTED_LINES} lines:")  # noqa: T201
    for name, lines in sorted(over.items(), key=lambda item: -item[1]):
        print(f"  {lines} {name}")  # noqa: T201
    assert not {name: lines for name, lines in over.items() if lines > FILE_LINES}


def test_no_function_is_longer_than_40_lines() -> None:
    too_long = {}
    for file in SOURCES:
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    too_long[f"{at(file, node)} {node.name}"] = lines
    assert not too_long
