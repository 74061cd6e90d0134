"""What others call says what it means."""

from __future__ import annotations

import ast

import pytest

import resellerdesk.sdk

from architecture.sources import HOST, at, plugin_packages, python_files, tree_of

SAID_HERE = ("core", "sdk", "desk", "store", "extensions", "files", "translation")


def test_every_module_says_what_it_is() -> None:
    modules = python_files(HOST, *plugin_packages())
    assert not [str(file) for file in modules if not ast.get_docstring(tree_of(file))]


@pytest.mark.parametrize("layer", SAID_HERE)
def test_every_public_function_and_class_has_a_docstring(layer: str) -> None:
    public = [
        (file, node)
        for file in python_files(HOST / layer)
        for node in tree_of(file).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert public
    assert not [f"{at(file, node)} {node.name}" for file, node in public
                if not ast.get_docstring(node)]


def test_every_name_of_the_sdk_explains_itself() -> None:
    """Aliases of types cannot; a dataclass without words of its own has its signature there."""
    classes = [found for name in resellerdesk.sdk.__all__
               if isinstance(found := getattr(resellerdesk.sdk, name), type)]
    assert len(classes) > 30
    assert not [found.__name__ for found in classes
                if not found.__doc__ or found.__doc__.startswith(f"{found.__name__}(")]
