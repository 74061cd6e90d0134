"""Quotes as customers see them, built by hand: each line adds up, each total is its lines'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from resellerdesk.core.customer_view import (
    CustomerParty,
    CustomerView,
    ViewAlternative,
    ViewLine,
)
from resellerdesk.core.fact import Fact
from resellerdesk.core.money import percent_of, round_half_up
from resellerdesk.core.party import Seller
from resellerdesk.core.period import Period
from resellerdesk.core.pricing import discounted
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import Label, T

AS_OF = date(2026, 11, 24)
YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))
SOFTWARE = ("software", T("Software maintenance"))
HARDWARE = ("hardware", T("Hardware support"))

SELLER = Seller(
    name="Atelier Numérique", country="FR", vat_number="FR32512345678",
    street="12 quai Perrache", postal_code="69002", city="Lyon",
    legal_line="Atelier Numérique SARL au capital de 80 000 € – RCS Lyon 512 345 678 – "
               "TVA FR32512345678 – 12 quai Perrache, 69002 Lyon",
    contact="Camille Rousseau", phone="+33 4 72 00 00 42",
    email="renouvellements@atelier-numerique.example", terms="Payment in advance",
    accent="#0B4F79",
)
CUSTOMER = CustomerParty(
    "C-1042", "Horlogerie Marchand SAS", "8 rue de la République", "25000", "Besançon", "FR",
    "FR40303265045", 30,
)
SUITE = ("Data Loss Prevention Enterprise Suite, maintenance Essential, discovery on the network "
         "and workstations")
PRODUCTS = (
    ("EP-ESS-12", "Endpoint Protection 14, maintenance Essential", 250, 4820, "7.5"),
    ("MG-ESS-12", "Mail Security for Exchange, maintenance Essential", 250, 1990, "7.5"),
    ("BE-ESS-12", "Backup Exec Server, maintenance Essential", 4, 68500, "5"),
    ("BE-AGT-12", "Backup Exec, agent for applications and databases", 12, 34211, "5"),
    ("DLP-ESS-12", SUITE, 120, 3640, "10"),
    ("DLP-PRM-12", "Premium Support option for Data Loss Prevention", 120, 910, "0"),
)


def line(number: int, **changes: object) -> ViewLine:
    """The n-th line of a sample quote, with whatever differs; its amounts follow."""
    sku, description, quantity, unit_list, percent = PRODUCTS[number % len(PRODUCTS)]
    reference = f"44718820{number:02d}"
    facts = (Fact("renewal_id", T("Renewal ID"), reference),
             Fact("certificate", T("Certificate"), f"SYM-{number:05d}"))
    made = ViewLine(
        f"software:{reference}", reference, *SOFTWARE, sku, description, "renewal", YEAR,
        quantity, unit_list, Decimal(percent), 0, 0, None, facts,
    )
    made = replace(made, **changes)  # type: ignore[arg-type]
    net = discounted(made.unit_list, made.discount_percent)
    return replace(made, unit_net=net, amount=net * made.quantity)


def lines(count: int) -> tuple[ViewLine, ...]:
    return tuple(line(number) for number in range(count))


def vat(base: int, rate: str = "20", note: Label = "") -> TaxLine:
    percent = Decimal(rate)
    amount = round_half_up(percent_of(base, percent))
    return TaxLine(T("VAT {rate} %", rate=percent), percent, base, amount, note)


def alternative(
    key: str, title: Label, other: Sequence[ViewLine], rate: str = "20"
) -> ViewAlternative:
    base = sum(one.amount for one in other)
    tax = vat(base, rate)
    return ViewAlternative(key, title, tuple(other), base, (tax,), base + tax.amount)


def quote(of: Sequence[ViewLine], **changes: object) -> CustomerView:
    """A quote over these lines with French VAT, and with whatever differs."""
    base = sum(one.amount for one in of)
    tax = vat(base)
    view = CustomerView(
        "Q-2026-0042", 1, AS_OF, "en", "EUR", SELLER, CUSTOMER, tuple(of), base, (tax,),
        base + tax.amount, date(2026, 12, 19),
        T("{reference} ends that day", reference="4471882000"), (), (), (), (),
        ("EMEA_renewals@symantec.com",),
    )
    return replace(view, **changes)  # type: ignore[arg-type]


def untaxed(view: CustomerView) -> CustomerView:
    return replace(view, taxes=(), total=view.subtotal)


def taxed(view: CustomerView, *taxes: TaxLine) -> CustomerView:
    return replace(
        view, taxes=taxes, total=view.subtotal + sum(tax.amount for tax in taxes)
    )
