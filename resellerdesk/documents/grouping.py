"""The lines of a quote in the order they are printed: by family, numbered through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resellerdesk.core.customer_view import ViewLine
from resellerdesk.core.text import Label


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one family, each with its printed number."""

    title: Label
    lines: tuple[tuple[int, ViewLine], ...]

    @property
    def subtotal(self) -> int:
        return sum(line.amount for _, line in self.lines)


def grouped(lines: Sequence[ViewLine]) -> list[Group]:
    """Families in the order in which they first come; within one, its lines as they are."""
    by_family: dict[str, list[ViewLine]] = {}
    for line in lines:
        by_family.setdefault(line.family, []).append(line)
    groups, number = [], 1
    for members in by_family.values():
        groups.append(Group(members[0].family_title, tuple(enumerate(members, number))))
        number += len(members)
    return groups


def letter_of(place: int) -> str:
    """How the options of a quote are called: A is the quote as it is listed."""
    return chr(ord("A") + place) if place < 26 else f"A{place}"


def ranges(numbers: Iterable[int]) -> str:
    """Numbers as one writes them: `1–3, 5`."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{a}–{b}" if a != b else f"{a}" for a, b in spans)
