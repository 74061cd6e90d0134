"""Text into words of one language, at the edge where somebody reads it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from resellerdesk.core.money import Money
from resellerdesk.core.text import Label, T, Text, Value
from resellerdesk.translation.catalogues import HOST_DOMAIN, HOST_FOLDER, Catalogue, catalogue
from resellerdesk.translation.formats import formats_of, locale_of

_FIELD = re.compile(r"\{\{|\}\}|\{(\w+)\}")


@lru_cache(maxsize=4096)
def fields_of(message: str) -> frozenset[str]:
    """The names of the `{fields}` in a message; a doubled brace is a brace."""
    return frozenset(name for name in _FIELD.findall(message) if name)


class Translator:
    """Writes Texts, money, numbers and dates in one language.

    `language` is a tag such as `fr` or `fr-CA`; one that is not known is English. `domains` maps
    a plugin's domain (its package's name) to its locale folder. It never raises for what a
    catalogue holds or lacks: the English message stands instead.
    """

    def __init__(self, language: str, domains: Mapping[str, Path] = {}) -> None:
        self.language = str(locale_of(language)).replace("_", "-")
        self._domains = {**domains, HOST_DOMAIN: HOST_FOLDER}
        self._formats = formats_of(language)

    def text(self, label: Label) -> str:
        """The words of a label. A plain string is a name from outside and stays as it is."""
        if isinstance(label, str):
            return label
        template = self._translation(label)
        if not fields_of(template) <= label.args.keys():
            template = self._english(label)
        return _FIELD.sub(lambda match: self._field(match, label.args), template)

    def value(self, value: Value) -> str:
        """A fact, a table's cell or an argument, written by its type; None is empty."""
        return self._written(value)

    def _written(self, value: object) -> str:
        match value:
            case None:
                return ""
            case str() | Text():
                return self.text(value)
            case bool():
                return self.text(T("yes") if value else T("no"))
            case Money():
                return self.money(value.amount, value.currency)
            case dt.date():
                return self.date(value)
            case int() | Decimal():
                return self.number(value)
        return str(value)  # a plugin may hand over what its types forbid

    def money(self, amount: int, currency: str) -> str:
        """An amount in minor units with its currency: `€1,234.50`, `1 234,50 €`."""
        return self._formats.money(amount, currency)

    def amount(self, amount: int, currency: str) -> str:
        """An amount in minor units, the number alone: `1,234.50`."""
        return self._formats.amount(amount, currency)

    def date(self, day: dt.date) -> str:
        """The long form: `24 November 2026`."""
        return self._formats.date(day)

    def short_date(self, day: dt.date) -> str:
        """The short form, the year in full: `24 Nov 2026`, `24/11/2026`."""
        return self._formats.short_date(day)

    def month(self, day: dt.date) -> str:
        """A day's month and year: `Nov 2026`."""
        return self._formats.month(day)

    def country(self, code: str) -> str:
        """What a country is called: `Belgium` for `BE`; a code that is not known stays."""
        return self._formats.country(code)

    def number(self, number: int | Decimal) -> str:
        """A number, grouped, with all its decimals."""
        return self._formats.number(number)

    def percent(self, percent: Decimal) -> str:
        """A percentage with its sign: `7.5%`, `7,5 %`."""
        return self._formats.percent(percent)

    def problems(self) -> list[str]:
        """One line for each catalogue that cannot be read; its messages stay English."""
        found = (self._catalogue(domain).problem for domain in self._domains)
        return [problem for problem in found if problem]

    def _catalogue(self, domain: str) -> Catalogue:
        folder = self._domains.get(domain or HOST_DOMAIN)
        if folder is None:
            return Catalogue()
        return catalogue(domain or HOST_DOMAIN, folder, self.language)

    def _translation(self, text: Text) -> str:
        words = self._catalogue(text.domain)
        if text.plural:
            return words.translate_plural(text.message, text.plural, _count(text))
        return words.translate(text.message)

    def _english(self, text: Text) -> str:
        return text.plural if text.plural and _count(text) != 1 else text.message

    def _field(self, match: re.Match[str], args: Mapping[str, Value]) -> str:
        name = match[1]
        if name is None:
            return match[0][0]
        return self.value(args[name]) if name in args else match[0]


def _count(text: Text) -> int:
    """The number that chooses the plural form; anything but a whole number reads as several."""
    count = text.args.get(text.count)
    if isinstance(count, Decimal) and count.is_finite() and count == int(count):
        return abs(int(count))
    return abs(count) if isinstance(count, int) else 2
