"""Imports run one way: the contracts of pyproject.toml, run as a test, and what they must name."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from architecture.sources import HOST, PLUGINS, ROOT, imports_of, plugin_packages, python_files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LINTER = PROJECT["tool"]["importlinter"]
TOY = ROOT / "tests" / "toy_family"
EXAMPLES = ROOT / "docs" / "examples"


def contract(name: str) -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {one["name"]: one for one in LINTER["contracts"]}
    return found[name]


def test_the_contracts_hold() -> None:
    script = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_every_family_that_we_ship_stands_under_the_contracts() -> None:
    shipped = {package.name for package in plugin_packages()}
    assert shipped <= set(LINTER["root_packages"])
    assert shipped <= set(
        contract("A plugin imports the sdk and nothing else of ours")["source_modules"]
    )
    assert shipped <= set(contract("The host knows no family")["forbidden_modules"])


def test_every_family_that_we_ship_comes_in_by_the_door_for_strangers() -> None:
    shipped = {package.name for package in plugin_packages()}
    assert set(PROJECT["project"]["entry-points"]["resellerdesk"].values()) == shipped
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert {Path(package).name for package in wheel} == {"resellerdesk", *shipped}


def test_every_layer_but_the_sdk_is_closed_to_plugins() -> None:
    folders = {f"resellerdesk.{folder.parent.name}" for folder in HOST.glob("*/__init__.py")}
    closed = contract("A plugin imports the sdk and nothing else of ours")["forbidden_modules"]
    assert folders - {"resellerdesk.sdk"} <= set(closed)


@pytest.mark.parametrize("folder", [*plugin_packages(), TOY, EXAMPLES], ids=lambda f: f.name)
def test_a_plugin_imports_the_sdk_alone(folder: Path) -> None:
    files = [file for file in python_files(folder) if "tests" not in file.relative_to(folder).parts]
    assert files
    wrong = [
        f"{where} imports {name}"
        for file in files
        for name, where in imports_of(file)
        if name.partition(".")[0] == "resellerdesk" and name.split(".")[1:2] != ["sdk"]
    ]
    assert not wrong


def test_only_the_command_that_opens_the_desk_lets_a_face_know_the_other() -> None:
    pairs = {HOST / "cli": "resellerdesk.tui", HOST / "tui": "resellerdesk.cli"}
    found = [
        where
        for folder, other in pairs.items()
        for file in python_files(folder)
        for name, where in imports_of(file)
        if name == other or name.startswith(f"{other}.")
    ]
    assert {where.partition(":")[0] for where in found} == {"resellerdesk/cli/opening.py"}


def test_each_plugin_is_a_folder_with_its_own_readme_and_tests() -> None:
    assert plugin_packages()
    for folder in {package.parent for package in plugin_packages()}:
        assert folder.parent == PLUGINS
        assert (folder / "README.md").is_file()
        assert list((folder / "tests").glob("test_*.py"))
