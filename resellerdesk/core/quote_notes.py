"""What a quote says in plain words about its own periods (docs/domain.md, sections 2 and 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from resellerdesk.core.coterm import Align, Chosen, common_end
from resellerdesk.core.option import Option
from resellerdesk.core.quote import Item
from resellerdesk.core.text import T, Text


def notes_on(items: Sequence[Item], align: Align, as_of: date) -> list[Text]:
    """The notes of host and families, in the order of the items."""
    end = None if align is None else common_end(_chosen(items), align)
    notes = list(_coterm_notes(items, end))
    for item in items:
        option = item.picked.option
        if _is_cut(option, end):
            notes += [option.ceiling_why] if option.ceiling_why else []
        if option.opens is not None and option.opens > as_of:
            notes.append(
                T("{reference} can be ordered from {day} on.",
                  reference=item.reference, day=option.opens)
            )
        notes += item.offer.notes
    return notes


def _chosen(items: Sequence[Item]) -> list[Chosen]:
    return [Chosen(item.ref, item.picked.option) for item in items]


def _is_cut(option: Option, end: date | None) -> bool:
    """Whether the ceiling ends it before its own term, or before the common end, does."""
    return option.is_cut or (
        end is not None and option.aligns and option.ceiling is not None and option.ceiling < end
    )


def _coterm_notes(items: Sequence[Item], end: date | None) -> Iterator[Text]:
    if end is None:
        return
    yield T("Periods are aligned: they end together on {end}, for one order next time.", end=end)
    for item in items:
        if item.picked.period.end != end:
            yield T("{reference} keeps its own end, {end}.",
                    reference=item.reference, end=item.picked.period.end)
