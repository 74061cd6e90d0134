"""Orders as they go to a vendor, built by hand; each amount of a line stands on it alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from resellerdesk.core.charge import Offer
from resellerdesk.core.customer import Customer
from resellerdesk.core.derivation import Discount
from resellerdesk.core.fact import Fact
from resellerdesk.core.option import Option, Picked
from resellerdesk.core.order import Order, Ordered
from resellerdesk.core.party import Seller
from resellerdesk.core.period import Period
from resellerdesk.core.pricing import Line, discounted
from resellerdesk.core.quote import Item
from resellerdesk.core.situation import Situation
from resellerdesk.core.text import T

AS_OF = date(2026, 11, 24)
HELD = Period(date(2026, 1, 1), date(2026, 12, 31))
YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))
CUSTOMER = Customer(
    "C-1042", "Horlogerie Marchand SAS", "FR", "EUR", street="8 rue de la République",
    postal_code="25000", city="Besançon", vat_number="FR40303265045",
)
SELLER = Seller(name="Atelier Numérique", street="12 quai Perrache", postal_code="69002",
                city="Lyon", country="FR", email="achats@atelier-numerique.example")
OPTION = Option("essential-12", T("Essential Support, 12 months"), YEAR.start, 12, 250)
NAMES = ("Endpoint Protection 14, maintenance Essential", "Backup Exec Server",
         "Data Loss Prevention Enterprise Suite, maintenance Essential, discovery on the network")


def line(number: int, **changes: object) -> Line:
    """The n-th line of a sample order, with whatever differs; what it sells for follows."""
    reference = f"44718820{number:02d}"
    made = Line(
        f"software:{reference}", "software", "Symantec", "term", f"EP-ESS-{number:02d}",
        NAMES[number % len(NAMES)], "renewal", "term", YEAR, 250 + number, 704_817 + 7 * number,
        Discount(Decimal("7.25"), granted_by="camille"), 0, 0, 391_026 + 11 * number,
        T("{price} a year", price="€7,048.17"), (), (),
    )
    made = replace(made, **changes)  # type: ignore[arg-type]
    net = discounted(made.unit_list, made.discount.percent)
    return replace(made, unit_net=net, amount=net * made.quantity)


def ordered(number: int, lines: Sequence[Line] | None = None, **changes: object) -> Ordered:
    """The n-th entitlement: one line, or these."""
    reference = f"44718820{number:02d}"
    item = Item(
        f"software:{reference}", reference, "software", T("Software maintenance"), "Symantec", "",
        NAMES[number % len(NAMES)], HELD, HELD.end, Situation.ON_TIME, Picked(OPTION, YEAR, 250),
        Offer(()), "daily", Discount(), "EMEA_renewals@symantec.com",
    )
    item = replace(item, **changes)  # type: ignore[arg-type]
    asked = (Fact("renewal_id", T("Renewal ID"), f"RN-{number:05d}"),
             Fact("certificate", T("Certificate"), f"SYM-{number:05d}"))
    return Ordered(item, (line(number),) if lines is None else tuple(lines), asked)


def order(of: int | Sequence[Ordered], **changes: object) -> Order:
    """An order of so many entitlements, or of these, with whatever differs."""
    parts = [ordered(number) for number in range(of)] if isinstance(of, int) else of
    made = Order("O-2026-0001", "Symantec", "Q-2026-0042", 1, CUSTOMER, "PO-4711", AS_OF, "EUR",
                 SELLER, tuple(parts))
    return replace(made, **changes)  # type: ignore[arg-type]
