"""A quote's file in the hands of other programs: qpdf, and poppler's tools for text and tags."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.desk.printed_figures import missing_figure
from resellerdesk.documents.figures import digits_of, figures_in
from resellerdesk.documents.order_pdf import order_pdf
from resellerdesk.documents.quote_pdf import quote_pdf, words_of
from resellerdesk.documents.read_pdf import read_pdf
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import quote_json

from documents.orders import order
from documents.samples import lines, quote
from documents.tagged import Spoken, tagged
from documents.test_layout import FULL, ODD
from documents.viewers import filled

pytestmark = pytest.mark.system

WORDS = Translator("en")
SPOKEN = {"Sect", "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "Figure", "Form"}


def tool(*command: object) -> str:
    """What a program prints; it has nothing to complain of."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


def file_of(view: CustomerView, folder: Path, language: str = "en") -> Path:
    path = folder / "quote.pdf"
    path.write_bytes(quote_pdf(view, Translator(language)))
    return path


@pytest.mark.parametrize("name", ODD)
def test_qpdf_finds_nothing_wrong(name: str, tmp_path: Path) -> None:
    said = tool("qpdf", "--check", file_of(ODD[name], tmp_path))
    assert "No syntax or stream encoding errors found" in said


def test_nor_in_an_order(tmp_path: Path) -> None:
    path = tmp_path / "order.pdf"
    path.write_bytes(order_pdf(order(3), WORDS))
    tool("qpdf", "--check", path)
    assert "Tagged:          yes" in tool("pdfinfo", path)


def test_poppler_knows_what_it_is(tmp_path: Path) -> None:
    said = tool("pdfinfo", file_of(FULL, tmp_path, "fr"))
    found = dict(re.split(r":\s+", line, maxsplit=1) for line in said.splitlines()
                 if ": " in line)
    assert found["Tagged"] == "yes"
    assert found["JavaScript"] == "no"
    assert found["Form"] == "AcroForm"
    assert found["Author"] == "Atelier Numérique"
    assert "Q-2026-0042" in found["Title"]
    assert "Horlogerie Marchand" in found["Subject"]


@pytest.mark.parametrize("name", ["one", "full", "sixty", "japanese"])
def test_poppler_reads_the_tree_that_we_wrote(name: str, tmp_path: Path) -> None:
    path = file_of(ODD[name], tmp_path)
    ours = [one.kind for one in tagged(path.read_bytes()).tree.walk() if one.kind in SPOKEN]
    theirs = re.findall(r"^ *(\w+)(?: \(\w+\))?:?$", tool("pdfinfo", "-struct", path), re.MULTILINE)
    assert [kind for kind in theirs if kind in SPOKEN] == ours


def test_poppler_reads_heads_of_tables_and_words_in_order(tmp_path: Path) -> None:
    path = file_of(quote(lines(30)), tmp_path)
    said = tool("pdfinfo", "-struct-text", path)
    assert said.count("/Scope /Column") == 8
    assert said.count("/ColSpan 7") == 1
    read = "".join(re.findall(r'^ *"(.*)"$', said, re.MULTILINE))
    spoken: Spoken = tagged(path.read_bytes()).tree
    assert "".join(read.split()) == "".join(spoken.words.split())


@pytest.mark.parametrize("language", ["en", "fr", "de", "ja", "zh"])
@pytest.mark.parametrize("name", ["one", "sixty", "full", "twelve digits"])
def test_pdftotext_and_the_data_have_the_same_figures(
    name: str, language: str, tmp_path: Path
) -> None:
    view = ODD[name]
    path = file_of(view, tmp_path, language)
    words = Translator(language)
    raw, plain = tool("pdftotext", "-raw", path, "-"), tool("pdftotext", path, "-")
    assert missing_figure(view, words, [raw]) is None
    assert digits(raw) == [one for page in words_of(view, words) for one in digits(page)]
    # Laid out as on paper, French thousands have their thin space, which is a space here.
    assert Counter("".join(digits(plain))) == Counter("".join(digits(raw)))


def digits(text: str) -> list[str]:
    return [digits_of(one) for one in figures_in(text.replace("\u00a0", " "))]


def test_the_data_comes_out_of_the_file(tmp_path: Path) -> None:
    tool("pdfdetach", "-saveall", "-o", tmp_path, file_of(FULL, tmp_path))
    assert json.loads((tmp_path / "quote.json").read_text("utf-8")) == quote_json(FULL, WORDS)


def test_a_copy_flattened_by_qpdf_has_no_fields_left(tmp_path: Path) -> None:
    path, flat = file_of(replace(FULL, revision=1), tmp_path), tmp_path / "flat.pdf"
    path.write_bytes(filled(path.read_bytes(), name="Hélène", order_number="PO-1"))
    subprocess.run(["qpdf", "--generate-appearances", "--flatten-annotations=all", path, flat],
                   check=False, capture_output=True)
    read = read_pdf(flat.read_bytes())
    assert read.fields is None
    assert read.data


def test_a_copy_that_qpdf_wrote_anew_reads_the_same(tmp_path: Path) -> None:
    path, other = file_of(FULL, tmp_path), tmp_path / "other.pdf"
    for options in (["--linearize"], ["--object-streams=disable", "--qdf"],
                    ["--object-streams=generate", "--recompress-flate"]):
        tool("qpdf", *options, path, other)
        assert read_pdf(other.read_bytes()) == read_pdf(path.read_bytes())
