"""Money is an integer: nothing that makes a float stands where amounts are worked out."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from architecture.sources import HOST, ROOT, at, imports_of, plugin_packages, python_files, tree_of

PURE = python_files(HOST / "core", HOST / "sdk", *plugin_packages(), ROOT / "tests/toy_family")
EXACT = {"Fraction", "Decimal"}
"""A division by `/` stays exact where one of these stands on its left."""


def floats_in(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=float()):
                yield node, f"the float {node.value!r}"
            case ast.Name(id="float" | "round" as name):
                yield node, name
            case ast.BinOp(op=ast.Div(), left=left) if not _is_exact(left):
                yield node, "a division that may give a float"
            case ast.FormattedValue(format_spec=ast.JoinedStr() as spec) if _is_rounding(spec):
                yield node, "a format that rounds"


def _is_exact(left: ast.expr) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in EXACT
        for node in ast.walk(left)
    )


def _is_rounding(spec: ast.JoinedStr) -> bool:
    words = "".join(str(part.value) for part in spec.values if isinstance(part, ast.Constant))
    return words[-1:] in {"e", "g", "%"} or "." in words


def test_no_float_comes_near_money() -> None:
    assert not [f"{at(file, node)}: {what}" for file in PURE
                for node, what in floats_in(tree_of(file))]


@pytest.mark.parametrize(
    "line", ["x = 0.5", "x = float('1')", "x = round(3)", "x = total / 12", "x = f'{total:.2f}'"]
)
def test_the_check_sees_each_way_to_a_float(line: str) -> None:
    assert list(floats_in(ast.parse(line)))


def test_the_core_has_no_use_for_float_mathematics() -> None:
    assert not [where for file in PURE for name, where in imports_of(file) if name == "math"]
