"""Translations by domain and language, read from the `.po` files that translators write."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from resellerdesk.translation.formats import locale_of

HOST_DOMAIN = "resellerdesk"
HOST_FOLDER = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One domain's messages in one language; what it has not stays English.

    `problem` is one line on why its file could not be read; empty where all is well.
    """

    messages: GNUTranslations | None = None
    problem: str = ""

    def translate(self, message: str) -> str:
        # The empty message is gettext's header.
        if self.messages is None or not message:
            return message
        return self.messages.gettext(message)

    def translate_plural(self, message: str, plural: str, count: int) -> str:
        """The form for a count, by the catalogue's own rule of plurals."""
        english = message if count == 1 else plural
        if self.messages is None:
            return english
        try:
            return self.messages.ngettext(message, plural, count)
        except (ArithmeticError, ValueError):  # a rule that cannot be worked out, such as n / 0
            return english


@lru_cache(maxsize=256)
def catalogue(domain: str, folder: Path, language: str) -> Catalogue:
    """The catalogue of a domain under `folder/LANGUAGE/LC_MESSAGES`, read once a process.

    A language of a region (`fr-CA`) falls back to the language. Whatever is wrong with the file,
    the answer is a Catalogue: an empty one that says what the problem is.
    """
    locale = locale_of(language)
    for name in dict.fromkeys((str(locale), locale.language)):
        file = folder / name / "LC_MESSAGES" / f"{domain}.po"
        try:
            if file.is_file():
                return Catalogue(_read(file, name))
        except Exception as wrong:  # the file is a stranger's, and Babel raises many kinds
            why = " ".join(str(wrong).split()) or type(wrong).__name__
            return Catalogue(problem=f"{domain}: its translation {file} cannot be read: {why}")
    return Catalogue()


def _read(file: Path, language: str) -> GNUTranslations:
    # Only languages other than English come here; the command line starts without these.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with file.open("rb") as source:
        written = read_po(source, locale=language, ignore_obsolete=True, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, written)
    compiled.seek(0)
    return GNUTranslations(compiled)
