"""tools/fonts/build.py: which fonts it makes, and that it makes them the same each time."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from resellerdesk.documents.fonts import FOLDER

TOOL = Path(__file__).resolve().parents[2] / "tools" / "fonts" / "build.py"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The tool, which is a script and no part of the package."""
    spec = importlib.util.spec_from_file_location("build_fonts", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_fonts"] = module  # its dataclass looks itself up there
    spec.loader.exec_module(module)
    return module


def test_it_makes_the_fonts_that_are_shipped_and_no_other(build: ModuleType) -> None:
    assert {cut.file for cut in build.CUTS} == {file.name for file in FOLDER.glob("*.ttf")}
    licences = {f"OFL-{cut.licence_of}.txt" for cut in build.CUTS}
    assert licences == {file.name for file in FOLDER.glob("OFL-*.txt")}


def test_the_same_source_gives_the_same_bytes(build: ModuleType, tmp_path: Path) -> None:
    cut = build.CUTS[0]
    for made in ("once.ttf", "again.ttf"):
        build.write(cut, FOLDER / cut.file, tmp_path / made)
    assert (tmp_path / "once.ttf").read_bytes() == (tmp_path / "again.ttf").read_bytes()


def test_a_source_that_lacks_a_letter_is_refused_by_name(
    build: ModuleType, tmp_path: Path
) -> None:
    wants_han = replace(build.CUTS[0], must_have="é株")
    with pytest.raises(SystemExit, match=r"SourceSans3_400Regular\.ttf: has no 株"):
        build.write(wants_han, FOLDER / build.CUTS[0].file, tmp_path / "made.ttf")
    assert not (tmp_path / "made.ttf").exists()
