"""One customer on a page."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T
from resellerdesk.desk.customers import CustomerShown
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import EMPTY, Line, Look, said
from resellerdesk.tui.pages.blocks import named, section, sentences, table


def customer_lines(shown: CustomerShown, translator: Translator, width: int) -> Sequence[Line]:
    """Who they are, whom one may write to, what they hold, what is to be looked at."""
    customer, words = shown.customer, translator.text
    town = f"{customer.postal_code} {customer.city}".strip()
    pairs = [
        (words(T("number")), customer.id),
        (words(T("address")), ", ".join(p for p in (customer.street, town, customer.country) if p)),
        (words(T("VAT number")), customer.vat_number), (words(T("e-mail")), customer.email),
        (words(T("language")), customer.language), (words(T("currency")), customer.currency),
        (words(T("program")), customer.program), (words(T("region")), customer.region),
        (words(T("owner")), customer.owner),
        (words(T("payment")), "" if customer.payment_days is None else
         words(T("{n} days", n=customer.payment_days))),
    ]
    people = [[it.name, it.email, it.phone] for it in shown.contacts]
    held = [
        [record.held.columns.period.end.isoformat(), record.held.ref,
         record.held.columns.description, str(record.held.columns.quantity), situation.value,
         record.cycle.state]
        for record, situation in sorted(
            shown.holdings, key=lambda pair: pair[0].held.columns.period.end)
    ]
    titles = [words(t) for t in (T("End"), T("Ref"), T("What"), T("Qty"), T("Situation"),
                                 T("State"))]
    findings = [words(finding.text) for finding in shown.findings]
    inner = width - 4
    return [
        EMPTY, (said(f" {customer.name}", Look.STRONG),), EMPTY,
        *section(words(T("Customer")), named(pairs, inner)),
        *section(words(T("Findings")), sentences(findings, inner, "! ")),
        *section(words(T("Contacts")),
                 table([words(t) for t in (T("Name"), T("e-mail"), T("Telephone"))], people, "",
                       inner) if people else ()),
        *section(words(T("Holds")), table(titles, held, "   >", inner) if held else ()),
    ]
