"""The figures of docs/domain.md, section 11, at a desk with the samples."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import resellerdesk
from resellerdesk.core.customer_view import customer_view
from resellerdesk.core.option import Choice, parse_choice
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.accepting import Answer, accept
from resellerdesk.desk.choosing import PricedOption, choices
from resellerdesk.desk.customers import show_customer
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.desk.settings import set_settings
from resellerdesk.desk.showing import show
from resellerdesk.desk.stepping import advance
from resellerdesk.extensions.discover import Found
from resellerdesk.extensions.guard import Guard
from resellerdesk.extensions.load import load_extensions
from resellerdesk.store.engine import open_store
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import quote_json

import resellerdesk_ssl

HOST_SAMPLES = Path(resellerdesk.__file__).parent / "demo" / "samples"
TODAY = date(2026, 11, 24)
LENOIR, HARBOUR = "ssl:990200001", "ssl:926834412"
SAMPLES = Path(__file__).parent / "samples"


def _plugin() -> ModuleType:
    return resellerdesk_ssl


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A reseller's desk in France with this plugin alone."""
    extensions = load_extensions([Found("ssl", "0", _plugin)], set(), set(), Guard())
    desk = Desk(open_store(tmp_path / "desk.db"), extensions, "marie",
                lambda: datetime(2026, 11, 24, 9, tzinfo=UTC))
    set_settings(desk, {"reseller.country": "FR"})
    import_files(desk, [HOST_SAMPLES / "customers.csv", HOST_SAMPLES / "price-list.csv",
                        SAMPLES / "ssl-orders.csv"])
    return desk


def option_of(desk: Desk, ref: str, key: str) -> PricedOption:
    return next(one for one in choices(desk, ref, TODAY).options if one.option.key == key)


def quoted(desk: Desk, ref: str, option: str = "", on: date = TODAY) -> Any:
    choice: Choice | None = parse_choice(option) if option else None
    return make_quote(desk, QuoteRequest((ref,), option=choice), on)


def refused(desk: Desk, number: str, on: date = TODAY) -> str:
    with pytest.raises(Refusal) as caught:
        accept(desk, Answer(number, "PO-7", on))
    return str(caught.value)


def check(desk: Desk, ref: str, request: str) -> None:
    files = {"old": (SAMPLES / "ssl" / "old.pem").read_bytes(),
             "request": (SAMPLES / "ssl" / request).read_bytes()}
    advance(desk, ref, "check", files, TODAY)


def test_the_sample_is_imported_without_a_rejected_row_and_twice_changes_nothing(
    desk: Desk
) -> None:
    [again] = import_files(desk, [SAMPLES / "ssl-orders.csv"])
    assert (again.layout, again.read, again.unchanged, again.rejected) == (
        "ssl-orders", 140, 140, []
    )


def test_the_worked_renewal_of_990200001(desk: Desk) -> None:
    found = price_quote(desk, QuoteRequest((LENOIR,)), TODAY).quote
    [line] = found.lines
    assert (line.period.start, line.period.end) == (date(2026, 12, 18), date(2027, 12, 17))
    assert (line.unit_list, line.amount, found.total) == (365_00, 365_00, 438_00)
    [table] = found.items[0].offer.tables
    assert table.rows == (
        (date(2026, 11, 24), date(2027, 6, 11), 200, True),
        (date(2027, 5, 12), date(2027, 8, 19), 100, True),
        (date(2027, 7, 20), date(2027, 10, 27), 100, False),
        (date(2027, 9, 27), date(2027, 12, 17), 82, True),
    )


def test_the_schedules_of_two_certificates_on_one_quote_are_told_apart(desk: Desk) -> None:
    other = next(record.held.ref for record, _ in show_customer(desk, "C-1008", TODAY).holdings
                 if record.held.ref != LENOIR)
    numbered = price_quote(desk, QuoteRequest((LENOIR, other)), TODAY)
    document = quote_json(customer_view(numbered), Translator("en"))
    rows = document["tables"]["schedule"]
    ends = {line["ref"]: line["end"] for line in document["lines"]}
    assert set(ends) == {LENOIR, other}
    for ref, end in ends.items():
        assert max(row["last_day"] for row in rows if row["ref"] == ref) == end


def test_926834412_keeps_its_own_end(desk: Desk) -> None:
    found = option_of(desk, HARBOUR, "enterprise-account-12")
    assert (found.period.start, found.period.end) == (date(2027, 2, 20), date(2028, 2, 19))
    assert (found.total, found.option.recommended, found.option.current) == (920_00, True, True)
    with pytest.raises(Refusal, match="align"):
        price_quote(desk, QuoteRequest((HARBOUR,), align="auto"), TODAY)


def test_add_ons_are_free(desk: Desk) -> None:
    addons = option_of(desk, LENOIR, "trust-center-12").addons
    assert {priced.addon.key: priced.total for priced in addons} == {"express": 0, "auto": 0}


def test_from_the_check_to_the_next_renewal(desk: Desk) -> None:
    number = quoted(desk, LENOIR).number
    assert "is not checked" in refused(desk, number)
    check(desk, LENOIR, "organisation-changed.csr")
    assert "changes the name (Organisation)" in refused(desk, number)
    check(desk, LENOIR, "same.csr")
    accept(desk, Answer(number, "PO-7", TODAY))
    advance(desk, LENOIR, "validate", {}, TODAY)
    advance(desk, LENOIR, "issue", {"serial": "0A:1B", "last_day": "2027-06-11"}, TODAY)
    shown = show(desk, LENOIR, TODAY)
    assert shown.record.held.columns.period.end == date(2027, 12, 17)
    assert [finding.key for finding in shown.findings] == ["installation_pending"]
    advance(desk, LENOIR, "install", {"serial": "0A:1B"}, TODAY)
    assert show(desk, LENOIR, TODAY).findings == ()


def test_a_changed_name_is_bought_anew_under_another_order(desk: Desk) -> None:
    check(desk, LENOIR, "name-and-key-changed.csr")
    number = quoted(desk, LENOIR).number
    accept(desk, Answer(number, "PO-7", TODAY))
    advance(desk, LENOIR, "validate", {}, TODAY)
    values = {"serial": "0A", "last_day": "2027-06-11", "order_id": "990200777"}
    advance(desk, LENOIR, "issue", values, TODAY)
    entitlement = show(desk, "ssl:990200777", TODAY).entitlement
    assert entitlement is not None
    assert entitlement.period.end == date(2027, 11, 23)
    assert entitlement.details.common_name == "shop.lenoir.example"


def test_the_service_charges_and_the_plan_goes_on_for_a_year(desk: Desk) -> None:
    ref = "ssl:691518047"  # ends today, with the service
    advance(desk, ref, "opt_in", {"consent": "mail"}, TODAY)
    later = date(2026, 11, 26)
    assert [f.key for f in show(desk, ref, later).findings] == ["charge_to_confirm"]
    advance(desk, ref, "charge", {"reference": "CH-1", "date": "2026-11-24"}, later)
    advance(desk, ref, "issue", {"serial": "0A", "last_day": "2027-06-12"}, later)
    period = show(desk, ref, later).record.held.columns.period
    assert (period.start, period.end) == (date(2026, 11, 25), date(2027, 11, 24))


def test_before_the_window_a_plan_is_quoted_and_not_ordered(desk: Desk) -> None:
    found = quoted(desk, "ssl:622105386", "trust-center-12+express")
    assert "can be ordered from 2027-05-02" in refused(desk, found.number)
