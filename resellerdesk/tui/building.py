"""What the quote builder asks of the desk and of the rep: prices, and a form for each wish."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from resellerdesk.core.quote import Numbered
from resellerdesk.core.text import T, Text
from resellerdesk.desk.choosing import PricedOption, choices
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.desk.revising import price_revision, revise
from resellerdesk.desk.worklist import DueQuery, due
from resellerdesk.translation.languages import languages
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.form import Field, Form, Values
from resellerdesk.tui.screens.pick import Pick
from resellerdesk.tui.wishes import Wishes, put

Then = Callable[[Wishes], None]
NEXT_YEAR = 365


def price(desk: Desk, wishes: Wishes, as_of: date) -> Numbered:
    """What the quote would be; nothing is stored. Raises Refusal as the quote itself would."""
    if wishes.revises:
        return price_revision(desk, wishes.revises, wishes.request(), as_of).numbered
    return price_quote(desk, wishes.request(), as_of)


def store(desk: Desk, wishes: Wishes, as_of: date) -> Numbered:
    """Stores it under its number. Raises Refusal; then nothing is stored."""
    if wishes.revises:
        return revise(desk, wishes.revises, wishes.request(), as_of).numbered
    return make_quote(desk, wishes.request(), as_of)


def option_picks(desk: Desk, ref: str, as_of: date, translator: Translator) -> Sequence[Pick]:
    """The ways to go on with one line, with their totals before tax."""
    found = choices(desk, ref, as_of)
    return [
        Pick(item.option.key, translator.text(item.option.title),
             _told(item, found.currency, translator), item.why)
        for item in found.options
    ]


def _told(item: PricedOption, currency: str, translator: Translator) -> str:
    total = "" if item.total is None else f"{translator.amount(item.total, currency)} {currency}"
    signs = ["*"] if item.option.recommended else []
    more = item.difference
    if more and not item.option.current:
        signs.append(f"{'+' if more > 0 else ''}{translator.amount(more, currency)}")
    return f"{item.period.end}  {total}  {' '.join(signs)}".rstrip()


def more_lines(desk: Desk, wishes: Wishes, customer: str, as_of: date) -> Sequence[Pick]:
    """What else the customer holds that ends within a year, and is not on the quote."""
    rows = due(desk, DueQuery(NEXT_YEAR, customer=customer), as_of)
    return [
        Pick(row.ref, row.record.held.columns.description,
             f"{row.record.held.columns.period.end}  {row.ref}")
        for row in rows if row.ref not in wishes.refs
    ]


def discount_form(wishes: Wishes, ref: str, then: Then) -> Form[Wishes]:
    """On the whole quote, or on one line by name."""
    fields = [
        Field("whole", T("On the whole quote, percent"), "number", False,
              value=wishes.discounts.get("", "")),
        Field("line", T("On {ref} alone, percent", ref=ref), "number", False,
              value=wishes.discounts.get(ref, "")),
    ]

    def changed(values: Values) -> Wishes:
        typed = put(put(wishes.discounts, "", values["whole"]), ref, values["line"])
        return replace(wishes, discounts=typed)

    return _form(T("Discount"), fields, changed, then, wishes)


def quantity_form(wishes: Wishes, ref: str, now: int, then: Then) -> Form[Wishes]:
    fields = [Field("quantity", T("Quantity"), "number", False,
                    value=wishes.quantities.get(ref, str(now)))]

    def changed(values: Values) -> Wishes:
        return replace(wishes, quantities=put(wishes.quantities, ref, values["quantity"]))

    return _form(T("Quantity"), fields, changed, then, wishes, ref)


def align_form(wishes: Wishes, then: Then) -> Form[Wishes]:
    fields = [Field("align", T("One end for all lines: a date, or auto"), "text", False,
                    value=wishes.align or "auto")]
    return _form(T("Align"), fields, lambda v: replace(wishes, align=v["align"].strip()), then,
                 wishes)


def language_form(wishes: Wishes, now: str, then: Then) -> Form[Wishes]:
    fields = [Field("language", T("Language"), "choice", False,
                    [(code, code) for code in languages()], wishes.language or now)]
    return _form(T("Language"), fields, lambda v: replace(wishes, language=v["language"]), then,
                 wishes)


def addons_form(wishes: Wishes, ref: str, option: PricedOption, then: Then) -> Form[Wishes]:
    """How many of each add-on of the line's option; none where it is left empty."""
    typed = wishes.options.get(ref, wishes.options.get("", ""))
    wanted = {
        part.partition("=")[0]: part.partition("=")[2] or "1" for part in typed.split("+")[1:]
    }
    fields = [
        Field(priced.addon.key, priced.addon.title, "number", False,
              value=wanted.get(priced.addon.key, ""))
        for priced in option.addons
    ]

    def changed(values: Values) -> Wishes:
        parts = [f"+{name}={number.strip()}" for name, number in values.items() if number.strip()]
        choice = option.option.key + "".join(parts)
        return replace(wishes, options=put(wishes.options, ref, choice))

    return _form(T("Add-ons"), fields, changed, then, wishes, ref)


def _form(
    heading: Text, fields: Sequence[Field], changed: Callable[[Values], Wishes], then: Then,
    wishes: Wishes, ref: str = "",
) -> Form[Wishes]:
    """A form for one wish: what it makes of the wishes has to be something a quote can want."""

    def do(values: Values) -> Wishes:
        made = changed(values)
        made.request()
        return made

    about = f"wish {heading.message} {ref or ' '.join(wishes.refs)}"
    subject = [each for each in (ref or wishes.revises,) if each]
    return Form(heading, subject, about, fields, do, then,
                lambda values: changed(values).command())
