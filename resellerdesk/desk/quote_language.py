"""In which language a quote is written: the one asked for, else the customer's, else English."""

from __future__ import annotations

from dataclasses import replace

from resellerdesk.core.customer import Customer
from resellerdesk.core.quote import OpenPoint, Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.translation.formats import ENGLISH
from resellerdesk.translation.languages import is_written, language_tag, languages


def language_of(asked: str, customer: Customer) -> str:
    """The quote's language. Raises Refusal for one that is asked for and that we cannot write.

    A customer may speak one that we have no words for: theirs is then English.
    """
    if asked and not is_written(asked):
        raise Refusal(
            T("quotes are not written in {language}; take one of {known}, or one with a country "
              "such as fr-CA", language=asked, known=", ".join(languages()))
        )
    tag = language_tag(asked or customer.language)
    return tag if is_written(tag) else ENGLISH


def with_language_told(quote: Quote, asked: str) -> Quote:
    """The quote with an open point where English stands in for its customer's own language."""
    if asked or is_written(quote.customer.language):
        return quote
    said = T("{customer} speaks {language}, in which quotes are not written: this one is in "
             "English; --language takes one of {known}", customer=quote.customer.name,
             language=quote.customer.language, known=", ".join(languages()))
    return replace(quote, open_points=(*quote.open_points, OpenPoint("", said)))
