"""Which line of the quote a note speaks of: the reader finds it by its printed number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.core.text import Text
from resellerdesk.documents.grouping import grouped, ranges

_LONGEST, _KEPT = 26, 8


class Numbers(NamedTuple):
    """The printed numbers of lines: of each entitlement, and of each name that belongs to one, its
    reference or the value of a fact."""

    of_ref: Mapping[str, Sequence[int]]
    of_name: Mapping[str, Sequence[int]]


def numbers_of(view: CustomerView) -> Numbers:
    """Names are left out where there is but one entitlement: there is nothing to look for."""
    lines = [pair for group in grouped(view.lines) for pair in group.lines]
    refs: dict[str, set[str]] = {}
    for _, line in lines:
        facts = (fact.value for fact in line.facts if isinstance(fact.value, str))
        for name in (line.reference, *facts):
            refs.setdefault(name, set()).add(line.ref)
    of_ref: dict[str, list[int]] = {}
    for number, line in lines:
        of_ref.setdefault(line.ref, []).append(number)
    of_name = {
        name: sorted(number for ref in named for number in of_ref[ref])
        for name, named in refs.items() if name and len(of_ref) > 1
    }
    return Numbers(of_ref, of_name)


def name_in(text: Text, numbers: Numbers) -> str:
    """The first argument of a text that names a line; empty where none does."""
    for key, value in text.args.items():
        if isinstance(value, str) and value in numbers.of_name:
            return key
    return ""


def with_numbers(text: Text, numbers: Numbers) -> Text:
    """The text, what it names first followed by its lines: `4471882000 (line 3)`."""
    key = name_in(text, numbers)
    if not key:
        return text
    name = str(text.args[key])
    lines = numbers.of_name[name]
    named = Text(
        "{name} (line {numbers})",
        {"name": brief(name), "numbers": ranges(lines), "n": len(lines)},
        plural="{name} (lines {numbers})", count="n",
    )
    return replace(text, args={**text.args, key: named})


def brief(name: str) -> str:
    """A long reference by its beginning: its line has it whole."""
    return name if len(name) <= _LONGEST else f"{name[:_KEPT]}…"
