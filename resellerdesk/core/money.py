"""Money: an integer count of a currency's minor unit, never a float (docs/domain.md, 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

# ISO 4217 currencies whose minor unit is not a hundredth.
_DIGITS = dict.fromkeys(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0
) | dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents, yen) of one currency."""

    amount: int
    currency: str

    @staticmethod
    def of(amount: Decimal, currency: str) -> Money:
        """A decimal amount in a currency, rounded to its minor unit."""
        return Money(round_half_up(Fraction(amount) * 10 ** digits(currency)), currency)

    def __format__(self, spec: str) -> str:
        return f"{decimal_text(self.amount, self.currency)} {self.currency}"


def digits(currency: str) -> int:
    """Decimals of a currency's minor unit: EUR 2, JPY 0."""
    return _DIGITS.get(currency, 2)


def round_half_up(exact: Fraction) -> int:
    """The nearest whole number; a half goes away from zero."""
    whole = (abs(exact) * 2 + 1) // 2
    return int(whole if exact >= 0 else -whole)


def decimal_text(amount: int, currency: str) -> str:
    """An amount as JSON and files write it: `2775.00`, `92694`."""
    places = digits(currency)
    sign = "-" if amount < 0 else ""
    whole, part = divmod(abs(amount), 10**places)
    return f"{sign}{whole}.{part:0{places}d}" if places else f"{sign}{whole}"


_PLAIN = re.compile(r"-?\d{1,15}(\.\d+)?\Z", re.ASCII)


def parse_amount(text: str, currency: str) -> int:
    """Minor units of a plain decimal such as `31.20`.

    Raises ValueError where it is no plain decimal or has more decimals than the currency.
    """
    if not _PLAIN.match(text):
        raise ValueError(f"{text!r} is not an amount such as 31.20")
    places = digits(currency)
    whole, _, part = text.partition(".")
    if part[places:].strip("0"):
        raise ValueError(f"{text!r} has more than {places} decimals for {currency}")
    return int(whole + part[:places].ljust(places, "0"))


def parse_percent(text: str) -> Decimal:
    """A percentage from 0 to 100, such as `7.5`; raises ValueError for anything else."""
    if not _PLAIN.match(text):
        raise ValueError(f"{text!r} is not a percentage such as 7.5")
    percent = Decimal(text)
    if not 0 <= percent <= 100:
        raise ValueError(f"{text!r} is not a percentage from 0 to 100")
    return percent


def percent_text(percent: Decimal) -> str:
    """A percentage without needless zeros: `7.5`, `10`, `0`."""
    return format(percent.normalize() + 0, "f")



def percent_of(amount: int, percent: Decimal) -> Fraction:
    """That percentage of an amount, exactly."""
    return Fraction(amount) * Fraction(percent) / 100
