"""Which row of the price list applies (docs/domain.md, section 3, rule 1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T

ONE_OFF = 0


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A unit price (and cost, where known) in minor units, from a quantity on, for some days.

    `term_months` 0 is a one-off price; an empty `program` serves every program that has no
    row of its own; `valid_to` None has no end.
    """

    vendor: str
    sku: str
    family: str
    description: str
    currency: str
    program: str
    term_months: int
    min_quantity: int
    unit_price: int
    unit_cost: int | None
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a price is looked up by: all but the term. `quantity` is the band quantity."""

    vendor: str
    sku: str
    currency: str
    program: str
    quantity: int
    on: date


class MissingPrice(Refusal):
    """No price row: names SKU, currency, program, term, quantity and date, and the line's ref
    where it is known."""

    def __init__(self, wanted: Wanted, term_months: int, ref: str = "") -> None:
        self.wanted = wanted
        self.term_months = term_months
        what = T("one-off price") if term_months == ONE_OFF else T(
            "price for {months} months", months=term_months
        )
        why = T(
            "{sku} of {vendor} has no {what} in {currency}, program {program}, "
            "quantity {quantity}, on {on}; import a price row for it",
            sku=wanted.sku, vendor=wanted.vendor, what=what, currency=wanted.currency,
            program=wanted.program or T("none"), quantity=wanted.quantity, on=wanted.on,
        )
        self.why = why
        super().__init__(T("{ref}: {why}", ref=ref, why=why) if ref else why)

    def on_line(self, ref: str) -> MissingPrice:
        """The same, naming the entitlement that wants the price."""
        return MissingPrice(self.wanted, self.term_months, ref)


class PriceBook:
    """Price rows, found by vendor, SKU, currency and term."""

    def __init__(self, rows: Iterable[PriceRow]) -> None:
        self._rows: dict[tuple[str, str, str, int], list[PriceRow]] = {}
        for row in rows:
            key = (row.vendor, row.sku, row.currency, row.term_months)
            self._rows.setdefault(key, []).append(row)

    def find(self, wanted: Wanted, term_months: int) -> PriceRow | None:
        """The row that applies, or None.

        The program's own rows first; only if it has none valid, those without a program. Among
        them the highest band not above the quantity, and the newest of two that are equal.
        """
        key = (wanted.vendor, wanted.sku, wanted.currency, term_months)
        valid = [row for row in self._rows.get(key, []) if _is_valid(row, wanted.on)]
        own = [row for row in valid if row.program and row.program == wanted.program]
        rows = own or [row for row in valid if not row.program]
        reached = [row for row in rows if row.min_quantity <= wanted.quantity]
        return max(reached, key=lambda row: (row.min_quantity, row.valid_from), default=None)

    def row(self, wanted: Wanted, term_months: int) -> PriceRow:
        """The row that applies; raises MissingPrice where there is none."""
        found = self.find(wanted, term_months)
        if found is None:
            raise MissingPrice(wanted, term_months)
        return found

    def changes(self, vendor: str, sku: str, currency: str) -> list[date]:
        """Days on which some price of that SKU begins."""
        return sorted(
            {
                row.valid_from
                for key, rows in self._rows.items()
                if key[:3] == (vendor, sku, currency)
                for row in rows
            }
        )


def _is_valid(row: PriceRow, on: date) -> bool:
    return row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)
