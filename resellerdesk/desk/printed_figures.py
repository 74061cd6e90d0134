"""Which figures a quote's paper has to show, and which of them it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resellerdesk.core.customer_view import CustomerView, ViewLine
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import T, Text
from resellerdesk.documents.figures import digits_of, figures_in
from resellerdesk.documents.grouping import grouped
from resellerdesk.translation.translate import Translator


class Figure(NamedTuple):
    """A figure as it is printed, and what it is of."""

    said: str
    what: Text


def missing_figure(
    view: CustomerView, translator: Translator, pages: Sequence[str]
) -> Figure | None:
    """The first figure of a quote that the words of its pages lack, or show too few times."""
    left = Counter(digits_of(one) for page in pages for one in figures_in(page))
    for figure in figures_of(view, translator):
        for digits in map(digits_of, figures_in(figure.said.replace("\u00a0", " "))):
            left[digits] -= 1
            if left[digits] < 0:
                return figure
    return None


def replaced_figure(drawn: Sequence[str], printed: Sequence[str]) -> tuple[str, str] | None:
    """A figure that stands on the pages in the place of one that they would be drawn with.

    A quote shows a figure in several places. Where as many figures are new as are gone, some were
    exchanged; where not, an earlier version laid it out otherwise, which is no fault.
    """
    ours, theirs = (
        Counter(one for page in pages for one in figures_in(page) if not one.isdigit())
        for pages in (drawn, printed)
    )
    gone, new = ours - theirs, theirs - ours
    if not gone or gone.total() != new.total():
        return None
    return next(iter(gone)), next(iter(new))


def figures_of(view: CustomerView, translator: Translator) -> Iterator[Figure]:
    """Every figure of its lines and sums; those of alternatives where they are their own."""
    for number, line in (pair for group in grouped(view.lines) for pair in group.lines):
        yield from _of_line(line, T("line {number}", number=number), view, translator)
    yield Figure(translator.amount(view.subtotal, view.currency), T("the subtotal"))
    yield from _of_taxes(view.taxes, view, translator)
    yield Figure(translator.amount(view.total, view.currency), T("the total"))
    yield Figure(translator.date(view.valid_until), T("the last day"))
    for other in view.alternatives:
        for line in other.lines:
            if line not in view.lines:
                yield from _of_line(line, T("{sku} of alternative {key}", sku=line.sku,
                                            key=other.key), view, translator)
        yield Figure(translator.amount(other.subtotal, view.currency),
                     T("the subtotal of alternative {key}", key=other.key))
        yield Figure(translator.amount(other.total, view.currency),
                     T("the total of alternative {key}", key=other.key))


def _of_line(
    line: ViewLine, which: Text, view: CustomerView, translator: Translator
) -> Iterator[Figure]:
    amounts = ((T("unit list"), line.unit_list), (T("unit net"), line.unit_net),
               (T("amount"), line.amount))
    for what, amount in amounts:
        yield Figure(translator.amount(amount, view.currency),
                     T("{which}: {what}", which=which, what=what))
    yield Figure(translator.number(line.quantity),
                 T("{which}: {what}", which=which, what=T("quantity")))
    if line.discount_percent:
        yield Figure(translator.percent(line.discount_percent),
                     T("{which}: {what}", which=which, what=T("discount")))
    for day in dict.fromkeys((line.period.start, line.period.end)):
        yield Figure(translator.short_date(day),
                     T("{which}: {what}", which=which, what=T("period")))


def _of_taxes(
    taxes: Sequence[TaxLine], view: CustomerView, translator: Translator
) -> Iterator[Figure]:
    for tax in taxes:
        yield Figure(translator.amount(tax.amount, view.currency), T("the tax"))
