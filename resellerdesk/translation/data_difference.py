"""Where two documents of one quote, as JSON, say different things."""

from __future__ import annotations

from typing import Any, NamedTuple

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.core.text import Label
from resellerdesk.translation.translate import Translator
from resellerdesk.translation.view_json import quote_json

# What every document of a quote has held.
_ALWAYS = frozenset(
    "number revision customer_id currency as_of valid_until lines subtotal tax total alternatives "
    "key ref family sku kind start end days quantity unit_list discount_percent unit_net amount "
    "rate base".split()
)


class Difference(NamedTuple):
    """What differs (`lines 2 amount`), as it should be and as it is; empty is not there."""

    what: str
    ours: str
    theirs: str


def first_difference(ours: Any, theirs: Any, what: str = "") -> Difference | None:
    """The first figure, name or row of ours that theirs has otherwise or not at all, or None."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key, value in ours.items():
            found = first_difference(value, theirs.get(key, ""), f"{what} {key}".strip())
            if found is not None:
                return found
        return None
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        pairs = enumerate(zip(ours, theirs, strict=True), 1)
        found_in = (first_difference(a, b, f"{what} {number}") for number, (a, b) in pairs)
        return next((found for found in found_in if found is not None), None)
    return None if ours == theirs else Difference(what, _told(ours), _told(theirs))


def figures_json(view: CustomerView) -> dict[str, Any]:
    """The quote as JSON without its words, which may be put better by a later version."""
    return dict(_without_words(quote_json(view, _Wordless(view.language))))


def known_then(ours: Any, theirs: Any) -> Any:
    """Ours without what a document of an earlier version did not hold yet."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {key: known_then(value, theirs.get(key)) for key, value in ours.items()
                if key in theirs or key in _ALWAYS}
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        return [known_then(a, b) for a, b in zip(ours, theirs, strict=True)]
    return ours


class _Wordless(Translator):
    def text(self, label: Label) -> str:
        return ""


def _without_words(document: Any) -> Any:
    if isinstance(document, dict):
        kept = {key: _without_words(value) for key, value in document.items()}
        return {key: value for key, value in kept.items() if value != ""}
    if isinstance(document, list):
        items = [_without_words(value) for value in document]
        return "" if items and not any(items) else items
    return document


def _told(value: Any) -> str:
    """A figure as it is; how many rows, where that differs."""
    if isinstance(value, list | dict):
        return str(len(value))
    return "" if value is None else str(value)
