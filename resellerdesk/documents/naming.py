"""Which line of the quote a note speaks of: the reader finds it by its printed number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.core.text import Text
from resellerdesk.documents.grouping import grouped, ranges

Numbers = Mapping[str, tuple[int, ...]]
"""The printed numbers of the lines that a name belongs to: a reference or the value of a fact."""


def numbers_of(view: CustomerView) -> Numbers:
    """Nothing where there is but one entitlement: then there is nothing to look for."""
    if len({line.ref for line in view.lines}) < 2:
        return {}
    lines = [pair for group in grouped(view.lines) for pair in group.lines]
    refs: dict[str, set[str]] = {}
    for _, line in lines:
        facts = (fact.value for fact in line.facts if isinstance(fact.value, str))
        for name in (line.reference, *facts):
            refs.setdefault(name, set()).add(line.ref)
    of_ref: dict[str, list[int]] = {}
    for number, line in lines:
        of_ref.setdefault(line.ref, []).append(number)
    return {
        name: tuple(sorted(number for ref in named for number in of_ref[ref]))
        for name, named in refs.items() if name
    }


def with_numbers(text: Text, numbers: Numbers) -> Text:
    """The text, what it names first followed by its lines: `4471882000 (line 3)`."""
    for key, value in text.args.items():
        if isinstance(value, str) and value in numbers:
            return replace(text, args={**text.args, key: _numbered(value, numbers[value])})
    return text


def _numbered(name: str, lines: tuple[int, ...]) -> Text:
    return Text(
        "{name} (line {numbers})", {"name": name, "numbers": ranges(lines), "n": len(lines)},
        plural="{name} (lines {numbers})", count="n",
    )
