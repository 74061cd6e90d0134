"""The quote as data, inside the PDF: the customer's view and nothing else."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from resellerdesk.documents.quote_pdf import quote_pdf
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import quote_json

from documents.samples import line, lines, quote
from documents.test_layout import FULL, ODD


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def filespec(pdf: PdfReader) -> Any:
    name, file = pdf.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    assert name == file["/F"] == file["/UF"]
    return file.get_object()


@pytest.mark.parametrize("language", ["en", "fr", "ja"])
def test_it_is_the_view_as_json_in_the_quote_s_language(language: str) -> None:
    words = Translator(language)
    [content] = reader(quote_pdf(FULL, words)).attachments["quote.json"]
    assert json.loads(content) == quote_json(FULL, words)


@pytest.mark.parametrize("name", ["odd characters", "twelve digits", "japanese", "draft"])
def test_whatever_is_on_the_quote_it_is_plain_json(name: str) -> None:
    words = Translator("en")
    [content] = reader(quote_pdf(ODD[name], words)).attachments["quote.json"]
    assert json.loads(content.decode()) == quote_json(ODD[name], words)


def test_it_says_what_it_is_and_belongs_to_the_document() -> None:
    pdf = reader(quote_pdf(quote(lines(1)), Translator("fr")))
    file = filespec(pdf)
    assert file["/AFRelationship"] == "/Data"
    assert file["/Desc"] == "Le contenu de ce devis, sous forme de données"
    stream = file["/EF"]["/F"]
    assert stream["/Subtype"] == "/application/json"
    assert stream["/Params"]["/Size"] == len(stream.get_data())
    assert [one.get_object() for one in pdf.root_object["/AF"]] == [file]


def test_its_type_is_written_as_a_name_can_hold_it() -> None:
    assert b"/Subtype /application#2Fjson" in quote_pdf(quote(lines(1)), Translator("en"))


def test_its_name_claims_no_standard_of_invoices_or_orders() -> None:
    names = list(reader(quote_pdf(quote([line(0)]), Translator("en"))).attachments)
    assert names == ["quote.json"]
