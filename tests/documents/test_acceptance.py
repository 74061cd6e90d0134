"""The place to sign: fields that a reader's program can fill in, lines for a pen."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.documents.boxes import Field

from documents.reading import ENGLISH, printed, text_of, words_of
from documents.samples import alternative, line, lines, quote

TEXTS = {"name", "function", "order_number", "place", "date"}


def fields(view: CustomerView) -> dict[str, Any]:
    return PdfReader(BytesIO(printed(view).pdf)).get_fields() or {}


def with_option() -> CustomerView:
    return quote(lines(2), alternatives=(alternative("b", "Three years", [line(0)]),))


def test_the_fields_are_there_to_be_filled_in() -> None:
    found = fields(quote(lines(3)))
    assert {name for name, field in found.items() if field["/FT"] == "/Tx"} == TEXTS
    assert found["signature"]["/FT"] == "/Sig"
    assert found["name"]["/TU"] == "Name"
    assert "option" not in found


def test_with_alternatives_one_of_them_is_ticked() -> None:
    option = fields(with_option())["option"]
    assert option["/FT"] == "/Btn"
    assert sorted(option["/_States_"]) == ["/A", "/B"]


def test_each_option_stands_there_with_its_own_total() -> None:
    view = with_option()
    quoted = printed(view)
    said = " ".join(words_of(page, "acceptance.option") for page in quoted.pages).strip()
    assert said == (
        f"Option A: As listed above {ENGLISH.money(view.total, 'EUR')} "
        f"Option B: Three years {ENGLISH.money(view.alternatives[0].total, 'EUR')}"
    )
    assert not any(words_of(page, "acceptance.total") for page in quoted.pages)


def test_without_alternatives_the_one_total_is_named() -> None:
    view = quote(lines(3))
    assert words_of(printed(view).pages[-1], "acceptance.total") == (
        f"Total including tax {ENGLISH.money(view.subtotal, 'EUR')} before tax + "
        f"{ENGLISH.money(view.taxes[0].amount, 'EUR')} of tax {ENGLISH.money(view.total, 'EUR')}"
    )


def test_a_draft_has_no_place_to_sign() -> None:
    draft = quote(lines(3), number=None, revision=None)
    assert fields(draft) == {}
    assert "Accepted and ordered" not in text_of(printed(draft).pdf)[-1]


def test_every_text_field_stands_over_a_visible_line() -> None:
    quoted = printed(quote(lines(3)))
    found: list[tuple[Field, bool]] = []
    for page in quoted.pages:
        for _, block, _ in page.placed:
            for field in block.fields:
                under = [
                    rule for rule in block.rules
                    if rule.x == field.x and rule.w == field.w
                    and 0 <= rule.y - field.y - field.h < 2
                ]
                found.append((field, len(under) == 1))
    assert {field.name for field, _ in found} == {*TEXTS, "signature"}
    assert all(lined for field, lined in found if field.kind == "text")


def test_what_is_filled_in_is_kept() -> None:
    writer = PdfWriter(clone_from=BytesIO(printed(with_option()).pdf))
    for page in writer.pages:
        writer.update_page_form_field_values(page, {"name": "Hélène Marchand", "option": "/B"})
    out = BytesIO()
    writer.write(out)
    found = PdfReader(out).get_fields() or {}
    assert found["name"]["/V"] == "Hélène Marchand"
    assert found["option"]["/V"] == "/B"


def test_an_options_two_places_are_ticked_together() -> None:
    """On its card and where one signs: one field, whose places of one value go together."""
    option = fields(with_option())["option"]
    in_unison = 1 << 25
    assert option["/Ff"] & in_unison
    pdf = PdfReader(BytesIO(printed(with_option()).pdf))
    places = [note.get_object() for page in pdf.pages for note in page.get("/Annots", ())
              if "/Parent" in note.get_object()]
    values = [next(key for key in place["/AP"]["/N"] if key != "/Off") for place in places]
    assert values == ["/A", "/B", "/A", "/B"]
    assert len({place.raw_get("/Parent").idnum for place in places}) == 1
