"""The worklist's title: which view, how much is in it, what is marked, and what is at stake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.money import Money
from resellerdesk.core.text import T, Text
from resellerdesk.desk.viewing import Whole
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import Line
from resellerdesk.tui.pages.headline import fits, title_line

ABOUT = "≈ "


@dataclass(frozen=True, slots=True)
class Headed:
    """What the title is made of; `view` is empty for the usual one, `whole` is None while it is
    being counted."""

    view: str
    whole: Whole | None
    marked: int
    as_of: date


def view_title(headed: Headed, translator: Translator, width: int) -> Line:
    """Names each sum where there is room, else how many currencies there are; a sum is never
    cut, it is left out."""
    words = translator.text
    told = [headed.view] if headed.view else []
    if headed.whole is not None:
        told.append(words(T("{n} due", n=len(headed.whole.ids))))
    if headed.marked:
        told.append(words(T("{n} selected", n=headed.marked)))
    place = words(T("Worklist"))
    stakes = [] if headed.whole is None else _stakes(headed.whole, translator)
    ways = [[*told, words(stake)] for stake in stakes]
    fitting = [way for way in ways if fits([place, *way], width)]
    return title_line(place, headed.as_of, fitting[0] if fitting else told, width)


def _stakes(whole: Whole, translator: Translator) -> Iterator[Text]:
    """Ways to say what is at stake, the longest first."""
    sums: Sequence[Money] = [m for m in (whole.stake.total, *whole.stake.others) if m is not None]
    if not sums:
        return
    each = [f"{translator.amount(money.amount, money.currency)} {money.currency}" for money in sums]
    shown = (ABOUT if whole.about else "") + ", ".join(each)
    if whole.stale:
        yield T("{sums} at stake, {n} not worked out yet", sums=shown, n=whole.stale)
    yield T("{sums} at stake", sums=shown)
    if len(sums) > 1:
        yield T("at stake in {n} currencies", n=len(sums))
