"""The module of an entry point is looked at too; what is wrong with it is said in a line."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import pluggy
import pytest

from resellerdesk.sdk.testing import Broken, Registering

COFFEE = """
    from resellerdesk.sdk import hookimpl
    from toy_family.family import CoffeeFamily

    @hookimpl
    def register_families():
        return [CoffeeFamily()]
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Makes a plugin of some source, and the class that tests it."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(source: str, *families: str) -> Registering:
        (tmp_path / "a_plugin.py").write_text(dedent(source), "utf-8")
        module: ModuleType = __import__("a_plugin")
        members = {"plugin": module, "families": families}
        kit: Registering = type("TestRegistering", (Registering,), members)()
        return kit

    yield make
    sys.modules.pop("a_plugin", None)


def test_a_plugin_that_registers_what_its_test_names_passes(made: Any) -> None:
    kit = made(COFFEE + "\n    CONTRACT = '1'\n", "coffee")
    checks = [name for name in vars(Registering) if name.startswith("test_")]
    assert len(checks) == 3
    for name in checks:
        getattr(kit, name)()


def test_other_keys_than_the_test_names_are_said(made: Any) -> None:
    with pytest.raises(Broken, match=re.escape("families: coffee; the test names tea")):
        made(COFFEE, "tea").test_it_brings_its_families_and_layouts()


def test_a_hook_that_there_is_not_is_said(made: Any) -> None:
    misspelt = COFFEE.replace("register_families", "register_family")
    with pytest.raises(pluggy.PluginValidationError, match="unknown hook 'register_family'"):
        made(misspelt).test_it_brings_its_families_and_layouts()


def test_a_family_that_would_not_be_loaded_is_said(made: Any) -> None:
    untitled = COFFEE.replace("[CoffeeFamily()]", "[type('T', (CoffeeFamily,), {'title': 'x'})()]")
    with pytest.raises(Broken, match="title is 'x'; wanted is a Text"):
        made(untitled, "coffee").test_it_brings_its_families_and_layouts()


def test_another_contract_is_said(made: Any) -> None:
    with pytest.raises(Broken, match=r"written for contract 7, this is \d+\.\d+; see what"):
        made("CONTRACT = 7\n").test_it_is_written_for_the_contract_of_this_desk()


def test_more_of_the_desk_than_the_sdk_is_said(made: Any) -> None:
    kit = made("import resellerdesk.files.whole\n")
    with pytest.raises(Broken, match=r"loads resellerdesk\.files; import resellerdesk\.sdk alone"):
        kit.test_importing_it_loads_no_more_of_the_desk_than_the_sdk()
