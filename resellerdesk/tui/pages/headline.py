"""The worklist's title: how much is due, what is at stake, and as of which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from resellerdesk.core.text import T
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
    """Names each currency's sum where there is room, else how many currencies there are."""
    place = translator.text(T("Worklist"))
    due = translator.text(T("{n} due", n=len(rows)))
    sums = at_stake(rows)
    if not sums:
        return title_line(place, as_of, [due], width)
    each = [f"{translator.amount(sum_, currency)} {currency}" for currency, sum_ in sums.items()]
    stake = translator.text(T("{sums} at stake", sums=", ".join(each)))
    if len(sums) == 1 or _fits([place, due, stake], width):
        return title_line(place, as_of, [due, stake], width)
    many = translator.text(T("at stake in {n} currencies", n=len(sums)))
    return title_line(place, as_of, [due, many], width)


def _fits(told: Sequence[str], width: int) -> bool:
    """Beside the name and the date."""
    around = len(f" {NAME}  ") + len(" 2026-11-24 ")
    return cells([said(BETWEEN.join(told))]) + around <= width
