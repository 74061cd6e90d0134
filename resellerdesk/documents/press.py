"""What every part of a quote is set with: the customer's view, words, colours and paper."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from resellerdesk.core.customer_view import CustomerView, ViewLine
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import Label, T, Text, Value
from resellerdesk.documents.folding import folded
from resellerdesk.documents.fonts import Han, printable
from resellerdesk.documents.logo import Logo
from resellerdesk.documents.naming import Numbers, numbers_of, with_numbers
from resellerdesk.documents.palette import Palette, palette
from resellerdesk.documents.paper import Paper, paper_of
from resellerdesk.translation.translate import Translator


@dataclass(frozen=True, slots=True)
class Press:
    """A quote at the press. Its methods give the words of a label, an amount, a value, as a
    quote can print them."""

    view: CustomerView
    translator: Translator
    paper: Paper
    palette: Palette
    han: Han
    numbers: Numbers
    logo: Logo | None = None

    def say(self, label: Label) -> str:
        return printable(self.translator.text(label))

    def note(self, text: Label) -> str:
        """A note of the quote, what it speaks of named with its lines."""
        return self.say(text if isinstance(text, str) else with_numbers(text, self.numbers))

    def notes(self, texts: Sequence[Text]) -> list[str]:
        """Notes, what is said alike of several lines said once."""
        return [self.say(text) for text in folded(texts, self.numbers)]

    def lines_of(self, refs: Collection[str]) -> list[int]:
        """The printed numbers of the lines of some entitlements; none where they are all."""
        numbers = [n for ref in refs for n in self.numbers.of_ref.get(ref, ())]
        return sorted(numbers) if len(numbers) < len(self.view.lines) else []

    def money(self, amount: int) -> str:
        """Minor units as an amount with its currency."""
        return printable(self.translator.money(amount, self.view.currency))

    def amount(self, amount: int) -> str:
        """Minor units as a number alone."""
        return printable(self.translator.amount(amount, self.view.currency))

    def signed(self, amount: int) -> str:
        """A difference with its sign and its currency."""
        return _sign(amount) + self.money(abs(amount))

    def signed_amount(self, amount: int) -> str:
        """A difference with its sign alone."""
        return _sign(amount) + self.amount(abs(amount))

    def signed_percent(self, percent: Decimal) -> str:
        return _sign(percent) + printable(self.translator.percent(abs(percent)))

    def shown(self, value: Value) -> str:
        """The value of a fact or a cell, dates in their short form."""
        if isinstance(value, date):
            return printable(self.translator.short_date(value))
        return printable(self.translator.value(value))


def _sign(difference: int | Decimal) -> str:
    if not difference:
        return ""
    return "+" if difference > 0 else "\u2212"


def han_of(language: str, country: str) -> Han:
    """Whose shapes Han characters take: the quote's language says, else where the customer is."""
    written = language.partition("-")[0]
    chinese = written == "zh" or (written != "ja" and country in {"CN", "SG"})
    return "sc" if chinese else "jp"


def press_for(
    view: CustomerView, translator: Translator, logo: Logo | None = None
) -> Press:
    return Press(
        view, translator, paper_of(view.customer.country), palette(view.seller.accent),
        han_of(translator.language, view.customer.country), numbers_of(view), logo,
    )


def number_of(view: CustomerView) -> Text:
    """How the quote is called, wherever it is named."""
    if view.number is None:
        return T("Draft, not an offer")
    if view.revision is not None and view.revision > 1:
        return T("{number}, revision {revision}", number=view.number, revision=view.revision)
    return T("{number}", number=view.number)


def title_of(view: CustomerView) -> Text:
    """The document's title, as its metadata and running head have it."""
    if view.number is None:
        return T("Renewal quote: draft, not an offer")
    return T("Renewal quote {number}", number=number_of(view))


def total_title(taxes: Sequence[TaxLine]) -> Text:
    """What a total is called under these tax lines."""
    if not taxes:
        return T("Total before tax")
    return T("Total including tax") if any(tax.amount for tax in taxes) else T("Total to pay")


def count_of(lines: Sequence[ViewLine]) -> Text:
    return Text("{n} line", {"n": len(lines)}, plural="{n} lines", count="n")
