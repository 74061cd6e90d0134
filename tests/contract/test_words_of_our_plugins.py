"""Every sentence of every plugin of ours has its French and its German, with the same arguments."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from resellerdesk.extensions.discover import installed

LANGUAGES = ("de", "fr")
PACKAGES = [
    found.load().__name__ for found in installed() if found.name not in ("toy", "broken")
]


def folder(package: str) -> Path:
    return Path(str(import_module(package).__file__)).parent


def sentences(package: str) -> Iterator[tuple[str, ...]]:
    """The messages in the code: one form, or two where there is a plural."""
    for file in sorted(folder(package).glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "T":
                plural = [word.value for word in node.keywords if word.arg == "plural"]
                yield tuple(ast.literal_eval(form) for form in (node.args[0], *plural))


def translated(package: str, language: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    file = folder(package) / "locale" / language / "LC_MESSAGES" / f"{package}.po"
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language, abort_invalid=True)
    return {_forms(m.id): _forms(m.string) for m in catalogue if m.id and not m.fuzzy}


def _forms(message: object) -> tuple[str, ...]:
    return message if isinstance(message, tuple) else (str(message),)


def arguments(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("package", PACKAGES)
def test_no_sentence_is_left_in_english_and_none_is_left_over(
    package: str, language: str
) -> None:
    assert set(translated(package, language)) == set(sentences(package))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("package", PACKAGES)
def test_a_translation_says_as_much_as_the_sentence(package: str, language: str) -> None:
    for english, other in translated(package, language).items():
        assert all(other)
        assert len(other) == len(english)
        said = {name for form in other for name in arguments(form)}
        assert said == {name for form in english for name in arguments(form)}
