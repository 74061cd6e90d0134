"""What a quote says in plain words about its own periods (docs/domain.md, sections 2 and 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resellerdesk.core.coterm import Align, Chosen, common_end
from resellerdesk.core.quote import Item
from resellerdesk.core.text import T, Text


def notes_on(items: Sequence[Item], align: Align) -> list[Text]:
    """The notes of host and families, in the order of the items."""
    notes = list(_coterm_notes(items, align))
    for item in items:
        option = item.picked.option
        if option.ceiling is not None and item.picked.period.end == option.ceiling:
            notes += [option.ceiling_why] if option.ceiling_why else []
        if option.opens is not None:
            notes.append(
                T("{reference} can be ordered from {day} on.",
                  reference=item.reference, day=option.opens)
            )
        notes += item.offer.notes
    return notes


def _coterm_notes(items: Sequence[Item], align: Align) -> Iterator[Text]:
    if align is None:
        return
    chosen = [Chosen(item.ref, item.picked.option) for item in items]
    end = common_end(chosen, align)
    yield T("Periods are aligned: they end together on {end}, for one order next time.", end=end)
    for item, line in zip(items, chosen, strict=True):
        if not line.aligns:
            yield T("{reference} keeps its own end, {end}.",
                    reference=item.reference, end=item.picked.period.end)
