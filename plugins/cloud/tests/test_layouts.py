"""The marketplace's export, as it is."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from resellerdesk.sdk import Imported
from resellerdesk.sdk.reading import Unreadable

from resellerdesk_cloud.layouts import SubscriptionExport

SAMPLE = Path(__file__).parent / "samples" / "cloud-subscriptions.csv"
LAYOUT = SubscriptionExport()
ROW = {
    "CustomerName": "Hôtel de l’Étoile", "CustomerId": "C-1012", "SubscriptionId": "6bd4",
    "OfferName": "Web Security.cloud", "OfferSku": "CLD-WEB", "SeatCount": "8",
    "CommitmentStartDate": "2025-11-07", "CommitmentEndDate": "2026-11-06",
    "AutoRenewEnabled": "True", "PaymentMethod": "Card", "OpenInvoices": "INV-1:5.40;INV-2:7",
}


def test_every_row_of_the_sample_is_read() -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = [LAYOUT.row(cells) for cells in csv.DictReader(file)]
    assert len(rows) == 160
    assert all(isinstance(row, Imported) for row in rows)


def test_a_row_says_what_is_held_and_how_it_is_paid() -> None:
    row = LAYOUT.row(ROW)
    assert isinstance(row, Imported)
    assert (row.reference, row.customer, row.sku, row.quantity) == ("6bd4", "C-1012", "CLD-WEB", 8)
    assert (row.start, row.end) == (date(2025, 11, 7), date(2026, 11, 6))
    assert row.details.auto_renew
    assert row.details.payment_method == "card"
    assert row.details.open_invoices == {"INV-1": Decimal("5.40"), "INV-2": Decimal(7)}


def test_what_a_file_leaves_out_stays_unsaid() -> None:
    needed = {name: ROW[name] for name in LAYOUT.headers}
    row = LAYOUT.row(needed)
    assert isinstance(row, Imported)
    assert row.details.model_dump(exclude_unset=True) == {}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("SeatCount", "0"), ("SeatCount", "some"), ("CommitmentEndDate", "06/11/2026"),
        ("AutoRenewEnabled", "maybe"), ("OpenInvoices", "INV-1"), ("OpenInvoices", "INV-1:-4"),
        ("SubscriptionId", ""), ("CommitmentEndDate", "9999-12-31"),
    ],
)
def test_a_cell_that_cannot_be_read_names_itself(column: str, value: str) -> None:
    with pytest.raises(Unreadable) as refused:
        LAYOUT.row({**ROW, column: value})
    assert refused.value.rejected.column == column


def test_a_blank_row_is_no_row() -> None:
    assert LAYOUT.row(dict.fromkeys(ROW, "")) is None
