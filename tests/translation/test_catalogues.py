"""Catalogues are read from .po files, and a broken one breaks nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from resellerdesk.core.text import texts
from resellerdesk.translation.catalogues import catalogue
from resellerdesk.translation.translate import Translator

C = texts("coffee")
GOOD = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
CUP = b'msgid "cup"\nmsgstr "tasse"\n'


def write(folder: Path, language: str, content: bytes) -> Path:
    file = folder / language / "LC_MESSAGES" / "coffee.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def test_a_region_speaks_its_own_words_or_the_language_s(tmp_path: Path) -> None:
    write(tmp_path, "fr", GOOD + CUP)
    write(tmp_path, "fr_CA", GOOD + CUP.replace(b"tasse", b"caf\xc3\xa9"))
    said = [Translator(tag, {"coffee": tmp_path}).text(C("cup")) for tag in ("fr-CA", "fr-BE")]
    assert said == ["café", "tasse"]


def test_it_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path, "fr", GOOD + CUP)
    first = catalogue("coffee", tmp_path, "fr")
    file.unlink()
    assert catalogue("coffee", tmp_path, "fr") is first
    assert first.translate("cup") == "tasse"


@pytest.mark.parametrize(
    "entry",
    [b'#, fuzzy\nmsgid "cup"\nmsgstr "coupe"\n', b'msgid "cup"\nmsgstr ""\n',
     b'#~ msgid "cup"\n#~ msgstr "coupe"\n'],
)
def test_a_translation_that_is_unsure_empty_or_gone_does_not_count(
    tmp_path: Path, entry: bytes
) -> None:
    write(tmp_path, "fr", GOOD + entry)
    translator = Translator("fr", {"coffee": tmp_path})
    assert translator.text(C("cup")) == "cup"
    assert translator.problems() == []


@pytest.mark.parametrize(
    "content",
    [
        GOOD + b"this is no catalogue\n",
        GOOD + CUP.replace(b"tasse", b"\xff\xfe"),
        GOOD.replace(b"utf-8", b"klingon") + CUP,
        GOOD.replace(b"utf-8", b"utf-8\\nPlural-Forms: nplurals=2; plural=import os;") + CUP,
    ],
)
def test_a_broken_catalogue_leaves_english_and_one_line(tmp_path: Path, content: bytes) -> None:
    file = write(tmp_path, "fr", content)
    translator = Translator("fr", {"coffee": tmp_path})
    assert translator.text(C("cup")) == "cup"
    [problem] = translator.problems()
    assert problem.startswith(f"coffee: its translation {file} cannot be read: ")
    assert len(problem.splitlines()) == 1


def test_a_rule_of_plurals_that_cannot_be_worked_out_leaves_english(tmp_path: Path) -> None:
    rule = b"utf-8\\nPlural-Forms: nplurals=2; plural=1/(n-2);"
    entry = b'msgid "{n} cup"\nmsgid_plural "{n} cups"\nmsgstr[0] "t"\nmsgstr[1] "ts"\n'
    write(tmp_path, "fr", GOOD.replace(b"utf-8", rule) + entry)
    cups = C("{n} cup", plural="{n} cups", count="n", n=2)
    assert Translator("fr", {"coffee": tmp_path}).text(cups) == "2 cups"


def test_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    assert Translator("fr", {"coffee": tmp_path / "none"}).problems() == []
