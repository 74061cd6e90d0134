"""Customers: what a CRM export may hold, and what rejects a row of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from resellerdesk.core.customer import Customer
from resellerdesk.files.layouts.customers import contact, read
from resellerdesk.sdk.layout import Cell

from files.layouts.rejecting import rejected

LENOIR: dict[str, Cell] = {
    "customer_id": "C-1008", "name": "Brasserie Lenoir & Fils", "country": "FR",
    "currency": "EUR",
}


def test_four_columns_are_enough() -> None:
    assert read(LENOIR) == Customer(
        "C-1008", "Brasserie Lenoir & Fils", "FR", "EUR", region="EMEA", language="en"
    )


def test_every_column() -> None:
    cells = LENOIR | {
        "region": "ams", "segment": "Enterprise", "language": "FR", "vat_number": "FR65402002000",
        "email": "it@lenoir.example", "program": "Rewards", "street": "8 quai du Port",
        "postal_code": "13002", "city": "Marseille", "payment_days": "45", "owner": "jonas",
        "agreed_quantity": "1 000", "tax_rate": "8.5", "tax_note": "Corse",
    }
    assert read(cells) == Customer(
        id="C-1008", name="Brasserie Lenoir & Fils", country="FR", currency="EUR", region="AMS",
        segment="enterprise", language="fr", vat_number="FR65402002000",
        email="it@lenoir.example", program="rewards", street="8 quai du Port",
        postal_code="13002", city="Marseille", payment_days=45, owner="jonas",
        agreed_quantity=1000, tax_rate=Decimal("8.5"), tax_note="Corse",
    )


@pytest.mark.parametrize(
    ("said", "kept"), [("de", "de"), ("fr_ca", "fr-CA"), (" ZH-cn ", "zh-Hans-CN"), ("es", "es")]
)
def test_a_language_may_name_its_country(said: str, kept: str) -> None:
    found = read(LENOIR | {"language": said})
    assert found is not None
    assert found.language == kept


def test_optional_columns_may_be_empty() -> None:
    empty = dict.fromkeys(
        ["region", "segment", "language", "payment_days", "agreed_quantity", "tax_rate"], ""
    )
    assert read(LENOIR | empty) == read(LENOIR)


def test_country_and_currency_may_be_in_lower_case() -> None:
    found = read(LENOIR | {"country": "jp", "currency": "jpy"})
    assert found is not None
    assert (found.country, found.currency, found.region) == ("JP", "JPY", "JP")


def test_a_workbook_gives_numbers_as_numbers() -> None:
    found = read(LENOIR | {"customer_id": 1008, "payment_days": 30, "tax_rate": Decimal("7.5")})
    assert found is not None
    assert (found.id, found.payment_days, found.tax_rate) == ("1008", 30, Decimal("7.5"))


def test_a_blank_row_is_no_customer() -> None:
    assert read(dict.fromkeys(LENOIR, " ")) is None


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("customer_id", "", "is empty; every row needs it"),
        ("name", "  ", "is empty; every row needs it"),
        ("country", "", "is empty; every row needs it"),
        ("country", "France", "is no country code such as FR or GB"),
        ("country", "UK", "is no country code such as FR or GB"),
        ("country", "EU", "is no country code such as FR or GB"),
        ("country", "150", "is no country code such as FR or GB"),
        ("currency", "EURO", "is no currency code such as EUR"),
        ("currency", "€", "is no currency code such as EUR"),
        ("region", "Europe", "is none of AMS, APJ, CN, EMEA, JP"),
        ("region", "*", "is none of AMS, APJ, CN, EMEA, JP"),
        ("language", "french", "is no language code such as fr or ja"),
        ("language", "xx", "is no language code such as fr or ja"),
        ("payment_days", "30 days", "is no whole number such as 25"),
        ("payment_days", "-1", "is no whole number such as 25"),
        ("agreed_quantity", "1.5", "is no whole number such as 25"),
        ("tax_rate", "8,5", "is no number such as 31.20"),
        ("tax_rate", "101", "is no percentage from 0 to 100, such as 7.5"),
    ],
)
def test_a_cell_that_rejects_its_row(column: str, value: str, reason: str) -> None:
    found, shown, why = rejected(lambda: read(LENOIR | {column: value}))
    assert (found, shown.strip(), why) == (column, value.strip(), reason)


def test_whom_one_asks_there() -> None:
    cells = LENOIR | {"contact_name": "Ada", "email": "ada@lenoir.example", "phone": "+33 4 91"}
    assert contact(cells) == ("Ada", "ada@lenoir.example", "+33 4 91")
    assert contact(LENOIR | {"email": "it@lenoir.example"}) is None
