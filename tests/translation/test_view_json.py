"""The customer's view of a quote as JSON: the public shape of docs/cli.md."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from resellerdesk.core.customer_view import (
    CustomerParty,
    CustomerView,
    ViewAlternative,
    ViewLine,
)
from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.money import Money
from resellerdesk.core.party import Seller
from resellerdesk.core.period import Period
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import T, Text, Value
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import quote_json, table_json, value_json

FRENCH = Translator("fr")
DAYS = Table(
    "schedule", T("Schedule"),
    columns=(("issued", T("Issued")), ("fee", T("Fee")), ("proof", T("Proof"))),
    rows=((date(2026, 11, 24), Money(1250, "EUR"), True), (date(2027, 5, 12), None, False)),
)
LINE = ViewLine(
    ref="any:1", reference="1", family="any", family_title="Any", sku="MAINT",
    description=T("not given"), kind="renewal",
    period=Period(date(2027, 1, 1), date(2028, 3, 31)), quantity=25, unit_list=14984,
    discount_percent=Decimal("7.50"), unit_net=13860, amount=346500,
    how=T("{price} a year: {rest}", price=Money(12000, "EUR"), rest=T("{n} of {of} days",
                                                                      n=91, of=366)),
    facts=(Fact("tier", T("Tier"), T("not given")), Fact("seats", T("Seats"), 25),
           Fact("since", T("Since"), None)),
)
TAXES = (TaxLine(T("VAT {rate} %", rate=Decimal(20)), Decimal(20), 346500, 69300, ""),)
VIEW = CustomerView(
    number="Q-2026-0001", revision=1, as_of=date(2026, 11, 24), language="fr", currency="EUR",
    seller=Seller(), customer=CustomerParty("C-1", "Café", "", "", "", "FR", "", 30),
    lines=(LINE,), subtotal=346500, taxes=TAXES, total=415800, valid_until=date(2026, 12, 24),
    valid_reason=T("{days} days from the quote", days=30),
    alternatives=(
        ViewAlternative("any-24", T("{n} months", n=24), (LINE,), 346500, TAXES, 415800),
    ),
    tables=(DAYS,), notes=(T("Excluding tax."),), lapse=(), teams=(),
)


def test_a_quote_has_the_keys_of_the_contract() -> None:
    quote = quote_json(VIEW, FRENCH)
    assert list(quote) == (
        "number revision customer_id currency as_of valid_until valid_reason language lines "
        "subtotal tax total alternatives notes tables last_year late levels"
    ).split()
    assert json.loads(json.dumps(quote)) == quote


def test_money_percentages_and_dates_are_strings() -> None:
    quote = quote_json(VIEW, FRENCH)
    assert (quote["subtotal"], quote["total"]) == ("3465.00", "4158.00")
    assert (quote["as_of"], quote["valid_until"]) == ("2026-11-24", "2026-12-24")
    assert quote["tax"] == [
        {"label": "TVA 20\u00a0%", "rate": "20", "base": "3465.00", "amount": "693.00", "note": ""}
    ]


def test_a_line_in_full() -> None:
    [line] = quote_json(VIEW, FRENCH)["lines"]
    assert line == {
        "ref": "any:1", "family": "any", "sku": "MAINT", "description": "non indiqué",
        "kind": "renewal", "start": "2027-01-01", "end": "2028-03-31", "days": 456,
        "quantity": 25, "unit_list": "149.84", "discount_percent": "7.5", "unit_net": "138.60",
        "amount": "3465.00", "how": "120,00\u00a0€ par an\u00a0: 91 sur 366 jours",
        "facts": {"tier": "non indiqué", "seats": 25, "since": ""},
    }


def test_a_line_with_nothing_to_explain_says_so_without_null() -> None:
    plain = replace(VIEW, lines=(replace(LINE, how=None, facts=()),))
    [line] = quote_json(plain, FRENCH)["lines"]
    assert (line["how"], line["facts"]) == ("", {})


def test_words_are_in_the_quote_s_language() -> None:
    quote = quote_json(VIEW, FRENCH)
    assert quote["valid_reason"] == "30 jours à compter du devis"
    assert quote["notes"] == ["Prix hors taxes."]


def test_an_alternative_has_its_own_lines_and_totals() -> None:
    [other] = quote_json(VIEW, FRENCH)["alternatives"]
    assert list(other) == ["key", "title", "lines", "subtotal", "tax", "total"]
    assert (other["key"], other["title"], other["total"]) == ("any-24", "24 mois", "4158.00")


def test_a_dry_run_has_no_number() -> None:
    quote = quote_json(replace(VIEW, number=None, revision=None), FRENCH)
    assert (quote["number"], quote["revision"]) == (None, None)


def test_yen_have_no_decimals() -> None:
    yen = quote_json(replace(VIEW, currency="JPY", total=92694), FRENCH)
    assert yen["total"] == "92694"


def test_the_rows_of_a_table_are_objects() -> None:
    assert table_json(DAYS, FRENCH, "EUR") == [
        {"issued": "2026-11-24", "fee": "12.50", "proof": True},
        {"issued": "2027-05-12", "fee": None, "proof": False},
    ]


def test_tables_of_one_key_are_put_together_and_each_row_says_whose_it_is() -> None:
    tables = (replace(DAYS, ref="ssl:1"), replace(DAYS, ref="ssl:2"))
    quote = quote_json(replace(VIEW, tables=tables), FRENCH)
    refs = [row["ref"] for row in quote["tables"]["schedule"]]
    assert refs == ["ssl:1", "ssl:1", "ssl:2", "ssl:2"]
    assert [row["issued"] for row in quote["tables"]["schedule"]] == [
        "2026-11-24", "2027-05-12", "2026-11-24", "2027-05-12"
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Money(1250, "EUR"), "12.50"),
        (Money(1250, "USD"), "12.50 USD"),
        (Decimal("7.50"), "7.5"),
        (date(2027, 1, 1), "2027-01-01"),
        (Text("not given"), "non indiqué"),
        ("4 h", "4 h"),
        (3, 3),
        (True, True),
        (None, None),
    ],
)
def test_a_value_keeps_its_type_as_far_as_json_has_it(value: Value, shown: object) -> None:
    found = value_json(value, FRENCH, "EUR")
    assert found == shown
    assert type(found) is type(shown)


def test_money_names_its_currency_where_none_stands_beside_it() -> None:
    assert value_json(Money(92694, "JPY"), FRENCH) == "92694 JPY"
