"""What things are called: the host names no family, no file is a drawer for odds and ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from resellerdesk.core.phase import Phase
from resellerdesk.core.standard_steps import DECLINED, LET_GO

import resellerdesk_software
import toy_family
from architecture.sources import HOST, ROOT, literals, plugin_packages, python_files

FAMILIES = ("software", "cloud", "hardware", "ssl", "coffee")
HOST_FILES = [file for file in python_files(HOST) if HOST / "demo" not in file.parents]
THE_HOST_S_OWN = {str(phase) for phase in Phase} | {DECLINED.key, LET_GO.key} | {"due", "signed"}
"""Words that a family may use for a state too: phases, the standard states, the command `due`, the
kind of a document that came back signed."""
STATES = {
    state.key
    for plugin in (resellerdesk_software, toy_family)
    for family in plugin.register_families()
    for state in family.workflow.states
} - THE_HOST_S_OWN
DRAWERS = {"base", "common", "helper", "helpers", "lib", "manager", "managers", "misc", "shared",
           "stuff", "tools", "util", "utils"}


def test_the_host_names_no_family() -> None:
    word = re.compile(rf"(?<![\w-])({'|'.join(FAMILIES)})(?![\w-])", re.IGNORECASE)
    assert word.search("family = 'software'")
    assert not word.search("the ssl-12 of ResellerDesk")
    found = [f"{text.where} {text.text!r}" for text in literals(HOST_FILES)
             if word.search(text.text)]
    assert not found


def test_the_host_names_no_state_of_a_family() -> None:
    assert {"notified", "fulfilled", "brewing"} <= STATES
    found = [f"{text.where} {text.text!r}" for text in literals(HOST_FILES)
             if text.text.strip() in STATES]
    assert not found


def test_no_migration_names_a_family() -> None:
    scripts = sorted((HOST / "store" / "migrations").glob("*.sql"))
    assert scripts
    assert not [(file.name, family) for file in scripts for family in FAMILIES
                if re.search(rf"\b{family}\b", file.read_text("utf-8"))]


def test_every_folder_under_plugins_is_among_the_families_checked_here() -> None:
    assert {package.parent.name for package in plugin_packages()} <= set(FAMILIES)


@pytest.mark.parametrize("folder", [HOST, *plugin_packages(), ROOT / "tests", ROOT / "bench"])
def test_no_module_is_a_drawer_for_odds_and_ends(folder: Path) -> None:
    names = {part for file in python_files(folder)
             for part in (*file.relative_to(ROOT).parts[1:-1], file.stem)}
    assert names
    assert not names & DRAWERS
    assert not [name for name in names if name.endswith(("_utils", "_helpers", "_manager"))]
