"""A quote knows what its entitlements were accepted for the last time, if our orders do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from resellerdesk.core.customer_view import customer_view
from resellerdesk.core.last_year import LastYear
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.quoting import price_quote

from desk.answers.harbour import (
    CUSTOMERS,
    LATE,
    MAIL,
    asked,
    fulfilled,
    licence,
    on,
    ordered,
    quoted,
    take_in,
)

NEXT = date(2027, 12, 1)
DEARER = """\
vendor,sku,family,description,currency,program,term_months,min_quantity,unit_price,unit_cost,\
valid_from,valid_to
Symantec,MSG-ESS-REN,software,Mail,EUR,,12,1,24.20,19.00,2027-06-01,
Symantec,MSG-ESS-REN,software,Mail,CHF,,12,1,24.20,19.00,2027-06-01,
"""


def renewed(desk: Desk, folder: Path, *refs: str, **wishes: object) -> Desk:
    """The same desk a year later: renewed and fulfilled, and prices have risen by a tenth."""
    ordered(desk, *refs, **wishes)
    fulfilled(desk, *refs)
    later = on(desk, NEXT)
    (folder / "dearer.csv").write_text(DEARER, "utf-8")
    import_files(later, [folder / "dearer.csv"])
    return later


def compared(desk: Desk, *refs: str, **wishes: object) -> LastYear | None:
    return customer_view(price_quote(desk, asked(*refs, **wishes), NEXT)).last_year


def test_what_was_accepted_last_year_stands_beside_this_years_price(
    harbour: Desk, tmp_path: Path
) -> None:
    later = renewed(harbour, tmp_path, MAIL, discount="10")
    # 5 x 19.80 accepted, 5 x 24.20 now.
    assert compared(later, MAIL) == LastYear(9900, 12100, 1, True)
    assert compared(later, MAIL, quantities={MAIL: 4}) == LastYear(9900, 9680, 1, False)


def test_the_first_quote_of_a_customer_knows_nothing(harbour: Desk) -> None:
    assert customer_view(price_quote(harbour, asked(MAIL), date(2026, 11, 24))).last_year is None


def test_with_a_line_that_we_did_not_sell_there_is_no_comparison(
    harbour: Desk, tmp_path: Path
) -> None:
    assert compared(renewed(harbour, tmp_path, MAIL), MAIL, LATE) is None


def test_what_the_quote_knew_stays_on_it(harbour: Desk, tmp_path: Path) -> None:
    later = renewed(harbour, tmp_path, MAIL)
    number = quoted(later, MAIL, as_of=NEXT)
    stored = stored_quote(later, number)
    [item] = stored.quote.items
    assert item.earlier is not None
    assert (item.earlier.amount, item.earlier.quantity) == (11_000, 5)


def test_a_renewal_that_others_made_since_is_not_ours_to_compare(
    harbour: Desk, tmp_path: Path
) -> None:
    later = renewed(harbour, tmp_path, MAIL)
    take_in(later, tmp_path, licence("S-MAIL", start="15-JAN-2028", end="14-JAN-2029"))
    assert compared(later, MAIL) is None


def test_another_currency_is_not_compared(harbour: Desk, tmp_path: Path) -> None:
    later = renewed(harbour, tmp_path, MAIL)
    (tmp_path / "customers.csv").write_text(CUSTOMERS.replace("FR,EUR", "FR,CHF"), "utf-8")
    import_files(replace(later), [tmp_path / "customers.csv"])
    assert compared(later, MAIL) is None
