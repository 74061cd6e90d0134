"""Which tax stands on a quote, and why (docs/domain.md, section 9: the first rule that fits)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from resellerdesk.core.customer import Customer
from resellerdesk.core.money import percent_of, round_half_up
from resellerdesk.core.party import Seller
from resellerdesk.core.tax_rates import in_eu, standard_rate
from resellerdesk.core.text import StoredLabel, T, Text


@dataclass(frozen=True, slots=True)
class TaxLine:
    """One rate's tax: `rate` in percent, `base` and `amount` in minor units."""

    label: Text
    rate: Decimal
    base: int
    amount: int
    note: StoredLabel


@dataclass(frozen=True, slots=True)
class Tax:
    """The tax lines of a quote, what the customer reads about them, what the rep must mend."""

    lines: tuple[TaxLine, ...] = ()
    notes: tuple[Text, ...] = ()
    open_points: tuple[Text, ...] = ()


def tax_on(base: int, seller: Seller, customer: Customer, on: date) -> Tax:
    """The tax on an amount in minor units, by the first rule that fits."""
    if customer.tax_rate is not None:
        return Tax((_line(base, customer.tax_rate, customer.country, customer.tax_note),))
    if not seller.country:
        return Tax(
            notes=(T("Excluding tax."),),
            open_points=(T("no tax: set the reseller's country (settings reseller.country)"),),
        )
    if seller.country == customer.country == "US":
        return Tax(notes=(T("Excluding sales tax."),))
    if seller.country == customer.country:
        return _at_home(base, seller, on)
    if in_eu(seller.country, on) and in_eu(customer.country, on):
        return _within_the_union(base, seller, customer, on)
    note = T("Outside the scope of VAT; local taxes may be due.")
    return Tax((_line(base, Decimal(0), seller.country, note),))


def _line(base: int, rate: Decimal, country: str, note: str | Text = "") -> TaxLine:
    amount = round_half_up(percent_of(base, rate))
    return TaxLine(_label(country, rate), rate, base, amount, note)


def _label(country: str, rate: Decimal) -> Text:
    if country == "JP":
        return T("Consumption tax {rate} %", rate=rate)
    if country in {"AU", "SG"}:
        return T("GST {rate} %", rate=rate)
    return T("VAT {rate} %", rate=rate)


def _at_home(base: int, seller: Seller, on: date) -> Tax:
    rate = standard_rate(seller.country, on)
    if rate is not None:
        return Tax((_line(base, rate, seller.country),))
    return Tax(
        notes=(T("Excluding tax."),),
        open_points=(
            T("no tax: the rate of {country} is not known; give the customer a tax rate",
              country=seller.country),
        ),
    )


def _within_the_union(base: int, seller: Seller, customer: Customer, on: date) -> Tax:
    if customer.vat_number:
        note = T(
            "Reverse charge: VAT is due by the customer. VAT numbers: {seller}, {customer}.",
            seller=seller.vat_number or T("not given"), customer=customer.vat_number,
        )
        missing = (T("the reverse charge needs the reseller's VAT number "
                     "(settings reseller.vat_number)"),)
        return Tax((_line(base, Decimal(0), seller.country, note),),
                   open_points=() if seller.vat_number else missing)
    at_home = _at_home(base, seller, on)
    point = T("{customer} has no VAT number: taxed as a private customer in {country}",
              customer=customer.name, country=seller.country)
    return Tax(at_home.lines, at_home.notes, (*at_home.open_points, point))
