"""What the reseller alone knows is nowhere in a quote's file: on no page, not inside, not raw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject, TextStringObject

from resellerdesk.desk.approving import approve
from resellerdesk.desk.assigning import assign, note
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.desk.settings import set_settings

from desk.answers.harbour import BREW2, KESTREL, LATE, S10, S15, by, quoted, verified

GRANTOR, APPROVER, OWNER = "granter-zoe", "approver-max", "owner-ida"
POLICY = """\
vendor,family,region,name,effective,value
Symantec,software,*,discount_limit,2026-01-01,1
"""
WORDS = ("margin", "unit_cost", '"cost', "derivation", "granted", "approv", "grantor", "floor",
         "internal")


@pytest.fixture
def paper(harbour: Desk, tmp_path: Path) -> tuple[Desk, str, bytes]:
    """A quote with a discount that somebody granted and somebody else approved, over renewals
    that somebody owns and wrote notes on."""
    policy = tmp_path / "policy.csv"
    policy.write_text(POLICY)
    import_files(harbour, [policy])
    set_settings(harbour, {f"role.{APPROVER}": "manager"})
    desk = by(harbour, GRANTOR)
    for ref in (S15, S10, KESTREL):
        assign(desk, ref, OWNER)
        note(desk, ref, "they would pay more")
    number = quoted(desk, S15, S10, LATE, KESTREL, BREW2, discount="7.5", language="en",
                    alternatives=("essential-24",))
    assert stored_quote(desk, number).status == "waiting"
    approve(by(desk, APPROVER), number)
    return desk, number, issued_pdf(desk, number)


def strings_in(pdf: bytes) -> Iterator[str]:
    """Every string and every unpacked stream of a file, and its raw bytes."""
    yield pdf.decode("latin-1")
    reader = PdfReader(BytesIO(pdf))
    for number in range(1, int(str(reader.trailer["/Size"]))):
        thing = reader.get_object(number)
        if isinstance(thing, StreamObject):
            yield thing.get_data().decode("latin-1")
        yield from _strings(thing)
    yield from (page.extract_text() for page in reader.pages)
    yield str(reader.metadata)
    for contents in reader.attachments.values():
        yield from (content.decode() for content in contents)


def _strings(thing: object) -> Iterator[str]:
    if isinstance(thing, TextStringObject):
        yield str(thing)
    elif isinstance(thing, DictionaryObject):
        for key in thing:
            yield str(key)
            yield from _strings(thing.raw_get(key))
    elif isinstance(thing, ArrayObject):
        for item in thing:
            yield from _strings(item)


def test_no_name_of_who_is_at_work_is_in_it(paper: tuple[Desk, str, bytes]) -> None:
    everything = "\n".join(strings_in(paper[2])).lower()
    assert "horlogerie" not in everything
    assert "café du port" in everything  # what it looks through holds what the quote says
    for name in (GRANTOR, APPROVER, OWNER, "they would pay more", "marie", "aiko"):
        assert name not in everything


def test_no_cost_margin_or_derivation_is_in_it(paper: tuple[Desk, str, bytes]) -> None:
    desk, number, pdf = paper
    everything = "\n".join(strings_in(pdf))
    for word in WORDS:
        assert word not in everything.lower(), word
    quote = stored_quote(desk, number).quote
    shown = {line.unit_list for line in quote.lines} | {line.unit_net for line in quote.lines}
    own = {n for line in quote.lines for n in (line.unit_cost, line.margin) if n is not None}
    assert own
    for amount in own - shown - {line.amount for line in quote.lines}:
        assert f"{amount // 100}.{amount % 100:02}" not in everything, amount


def test_internal_facts_are_not_in_it(paper: tuple[Desk, str, bytes]) -> None:
    desk, number, pdf = paper
    everything = "\n".join(strings_in(pdf))
    facts = [fact for item in stored_quote(desk, number).quote.items for fact in item.offer.facts]
    hidden = [fact for fact in facts if fact.internal]
    assert hidden
    for fact in hidden:
        assert str(fact.title) not in everything
        assert f'"{fact.key}"' not in everything


def test_nothing_in_it_acts_or_leads_elsewhere(paper: tuple[Desk, str, bytes]) -> None:
    everything = "\n".join(strings_in(paper[2]))
    for name in ("/JavaScript", "/JS", "/URI", "/Launch", "/GoToR", "/GoToE", "/SubmitForm",
                 "/ImportData", "/OpenAction", "/AA", "/RichMedia", "/XFA", "/Movie", "/Rendition"):
        assert not re.search(re.escape(name) + r"\b", everything), name


def test_what_a_customer_is_called_stays_a_name(harbour: Desk, tmp_path: Path) -> None:
    """Scripts, links and markup in data are letters, also where a PDF would act on them."""
    evil = "<a href='http://x.example'>(c) /JavaScript (app.alert(1)) =HYPERLINK(1)</a> & Co"
    customers = tmp_path / "customers.csv"
    customers.write_text(f'customer_id,name,country,currency\nC-1,"{evil}",FR,EUR\n')
    import_files(harbour, [customers])
    verified(harbour, S15)
    pdf = issued_pdf(harbour, quoted(harbour, S15))
    reader = PdfReader(BytesIO(pdf))
    assert "".join(evil.split()) in "".join("".join(p.extract_text() for p in reader.pages).split())
    assert all(note.get_object()["/Subtype"] == "/Widget"
               for page in reader.pages for note in page.get("/Annots", ()))
    for number in range(1, int(str(reader.trailer["/Size"]))):
        thing = reader.get_object(number)
        if isinstance(thing, DictionaryObject):
            assert not {"/JS", "/JavaScript", "/URI", "/A", "/AA"} & thing.keys() or (
                "/S" in thing and "/P" in thing  # a cell's attributes are called /A too
            )
