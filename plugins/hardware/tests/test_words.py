"""Every sentence of the plugin has its translation, with the same arguments."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from resellerdesk.sdk import Text, texts
from resellerdesk.translation.translate import Translator

import resellerdesk_hardware

DOMAIN = "resellerdesk_hardware"
PACKAGE = Path(resellerdesk_hardware.__file__).parent
LANGUAGES = sorted(folder.name for folder in (PACKAGE / "locale").iterdir())


def sentences() -> Iterator[tuple[str, ...]]:
    """The messages in the code: one form, or two where there is a plural."""
    for file in sorted(PACKAGE.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "T":
                plural = [word.value for word in node.keywords if word.arg == "plural"]
                yield tuple(ast.literal_eval(form) for form in (node.args[0], *plural))


def translated(language: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    file = PACKAGE / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language, abort_invalid=True)
    return {_forms(m.id): _forms(m.string) for m in catalogue if m.id and not m.fuzzy}


def _forms(message: object) -> tuple[str, ...]:
    return message if isinstance(message, tuple) else (str(message),)


def arguments(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_french_and_german_are_shipped() -> None:
    assert LANGUAGES == ["de", "fr"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_in_english_and_none_is_left_over(language: str) -> None:
    assert set(translated(language)) == set(sentences())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_says_as_much_as_the_sentence(language: str) -> None:
    for english, other in translated(language).items():
        assert all(other)
        assert len(other) == len(english)
        assert {name for form in other for name in arguments(form)} == arguments(english[0])


def test_the_desk_finds_them_by_the_package_s_name() -> None:
    days: Text = texts(DOMAIN)("{level} support, {months} months", level="Standard Plus", months=12)
    french = Translator("fr", {DOMAIN: PACKAGE / "locale"})
    assert french.text(days) == "Support Standard Plus, 12 mois"
