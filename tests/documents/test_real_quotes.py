"""The quotes of docs/quotes, made by the real program: their layout holds, their pictures exist."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from resellerdesk.core.customer_view import customer_view
from resellerdesk.desk.pictures import picture_of
from resellerdesk.documents.logo import read_logo
from resellerdesk.documents.press import press_for
from resellerdesk.documents.quote_pdf import pages_of
from resellerdesk.translation.translate import Translator

from documents.reading import Printed, check_layout, text_of

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "tools" / "quotes"
PICTURES = ROOT / "docs" / "quotes"
LANGUAGES = {"en", "fr", "de", "ja", "zh"}
FAMILIES = {"software", "cloud", "hardware", "ssl"}
MOST_BYTES = 5_000_000


def tool(name: str) -> ModuleType:
    """A module of tools/quotes, which is a script and no part of the package."""
    sys.path.insert(0, str(TOOL))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(TOOL))


SCENES = {scene.name: scene for scene in tool("scenes").SCENES}


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return tool("stage").Stage(tmp_path_factory.mktemp("stage"))


def drawn(made: Any) -> Printed:
    view = customer_view(made.numbered)
    with made.desk.store.read() as db:
        logo = picture_of(db, view.seller.logo)
    translator = Translator(view.language, made.desk.extensions.locales)
    press = press_for(view, translator, read_logo(logo) if logo else None)
    return Printed(press, pages_of(press), made.pdf)


@pytest.mark.parametrize("name", [name for name in SCENES if not SCENES[name].ends_alone])
def test_the_layout_of_a_real_quote_holds(stage: Any, name: str) -> None:
    quoted = drawn(SCENES[name].make(stage))
    check_layout(quoted)
    said = " ".join(text_of(quoted.pdf))
    assert "{" not in said.replace("{0}", "")  # a name of ours has one
    assert "None" not in said


def test_they_are_in_every_language_and_of_every_family(stage: Any) -> None:
    made = [SCENES[name].make(stage) for name in SCENES if not SCENES[name].ends_alone]
    views = [customer_view(one.numbered) for one in made]
    assert {view.language for view in views} == LANGUAGES
    assert {line.family for view in views for line in view.lines} == FAMILIES
    assert len(SCENES) >= 20


def test_the_page_shows_every_picture_and_there_are_no_others() -> None:
    shown = set(re.findall(r"\]\(([\w-]+\.png)\)", (PICTURES / "README.md").read_text("utf-8")))
    there = {file.name for file in PICTURES.glob("*.png")}
    assert shown == there
    assert {name.rpartition("-")[0] for name in there} == set(SCENES)


def test_the_pictures_are_small() -> None:
    assert sum(file.stat().st_size for file in PICTURES.glob("*.png")) < MOST_BYTES
