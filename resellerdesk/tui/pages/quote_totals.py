"""What a quote comes to, and what has to be said of it: under its lines, live."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.margin import margin_of, margin_percent
from resellerdesk.core.quote import Quote
from resellerdesk.core.text import T, Text
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import Line, Look, Run, cells, said, spread
from resellerdesk.tui.pages.blocks import sentences


def totals_lines(quote: Quote, translator: Translator, width: int) -> Sequence[Line]:
    """Subtotal, taxes and total at the right; validity and margin at the left."""
    sums = [(translator.text(T("Subtotal")), quote.subtotal)]
    sums += [(_words(tax.label, translator), tax.amount) for tax in quote.tax.lines]
    sums += [(translator.text(T("Total")), quote.total)]
    amounts = [translator.amount(amount, quote.currency) for _, amount in sums]
    room = max(cells([said(amount)]) for amount in amounts)
    told = [_validity(quote, translator), _margin(quote, translator)]
    lines: list[Line] = []
    for n, ((name, _), amount) in enumerate(zip(sums, amounts, strict=True)):
        beginning = told[n] if n < len(told) else ()
        last = n == len(sums) - 1
        value = f"{name}  {' ' * (room - cells([said(amount)]))}{amount} {quote.currency} "
        lines.append(spread((Run(" "), *beginning), [said(value, Look.STRONG if last else
                                                          Look.PLAIN)], width))
    return lines


def said_of(quote: Quote, translator: Translator, width: int) -> Sequence[Line]:
    """Notes, what is still missing, and the alternatives beside it."""
    others = [
        translator.text(T("or {key}: {subtotal}, with tax {total}", key=other.key,
                          subtotal=translator.amount(other.subtotal, quote.currency),
                          total=translator.amount(other.total, quote.currency)))
        for other in quote.alternatives
    ]
    missing = [
        f"{point.ref} {translator.text(point.text)}".strip() for point in quote.open_points
    ]
    notes = [translator.text(note) for note in quote.notes]
    return [
        *sentences(others, width - 2, "  "),
        *((Run(" "), *(Run(run.text, Look.SOON) for run in each))
          for each in sentences(missing, width - 3, "! ")),
        *((Run(" "), *each) for each in sentences(notes, width - 3, "- ")),
    ]


def _validity(quote: Quote, translator: Translator) -> Line:
    validity = quote.validity
    text = T("valid until {until}: {reason}", until=validity.until.isoformat(),
             reason=validity.reason)
    return (said(translator.text(text)),)


def _margin(quote: Quote, translator: Translator) -> Line:
    """What the reseller keeps of it, where every cost is known."""
    margin = margin_of(quote.lines)
    if margin is None:
        return (said(translator.text(T("margin unknown: a price row names no cost")), Look.QUIET),)
    text = T("margin {margin} ({percent} %)", percent=margin_percent(margin, quote.subtotal) or "0",
             margin=translator.amount(margin, quote.currency))
    return (said(translator.text(text), Look.QUIET),)


def _words(label: str | Text, translator: Translator) -> str:
    return label if isinstance(label, str) else translator.text(label)
