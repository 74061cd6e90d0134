"""A screen's title: where one is, what there is to say of it, and as of which day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from resellerdesk.tui.lines import Line, Look, Run, cells, said, spread

NAME = "ResellerDesk"
BETWEEN = " · "


def title_line(place: str, as_of: date, told: Sequence[str], width: int) -> Line:
    """A screen's title: where one is, what there is to say of it, and the as-of date."""
    begin = [Run(" "), Run(NAME, Look.STRONG), said(f"  {BETWEEN.join([place, *told])}")]
    return spread(begin, [Run(f"{as_of.isoformat()} ")], width)


def fits(told: Sequence[str], width: int) -> bool:
    """Whether a title has room for what there is to say, beside the name and the date."""
    around = len(f" {NAME}  ") + len(" 2026-11-24 ")
    return cells([said(BETWEEN.join(told))]) + around <= width
