"""What a rep wishes for a quote while building it: as typed, as a request, as a command."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from resellerdesk.core.money import parse_percent
from resellerdesk.core.option import parse_choice
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.quote_request import QuoteRequest

MOST_UNITS = 10_000_000


@dataclass(frozen=True, slots=True)
class Wishes:
    """Everything as it was typed; the maps go by REF, with "" for all lines.

    `revises` is the number of the quote that a new revision is for.
    """

    refs: tuple[str, ...]
    options: Mapping[str, str] = field(default_factory=dict)
    quantities: Mapping[str, str] = field(default_factory=dict)
    discounts: Mapping[str, str] = field(default_factory=dict)
    alternatives: tuple[str, ...] = ()
    align: str = ""
    language: str = ""
    revises: str = ""

    def request(self) -> QuoteRequest:
        """Raises Refusal for what no quote could want, naming what was typed."""
        options = {ref: parse_choice(typed) for ref, typed in self.options.items()}
        quantities = {ref: _quantity(typed) for ref, typed in self.quantities.items()}
        discounts = {ref: _percent(typed) for ref, typed in self.discounts.items()}
        return QuoteRequest(
            self.refs, options.pop("", None), options, quantities.pop("", None), quantities,
            discounts.pop("", None), discounts, _align(self.align),
            tuple(parse_choice(key) for key in self.alternatives), self.language,
        )

    def command(self) -> Sequence[str]:
        """The words that make the same quote on the command line."""
        words = ["quote", *self.refs]
        for name, typed in (("--option", self.options), ("--quantity", self.quantities),
                            ("--discount", self.discounts)):
            for ref, value in typed.items():
                words += [name, f"{ref}={value}" if ref else value]
        for key in self.alternatives:
            words += ["--alternative", key]
        for name, value in (("--align", self.align), ("--language", self.language),
                            ("--revise", self.revises)):
            words += [name, value] if value else []
        return words

    def without(self, ref: str) -> Wishes:
        """The same with one line left out, and all that was wished for it."""
        return replace(
            self, refs=tuple(other for other in self.refs if other != ref),
            options=_without(self.options, ref), quantities=_without(self.quantities, ref),
            discounts=_without(self.discounts, ref),
        )

    def draft(self) -> Mapping[str, str]:
        """As a draft keeps it."""
        return {each.name: json.dumps(getattr(self, each.name)) for each in fields(self)}


def wishes_of(draft: Mapping[str, str]) -> Wishes | None:
    """The wishes that a draft holds; None where it holds none that can be read."""
    try:
        found = {name: json.loads(value) for name, value in draft.items()}
        maps = {name: {str(k): str(v) for k, v in found[name].items()}
                for name in ("options", "quantities", "discounts")}
        return Wishes(
            tuple(map(str, found["refs"])), **maps,
            alternatives=tuple(map(str, found["alternatives"])), align=str(found["align"]),
            language=str(found["language"]), revises=str(found["revises"]),
        )
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def put(typed: Mapping[str, str], ref: str, value: str) -> Mapping[str, str]:
    """A map of wishes with one changed; an empty wish is none."""
    changed = {**typed, ref: value.strip()}
    return {key: kept for key, kept in changed.items() if kept}


def _without(typed: Mapping[str, str], ref: str) -> Mapping[str, str]:
    return {key: value for key, value in typed.items() if key != ref}


def _quantity(typed: str) -> int:
    if not typed.isdecimal() or not 0 < int(typed) <= MOST_UNITS:
        raise Refusal(
            T("quantity {typed}: a whole number from 1 to {most} is wanted",
              typed=typed, most=str(MOST_UNITS))
        )
    return int(typed)


def _percent(typed: str) -> Decimal:
    try:
        return parse_percent(typed)
    except ValueError as error:
        raise Refusal(T("discount {why}", why=str(error))) from None


def _align(typed: str) -> date | Literal["auto"] | None:
    if not typed:
        return None
    if typed == "auto":
        return "auto"
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise Refusal(
            T("align {typed}: a date such as 2027-12-31, or auto, is wanted", typed=typed)
        ) from None
