"""docs/glossary.md: the catalogues keep to its words, and its words have their documents."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from translation.ours import ROOT, Entry, entries

PAGE = (ROOT / "docs" / "glossary.md").read_text("utf-8")
COLUMNS = ("fr", "de", "ja", "zh")
LETTERS = re.compile(r"\b[A-Z]\d+\b")
_FIELD = re.compile(r"\{\w+\}")
_ANY_SPACE = re.compile("[\u00a0\u202f]")


@dataclass(frozen=True)
class Term:
    """A row of the page: English words, the words of each language, and its documents."""

    english: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    documents: str

    def is_said(self, message: str) -> bool:
        words = _FIELD.sub("", message)
        return any(
            re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", words, re.IGNORECASE)
            for word in self.english
        )

    def is_kept(self, form: str, language: str) -> bool:
        said = _ANY_SPACE.sub(" ", form).lower()
        return any(_pattern(word, language).search(said) for word in self.words[language])


def _pattern(word: str, language: str) -> re.Pattern[str]:
    """`…` goes on; a German word may be part of a longer one, a French one may be in the plural."""
    written = re.escape(word.lower().rstrip("…")).replace("…", r"\w*").replace(r"\ ", r"\s+")
    return re.compile(written)


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table after a heading."""
    text = PAGE.partition(heading)[2]
    table = next(part for part in text.split("\n\n") if part.lstrip().startswith("|"))
    lines = [line.strip("| ").split(" | ") for line in table.strip().splitlines()]
    return lines[2:]


TERMS = [
    Term(
        tuple(english.split(", ")),
        {language: tuple(cell.split(", ")) for language, cell in zip(COLUMNS, cells, strict=True)},
        documents,
    )
    for english, *cells, documents in rows("# Words of the trade")
]


def test_there_are_forty_terms_in_five_languages() -> None:
    assert len(TERMS) >= 40
    assert all(word for term in TERMS for words in term.words.values() for word in words)


@pytest.mark.parametrize("language", COLUMNS)
def test_a_translation_says_the_words_of_the_glossary(language: str) -> None:
    wrong = [
        f"{' / '.join(term.english[:2])}: {entry}"
        for term in TERMS for entry in entries(language) if _differs(term, entry)
    ]
    assert not wrong, "docs/glossary.md has other words:\n" + "\n".join(wrong)


def _differs(term: Term, entry: Entry) -> bool:
    said = any(term.is_said(form) for form in entry.english)
    return said and not all(term.is_kept(form, entry.language) for form in entry.forms)


def test_each_term_names_the_documents_that_it_was_taken_from() -> None:
    known = {cells[0] for cells in rows("## Where they come from")}
    named = {letter for term in TERMS for letter in LETTERS.findall(term.documents)}
    assert named == known
    for term in TERMS:
        assert LETTERS.search(term.documents) or "–" in term.documents


def test_each_document_has_an_address() -> None:
    for letter, title, address in rows("## Where they come from"):
        assert title, letter
        assert "https://" in address or "http://" in address or ".md`" in address, letter
