"""What is written to the customer with a quote: the reseller's own words, or ours."""

from __future__ import annotations

from collections.abc import Mapping

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.core.letter import BODY, SUBJECT
from resellerdesk.core.money import Money
from resellerdesk.core.profile import Profile
from resellerdesk.core.text import Text, Value
from resellerdesk.translation.translate import Translator


def letter(view: CustomerView, profile: Profile, translator: Translator) -> tuple[str, str]:
    """Subject and body in the quote's language, made from the customer's view alone."""
    words = _words(view)
    subject = _own_words(profile, "mail.subject", view.language)
    body = _own_words(profile, "mail.body", view.language)
    return (
        translator.text(Text(subject, words) if subject else Text(SUBJECT.message, words)),
        translator.text(Text(body, words) if body else Text(BODY.message, words)),
    )


def _own_words(profile: Profile, name: str, language: str) -> str:
    """The reseller's words for fr-CA, else those for fr; empty where there are none."""
    general = language.partition("-")[0]
    return profile.get(f"{name}.{language}") or profile.get(f"{name}.{general}")


def _words(view: CustomerView) -> Mapping[str, Value]:
    seller = view.seller
    return {
        "customer": view.customer.name, "number": view.number or "",
        "total": Money(view.total, view.currency), "until": view.valid_until,
        "reason": view.valid_reason, "seller": seller.name, "contact": seller.contact,
        "phone": seller.phone, "email": seller.email,
    }
