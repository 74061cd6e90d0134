"""docs/architecture.md speaks of what there is."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path

import pytest

import resellerdesk

from docs.pages import ROOT, coded, section, text_of

HOST = Path(resellerdesk.__file__).parent
NAMED = sorted(
    {name for name in coded(text_of("architecture")) if re.fullmatch(r"[a-z_]+(\.\w+){2,}", name)}
)


def test_the_walk_names_its_functions() -> None:
    assert len(NAMED) > 20


@pytest.mark.parametrize("name", NAMED)
def test_what_the_walk_passes_is_there(name: str) -> None:
    module, *attributes = name.split(".")[:2], *name.split(".")[2:]
    found = importlib.import_module(f"resellerdesk.{'.'.join(module)}")
    for attribute in attributes:
        found = getattr(found, attribute)
    assert callable(found)


def test_the_layers_are_those_of_the_contract_in_the_same_order() -> None:
    written = [
        set(re.findall(r"`(\w+)/`", row[0])) for row in section("architecture", "Layers").rows()
    ]
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = [
        {name for name in re.findall(r"\w+", line) if (HOST / name).is_dir()}
        for line in linter["contracts"][0]["layers"]
    ]
    assert written == layers


def test_every_folder_and_file_that_it_sends_one_to_is_there() -> None:
    paths = [name for name in coded(text_of("architecture")) if "/" in name and " " not in name]
    assert len(paths) > 15
    missing = [path for path in paths if not any(
        (base / path).exists() for base in (ROOT, HOST, ROOT / "plugins" / "software",
                                            ROOT / "plugins" / "software" / "resellerdesk_software")
    )]
    assert not missing
