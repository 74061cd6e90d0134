"""The file itself: the same bytes again, its dates, its fonts, what it says of itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from resellerdesk.documents.quote_pdf import quote_pdf
from resellerdesk.translation.translate import Translator

from documents.reading import ENGLISH
from documents.samples import CUSTOMER, alternative, line, lines, quote

VIEW = quote(lines(30), alternatives=(alternative("b", "さくら贸", [line(0)]),))


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def test_the_same_view_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    once = quote_pdf(VIEW, ENGLISH)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert quote_pdf(VIEW, Translator("en")) == once


@pytest.mark.parametrize(
    ("zone", "seed", "locale"), [("Asia/Tokyo", "1", "C"), ("America/Lima", "4711", "fr_FR.UTF-8")]
)
def test_another_process_draws_the_same(zone: str, seed: str, locale: str) -> None:
    """In another time zone, with other hashes, in another locale."""
    script = (
        "import hashlib; from documents.test_file import VIEW, quote_pdf; "
        "from documents.reading import ENGLISH; "
        "print(hashlib.sha256(quote_pdf(VIEW, ENGLISH)).hexdigest())"
    )
    around = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale,
              "PYTHONPATH": str(Path(__file__).parents[1])}
    said = subprocess.run([sys.executable, "-c", script], env=around, check=True,
                          capture_output=True, text=True).stdout
    assert said.strip() == hashlib.sha256(quote_pdf(VIEW, ENGLISH)).hexdigest()


def test_what_was_drawn_before_makes_no_difference() -> None:
    alone = quote_pdf(VIEW, ENGLISH)
    for other in (quote([line(0, description="髙﨑 Ελλάς")]), quote(lines(3), currency="JPY")):
        quote_pdf(other, Translator("ja"))
    assert quote_pdf(VIEW, ENGLISH) == alone


def test_another_quote_gives_others() -> None:
    assert quote_pdf(VIEW, ENGLISH) != quote_pdf(quote(lines(29)), ENGLISH)


def test_its_dates_are_the_quotes_own() -> None:
    about = reader(quote_pdf(VIEW, ENGLISH)).metadata
    assert about is not None
    assert about["/CreationDate"] == about["/ModDate"] == "D:20261124000000+00'00'"


def test_it_names_title_author_and_language() -> None:
    pdf = reader(quote_pdf(VIEW, Translator("fr")))
    assert pdf.metadata is not None
    assert pdf.metadata.author == "Atelier Numérique"
    assert "Q-2026-0042" in (pdf.metadata.title or "")
    assert pdf.root_object["/Lang"] == "fr"


def test_every_font_of_its_pages_is_in_the_file() -> None:
    for page in reader(quote_pdf(VIEW, ENGLISH)).pages:
        fonts = page["/Resources"]["/Font"]
        assert len(fonts) >= 2
        for font in fonts.values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


@pytest.mark.parametrize(
    ("country", "language", "font"),
    [("JP", "en", "NotoSansJP"), ("CN", "en", "NotoSansSC"), ("FR", "zh", "NotoSansSC"),
     ("CN", "ja", "NotoSansJP"), ("JP", "zh", "NotoSansSC"), ("SG", "de", "NotoSansSC")],
)
def test_han_has_the_shapes_of_the_language_else_of_the_customers_country(
    country: str, language: str, font: str
) -> None:
    view = quote([line(0, description="上海")], customer=replace(CUSTOMER, country=country))
    [page] = reader(quote_pdf(view, Translator(language))).pages
    names = [str(one.get_object()["/BaseFont"]) for one in page["/Resources"]["/Font"].values()]
    assert [name for name in names if "Noto" in name and font not in name] == []
    assert any(font in name for name in names)
