"""Quotes as customers see them, each for another customer: plain ones, and one with everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from resellerdesk.core.customer_view import (
    CustomerParty,
    CustomerView,
    ViewAlternative,
    ViewLine,
)
from resellerdesk.core.fact import Bars, Fact, Table
from resellerdesk.core.money import percent_of, round_half_up
from resellerdesk.core.party import Seller
from resellerdesk.core.period import Period
from resellerdesk.core.pricing import discounted
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import T

LINES = 25
_TODAY = date(2026, 11, 24)
_SELLER = Seller(
    "Atelier Numérique", "FR", "FR83404833048", "12 quai Perrache", "69002", "Lyon",
    "Atelier Numérique SARL, RCS Lyon 404 833 048", "Camille Rousseau", "+33 4 72 00 00 42",
    "renouvellements@atelier-numerique.example", "30 days", "#0B4F79",
)


def view(n: int, count: int = LINES) -> CustomerView:
    """The n-th quote, with so many lines."""
    lines = tuple(_line(n, position) for position in range(count))
    subtotal, taxes, total = _sums(lines)
    customer = CustomerParty(
        f"C-{n:05d}", f"Société Générale {n} & Fils", f"{n % 90 + 1} rue des Halles", "69002",
        "Lyon", "FR", "", 30,
    )
    return CustomerView(
        f"Q-2026-{n:05d}", 1, _TODAY, "fr", "EUR", _SELLER, customer, lines,
        subtotal, taxes, total, date(2026, 12, 24),
        T("{days} days from the quote", days=30), (), (),
        (T("Periods are aligned: they end together on {end}, for one order next time.",
           end=date(2027, 12, 31)),), (), ("EMEA_renewals@symantec.com",),
    )


def full(n: int) -> CustomerView:
    """The n-th quote with three options, a schedule of certificates and what lapses."""
    plain = view(n)
    lapse = T("Maintenance of {reference} ends on {end}.", reference="9000000000", end=_TODAY)
    return replace(
        plain, lapse=(lapse,), tables=(_schedule(),),
        alternatives=tuple(_alternative(months, plain.lines) for months in (24, 36)),
    )


def _alternative(months: int, lines: Sequence[ViewLine]) -> ViewAlternative:
    longer = tuple(
        replace(line, unit_list=line.unit_list * 2, unit_net=line.unit_net * 2,
                amount=line.amount * 2) if place < 5 else line
        for place, line in enumerate(lines)
    )
    return ViewAlternative(f"essential-{months}", T("{n} months", n=months), longer,
                           *_sums(longer))


def _schedule() -> Table:
    starts = [_TODAY + timedelta(days=47 * number) for number in range(12)]
    return Table(
        "schedule", T("Certificates"),
        (("issued", T("Issued")), ("last_day", T("Last day")), ("days", T("Days")),
         ("domain_proof", T("Domain proof"))),
        tuple((start, start + timedelta(days=46), 47, place % 2 == 0)
              for place, start in enumerate(starts)),
        bars=Bars("issued", "last_day", mark="domain_proof"),
    )


def _sums(lines: Sequence[ViewLine]) -> tuple[int, tuple[TaxLine, ...], int]:
    subtotal = sum(line.amount for line in lines)
    tax = round_half_up(percent_of(subtotal, Decimal(20)))
    vat = TaxLine(T("VAT {rate} %", rate=Decimal(20)), Decimal(20), subtotal, tax, "")
    return subtotal, (vat,), subtotal + tax


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
