"""Looks at what a family answered, before the host works with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, get_args

from pydantic import BaseModel

from resellerdesk.core.charge import Charge, Late, Offer, Once, Recurring, Role, Share
from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.option import AddOn, Option
from resellerdesk.core.period import Period
from resellerdesk.core.text import Text
from resellerdesk.core.workflow import AnyEffect, Finish
from resellerdesk.sdk.complete import Wanted, each_is, is_a, lacks
from resellerdesk.sdk.layout import Imported

_NOTHING = type(None)
_DATE = (is_a(date), "a date")
_DATE_OR_NONE = (is_a(date, _NOTHING), "a date or None")
_TEXT = (is_a(Text), "a Text")
_TEXT_OR_NONE = (is_a(Text, _NOTHING), "a Text or None")
_NAME = (is_a(str), "a str")


def _counts(value: Any) -> bool:
    return is_a(int)(value) and value > 0


_COUNT = (_counts, "a whole number from 1 on")

_OPTION: Wanted = {
    "key": _NAME, "title": _TEXT, "start": _DATE, "months": _COUNT, "quantity": _COUNT,
    "floor": (is_a(int), "a number of months"), "ceiling": _DATE_OR_NONE,
    "ceiling_why": _TEXT_OR_NONE, "addons": (each_is(AddOn), "AddOns"), "opens": _DATE_OR_NONE,
    "unpriced": _TEXT_OR_NONE, "accept": _NAME,
}
_OFFER: Wanted = {
    "charges": (each_is(Recurring, Once, Share), "Recurring, Once or Share"),
    "facts": (each_is(Fact), "Facts"), "tables": (each_is(Table), "Tables"),
    "notes": (each_is(Text), "Texts"), "lapse": (each_is(Text), "Texts"),
    "late": (is_a(Late, _NOTHING), "a Late or None"),
}
_LATE: Wanted = {"days": _COUNT,
                 "charges": (each_is(Recurring, Once, Share), "Recurring, Once or Share")}
_EFFECT: Wanted = {
    "facts": (is_a(BaseModel, _NOTHING), "a model or None"),
    "details": (is_a(BaseModel, _NOTHING), "a model or None"),
    "finish": (is_a(Finish, _NOTHING), "a Finish or None"),
    "for_vendor": (each_is(Fact), "Facts"), "tables": (each_is(Table), "Tables"),
}
_CHARGE: Wanted = {"id": _NAME, "kind": _NAME, "title": _TEXT_OR_NONE}
_SHARE: Wanted = {**_CHARGE, "of": _NAME, "percent": (is_a(Decimal), "a Decimal")}
_PRICED: Wanted = {
    **_CHARGE, "sku": _NAME, "quantity": _COUNT,
    "role": (lambda role: role in get_args(Role), f"one of {', '.join(get_args(Role))}"),
}
_RECURRING: Wanted = {**_PRICED, "period": (is_a(Period), "a Period")}
_WORDS = ("reference", "customer", "customer_name", "sku", "description", "vendor", "program")
_WORDS_OF = attrgetter(*_WORDS)
_IMPORTED: Wanted = {
    **dict.fromkeys(_WORDS, _NAME),
    "reference": (lambda value: is_a(str)(value) and bool(value), "a str, and not empty"),
    "quantity": _COUNT, "start": _DATE, "end": _DATE, "details": (is_a(BaseModel), "a model"),
}


def imported_lacks(row: Imported[Any]) -> str:
    """What is wrong with an imported row, in a line; empty where nothing is."""
    return "" if _is_plainly_sound(row) else lacks("the row", row, _IMPORTED)


def _is_plainly_sound(row: Imported[Any]) -> bool:
    """The same in a hurry, for exports of many rows."""
    return (
        type(row.start) is date
        and type(row.end) is date
        and type(row.quantity) is int
        and row.quantity > 0
        and isinstance(row.details, BaseModel)
        and bool(row.reference)
        and all(type(word) is str for word in _WORDS_OF(row))
    )


def options_lack(options: Sequence[Option]) -> str:
    """What is wrong with the options of one answer, in a line; empty where nothing is."""
    return options_are_unsound(options) or recommended_lack(options)


def options_are_unsound(options: Sequence[Option]) -> str:
    """What is wrong with one of the options, or with their keys, in a line."""
    for option in options:
        if wrong := lacks(f"option {option.key}", option, _OPTION):
            return wrong
    keys = [option.key for option in options]
    return f"two options of one key among {', '.join(keys)}" if len(set(keys)) < len(keys) else ""


def recommended_lack(options: Sequence[Option]) -> str:
    """What is wrong with what is recommended, in a line."""
    many = sum(option.recommended for option in options)
    return "" if many == 1 else f"{many} options are recommended, where one must be"


def offer_lacks(offer: Offer) -> str:
    """What is wrong with an offer, in a line; empty where nothing is."""
    late = offer.late
    return (
        lacks("the offer", offer, _OFFER)
        or (lacks("what is charged late", late, _LATE) if late is not None else "")
        or next(_charges_lack(offer.charges), "")
        or next(_charges_lack(late.charges if late is not None else ()), "")
    )


def effect_lacks(effect: AnyEffect) -> str:
    """What is wrong with an effect, in a line; empty where nothing is."""
    return lacks("the effect", effect, _EFFECT)


def _charges_lack(charges: Sequence[Charge]) -> Iterator[str]:
    known: set[str] = set()
    for charge in charges:
        wanted = _PRICED
        if isinstance(charge, Share | Recurring):
            wanted = _SHARE if isinstance(charge, Share) else _RECURRING
        if wrong := lacks(f"charge {charge.id}", charge, wanted):
            yield wrong
            return
        if charge.id in known:
            yield f"two charges of id {charge.id}"
        if isinstance(charge, Share) and charge.of not in known:
            yield f"{charge.id} is a share of no charge before it"
        known.add(charge.id)
