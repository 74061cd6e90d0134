"""Ways to go on, and what was picked of them (docs/domain.md, 1, 2 and 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from resellerdesk.core.period import Period, term
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text

Mode = Literal["renew", "new", "replace"]


@dataclass(frozen=True, slots=True)
class AddOn:
    """Something to buy beside a term.

    A charge made for it carries its key as `id`. `per_quote`: it stands once a quote and SKU,
    on the first line that asks for it; otherwise once a line.
    """

    key: str
    title: Text
    per_quote: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One way to go on that the customer can choose; it has no price and no end of its own.

    The host takes `months` from `start`, never past `ceiling` (and says `ceiling_why`); an
    alignment never makes it shorter than `floor` months. `aligns`: its end may move to a common
    date.
    `unpriced` says why it has no price: it is shown and never quoted. `opens`: ordering waits
    for that day. `accept` names the accepted step it takes, where a family binds several.
    `quantity_fixed`: nobody can ask for another quantity, as of a unit with a serial number.
    """

    key: str
    title: Text
    start: date
    months: int
    quantity: int
    mode: Mode = "renew"
    floor: int = 12
    ceiling: date | None = None
    ceiling_why: Text | None = None
    aligns: bool = True
    addons: tuple[AddOn, ...] = ()
    current: bool = False
    recommended: bool = False
    opens: date | None = None
    unpriced: Text | None = None
    accept: str = ""
    quantity_fixed: bool = False

    @property
    def is_cut(self) -> bool:
        """Whether the ceiling ends it before its own term does."""
        return self.ceiling is not None and self.ceiling < term(self.start, self.months).end

    @property
    def period(self) -> Period:
        """Its own term, cut at the ceiling: what it is where nothing is aligned.

        Raises Refusal where the ceiling lies before its start.
        """
        return self.period_until(term(self.start, self.months).end)

    def period_until(self, end: date) -> Period:
        """From its start to `end`, cut at the ceiling; raises Refusal where no day is left."""
        last = min(end, self.ceiling) if self.ceiling else end
        if last < self.start:
            raise Refusal(
                T(
                    "option {key}: its ceiling {ceiling} lies before its start {start}",
                    key=self.key, ceiling=last, start=self.start,
                )
            )
        return Period(self.start, last)


@dataclass(frozen=True, slots=True)
class Picked:
    """An option as somebody chose it: the host has fixed period, quantity and add-ons.

    `addons` maps the key of each add-on to its quantity.
    """

    option: Option
    period: Period
    quantity: int
    addons: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody typed to choose: an option's key and add-ons with their quantities.

    A quantity of None means that none was typed.
    """

    key: str
    addons: Mapping[str, int | None] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The same as typed: `essential-12+premium+education=5`."""
        parts = [f"{key}={n}" if n is not None else key for key, n in self.addons.items()]
        return "+".join([self.key, *parts])


def parse_choice(typed: str) -> Choice:
    """Reads `essential-12+premium+education=5`. Raises Refusal where it is malformed."""
    key, *parts = typed.split("+")
    addons: dict[str, int | None] = {}
    for part in parts:
        name, equals, number = part.partition("=")
        if not name or name in addons or (equals and not (number.isdecimal() and int(number) > 0)):
            raise Refusal(
                T(
                    "option {typed}: {part} is no add-on; write each once, as +name or +name=5",
                    typed=typed, part=f"+{part}",
                )
            )
        addons[name] = int(number) if equals else None
    return Choice(key, addons)


def find_option(options: tuple[Option, ...], choice: Choice | None, ref: str) -> Option:
    """The option chosen, or the recommended one. Raises Refusal naming what there is."""
    if choice is None:
        return next(option for option in options if option.recommended)
    for option in options:
        if option.key == choice.key:
            _check_addons(option, choice, ref)
            return option
    raise Refusal(
        T(
            "{ref} has no option {key}; it has {keys}",
            ref=ref, key=choice.key, keys=", ".join(option.key for option in options),
        )
    )


def _check_addons(option: Option, choice: Choice, ref: str) -> None:
    known = {addon.key for addon in option.addons}
    for key in choice.addons:
        if key not in known:
            offered = ", ".join(f"+{name}" for name in sorted(known)) or T("none")
            raise Refusal(
                T(
                    "{ref}: option {option} has no add-on +{key}; it has {offered}",
                    ref=ref, option=option.key, key=key, offered=offered,
                )
            )
