"""Quotes of ten lines, each for another customer, as customers see them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from resellerdesk.core.customer_view import CustomerParty, CustomerView, ViewLine
from resellerdesk.core.fact import Fact
from resellerdesk.core.money import percent_of, round_half_up
from resellerdesk.core.party import Seller
from resellerdesk.core.period import Period
from resellerdesk.core.pricing import discounted
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import T

LINES = 10
_SELLER = Seller(
    "Atelier Numérique", "FR", "FR83404833048", "12 quai Perrache", "69002", "Lyon",
    "Atelier Numérique SARL, RCS Lyon 404 833 048", "Camille Rousseau", "+33 4 72 00 00 42",
    "renouvellements@atelier-numerique.example", "30 days", "#0B4F79",
)


def view(n: int) -> CustomerView:
    """The n-th quote."""
    lines = tuple(_line(n, position) for position in range(LINES))
    subtotal = sum(line.amount for line in lines)
    tax = round_half_up(percent_of(subtotal, Decimal(20)))
    vat = TaxLine(T("VAT {rate} %", rate=Decimal(20)), Decimal(20), subtotal, tax, "")
    customer = CustomerParty(
        f"C-{n:05d}", f"Société Générale {n} & Fils", f"{n % 90 + 1} rue des Halles", "69002",
        "Lyon", "FR", "", 30,
    )
    return CustomerView(
        f"Q-2026-{n:05d}", 1, date(2026, 11, 24), "fr", "EUR", _SELLER, customer, lines,
        subtotal, (vat,), subtotal + tax, date(2026, 12, 24),
        T("{days} days from the quote", days=30), (), (),
        (T("Periods are aligned: they end together on {end}, for one order next time.",
           end=date(2027, 12, 31)),), (), ("EMEA_renewals@symantec.com",),
    )


def _line(n: int, position: int) -> ViewLine:
    reference = f"{9_000_000_000 + n * LINES + position}"
    unit_list, percent, quantity = 2000 + 37 * position + n, Decimal("7.5"), 5 + position
    net = discounted(unit_list, percent)
    facts = (Fact("renewal_id", T("Renewal ID"), reference),
             Fact("certificate", T("Certificate"), f"M{70_000_000 + n + position}"))
    return ViewLine(
        f"software:{reference}", reference, "software", T("Software maintenance"), "SEP-ESS-REN",
        "Endpoint Protection, Essential", "renewal",
        Period(date(2027, 1, 1), date(2027, 12, 31)), quantity, unit_list, percent, net,
        net * quantity, None, facts,
    )
