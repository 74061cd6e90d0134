"""The worklist's title: how much is due, what is at stake, and as of which day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from resellerdesk.core.text import T, Text
from resellerdesk.desk.worklist import DueRow
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import Line, Look, Run, cells, said, spread

NAME = "ResellerDesk"
BETWEEN = " · "


def title_line(place: str, as_of: date, told: Sequence[str], width: int) -> Line:
    """A screen's title: where one is, what there is to say of it, and the as-of date."""
    begin = [Run(" "), Run(NAME, Look.STRONG), said(f"  {BETWEEN.join([place, *told])}")]
    return spread(begin, [Run(f"{as_of.isoformat()} ")], width)


def at_stake(rows: Sequence[DueRow]) -> Mapping[str, int]:
    """The values of some renewals by currency, in minor units; the most frequent currency first."""
    sums: dict[str, int] = {}
    counts: dict[str, int] = {}
    for row in rows:
        if row.value is not None and row.value.amount is not None:
            currency = row.value.currency
            sums[currency] = sums.get(currency, 0) + row.value.amount
            counts[currency] = counts.get(currency, 0) + 1
    return {currency: sums[currency] for currency in sorted(sums, key=lambda c: (-counts[c], c))}


def worklist_title(
    rows: Sequence[DueRow], as_of: date, translator: Translator, width: int
) -> Line:
    """Names each currency's sum where there is room, else how many currencies there are; a sum
    is never cut."""
    place = translator.text(T("Worklist"))
    due = translator.text(T("{n} due", n=len(rows)))
    ways = [[due, translator.text(stake)] for stake in _stakes(at_stake(rows), translator)]
    fitting = [told for told in ways if _fits([place, *told], width)]
    return title_line(place, as_of, fitting[0] if fitting else [due], width)


def _stakes(sums: Mapping[str, int], translator: Translator) -> Iterator[Text]:
    """Ways to say what is at stake, the longest first."""
    if sums:
        each = (f"{translator.amount(sums[currency], currency)} {currency}" for currency in sums)
        yield T("{sums} at stake", sums=", ".join(each))
    if len(sums) > 1:
        yield T("at stake in {n} currencies", n=len(sums))


def _fits(told: Sequence[str], width: int) -> bool:
    """Beside the name and the date."""
    around = len(f" {NAME}  ") + len(" 2026-11-24 ")
    return cells([said(BETWEEN.join(told))]) + around <= width
