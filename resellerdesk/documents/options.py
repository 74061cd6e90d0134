"""Ways to take the whole quote, and what each of them changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resellerdesk.core.customer_view import CustomerView, ViewLine
from resellerdesk.core.text import Label, T, Text
from resellerdesk.documents.grouping import letter_of
from resellerdesk.documents.totals import Sums


@dataclass(frozen=True, slots=True)
class Option:
    """One way to take the quote. `same` gives the numbers of the lines that it shares with the
    first option, `changed` the lines that are its own."""

    letter: str
    title: Label
    lines: tuple[ViewLine, ...]
    sums: Sums
    same: tuple[int, ...]
    changed: tuple[ViewLine, ...]


def options_of(view: CustomerView, numbered: Sequence[tuple[int, ViewLine]]) -> list[Option]:
    """The quote itself as option A, then its alternatives; none where there are none."""
    if not view.alternatives:
        return []
    numbers = tuple(number for number, _ in numbered)
    sums = Sums(view.subtotal, view.taxes, view.total)
    own_title = view.own_title or T("As listed above")
    options = [Option(letter_of(0), own_title, view.lines, sums, numbers, ())]
    for place, other in enumerate(view.alternatives, 1):
        same, changed = _compared(other.lines, numbered)
        options.append(Option(letter_of(place), other.title, other.lines,
                              Sums(other.subtotal, other.taxes, other.total), same, changed))
    return options


def _compared(
    lines: Sequence[ViewLine], numbered: Sequence[tuple[int, ViewLine]]
) -> tuple[tuple[int, ...], tuple[ViewLine, ...]]:
    left: dict[tuple[str, str], list[tuple[int, ViewLine]]] = {}
    for number, line in numbered:
        left.setdefault((line.ref, line.sku), []).append((number, line))
    same, changed = [], []
    for line in lines:
        candidates = left.get((line.ref, line.sku), [])
        match = next((pair for pair in candidates if pair[1] == line), None)
        if match is None:
            changed.append(line)
        else:
            candidates.remove(match)
            same.append(match[0])
    return tuple(sorted(same)), tuple(changed)


def option_name(option: Option) -> Text:
    return T("Option {letter}", letter=option.letter)
