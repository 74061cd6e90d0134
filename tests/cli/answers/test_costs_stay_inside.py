"""Cost, margin and who granted what are the reseller's own: no customer ever sees them.

The same quotes are made twice, with the costs of the sample and with none of them: what a
customer gets must be the same, byte for byte. Then every figure that it shows is compared with
every cost of the sample.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pytest

from resellerdesk.cli.main import run
from resellerdesk.desk.opening import open_desk

# Five currencies and three languages, reverse charge and none.
CUSTOMERS = ("C-1013", "C-1017", "C-1020", "C-1021", "C-1023", "C-1034")
WISHES = ("--within", "60", "--family", "software", "--discount", "7.5",
          "--option", "essential-12+premium+education+consulting+cyber",
          "--alternative", "essential-36")
OWN = {"unit_cost", "cost", "margin", "margin_percent", "granted_by", "derivation", "discount"}


@dataclass(frozen=True)
class Made:
    """What a command answered, and the PDFs that it wrote, by their names."""

    documents: list[dict[str, Any]]
    pdfs: dict[str, bytes]


@pytest.fixture(scope="module")
def quotes(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Made]:
    """Quotes and PDFs made after a change of the costs; each change is worked out once."""
    known: dict[str, Made] = {}

    def made(costs: str) -> Made:
        if costs not in known:
            folder = tmp_path_factory.mktemp("quotes")
            known[costs] = make(Path(shutil.copy(filled, folder / "desk.db")), folder, costs)
        return known[costs]

    return made


def make(database: Path, folder: Path, costs: str) -> Made:
    with open_desk(database).store.write() as db:
        db.execute(f"update price set unit_cost = {costs}")
    out = folder / "out"
    out.mkdir()
    written: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RESELLERDESK_USER", "marie-claude")
        patch.setattr("click.echo", lambda text, **where: None if where else written.append(text))
        status = run(["--db", str(database), "--as-of", "2026-11-24", "quote", "--customer",
                      *CUSTOMERS, *WISHES, "--pdf", str(out), "--json"])
    assert status in (0, 3)  # a line without a price is left out
    [answer] = written
    pdfs = {path.name: path.read_bytes() for path in sorted(out.iterdir())}
    return Made(json.loads(answer), pdfs)


def test_what_a_customer_gets_does_not_depend_on_costs(quotes: Callable[[str], Made]) -> None:
    real, other, unknown = (quotes(c) for c in ("unit_cost", "unit_cost * 3 + 7", "null"))
    assert len(real.pdfs) == len(real.documents) == len(CUSTOMERS)
    assert real.pdfs == other.pdfs == unknown.pdfs
    for document in (d for made in (real, other, unknown) for d in made.documents):
        document["pdf"] = Path(document["pdf"]).name
    assert real.documents == other.documents == unknown.documents


def texts_of(pdf: bytes, folder: Path) -> Iterator[str]:
    """All that a reader or a search finds in a PDF: its pages' text, its data about itself, and
    what is attached. Its other streams draw lines and letters."""
    path = folder / "quote.pdf"
    path.write_bytes(pdf)
    reader = pypdf.PdfReader(path)
    yield from (page.extract_text() for page in reader.pages)
    yield str(reader.metadata)
    for name, contents in reader.attachments.items():
        yield name
        yield from (content.decode("latin-1") for content in contents)
    if reader.xmp_metadata is not None:
        yield reader.xmp_metadata.stream.get_data().decode("utf-8")


def streams_of(pdf: bytes, folder: Path) -> str:
    """The file as it is, and every stream of it unpacked."""
    path = folder / "quote.pdf"
    path.write_bytes(pdf)
    reader = pypdf.PdfReader(path)
    items = [reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"])))]
    streams = [item.get_data() for item in items
               if isinstance(item, pypdf.generic.StreamObject) and "/Length1" not in item]
    return b"\n".join([pdf, *streams]).decode("latin-1")


def figures_in(text: str) -> set[str]:
    """The amounts of a text, whatever its language sets off thousands and decimals with."""
    closed = re.sub(r"(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))", "", text)
    found = re.findall(r"(?<![\d.,])\d[\d.,]*[.,]\d\d(?![\d.,]*\d)", closed)
    return {re.sub(r"[.,]", "", number[:-3]) + "." + number[-2:] for number in found}


def test_the_figures_of_a_text_are_found() -> None:
    text = "1 234,50 € · 9,500.00 · 1’234.50 CHF · 24.96 · 12.345.678,90 · 7 %"
    assert figures_in(text) == {"1234.50", "9500.00", "24.96", "12345678.90"}


def test_no_cost_and_no_margin_of_the_sample_stands_in_a_pdf(
    quotes: Callable[[str], Made], filled: Path, tmp_path: Path
) -> None:
    made = quotes("unit_cost")
    with open_desk(filled).store.read() as db:
        costs = {f"{cost // 100}.{cost % 100:02}" for (cost,) in db.execute(
            "select distinct unit_cost from price where unit_cost is not null "
            "and currency <> 'JPY'")}
    assert len(costs) > 500
    for document, pdf in zip(made.documents, made.pdfs.values(), strict=True):
        shown = set().union(*(figures_in(text) for text in texts_of(pdf, tmp_path)))
        charged = figures_in(json.dumps(document))
        assert shown & charged  # the figures of the quote itself are found
        assert (shown & costs) - charged == set()
        everything = streams_of(pdf, tmp_path) + "".join(texts_of(pdf, tmp_path))
        assert not [word for word in ("marie-claude", "unit_cost", "margin") if word in everything]


def keys_of(document: Any) -> Iterator[str]:
    if isinstance(document, dict):
        yield from document
        for value in document.values():
            yield from keys_of(value)
    elif isinstance(document, list):
        for value in document:
            yield from keys_of(value)


def test_without_margin_the_json_has_no_key_of_the_reseller_s_own(
    quotes: Callable[[str], Made],
) -> None:
    for document in quotes("unit_cost").documents:
        assert not OWN & set(keys_of(document))
        assert "marie-claude" not in json.dumps(document)
