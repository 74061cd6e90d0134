"""Aligning several ends to one (docs/domain.md, section 2, co-term)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from resellerdesk.core.option import Option
from resellerdesk.core.period import Period, term_end
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T

AUTO_MONTHS = 12
Align = date | Literal["auto"] | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """An entitlement and the option chosen for it."""

    ref: str
    option: Option

    @property
    def aligns(self) -> bool:
        """Whether its end moves: it may, and the end of support life does not cut it anyway."""
        return self.option.aligns and not self.option.is_cut


def earliest_end(option: Option) -> date:
    """The first end that leaves an option its floor."""
    return term_end(option.start, option.floor)


def common_end(chosen: Sequence[Chosen], align: date | Literal["auto"]) -> date:
    """The end that every alignable line gets.

    `auto` is the latest of start + max(12 months, floor) - 1 day, so that every line meets its
    minimum and at least one is exactly that long. Raises Refusal where nothing aligns, where an
    alignable line is chosen for more than a year, or where a line would fall below its floor.
    """
    lines = [line for line in chosen if line.aligns]
    if not lines:
        raise Refusal(
            T("nothing to align: no line on this quote may move its end; quote without aligning")
        )
    _refuse_longer_terms(lines)
    if align == "auto":
        return max(
            term_end(line.option.start, max(AUTO_MONTHS, line.option.floor)) for line in lines
        )
    _refuse_short_periods(lines, align)
    _refuse_beyond_all_ceilings(lines, align)
    return align


def periods(chosen: Sequence[Chosen], align: Align) -> list[Period]:
    """The period of each line, aligned where asked for and possible, cut where it must be."""
    if align is None:
        return [line.option.period for line in chosen]
    end = common_end(chosen, align)
    return [
        line.option.period_until(end) if line.aligns else line.option.period for line in chosen
    ]


def _refuse_longer_terms(lines: Sequence[Chosen]) -> None:
    for line in lines:
        if line.option.months > AUTO_MONTHS:
            raise Refusal(
                T(
                    "{ref}: {key} runs {months} months and cannot be aligned; "
                    "choose an option of 12 months, or quote without aligning",
                    ref=line.ref, key=line.option.key, months=line.option.months,
                )
            )


def _refuse_short_periods(lines: Sequence[Chosen], end: date) -> None:
    too_short = [line for line in lines if end < earliest_end(line.option)]
    if not too_short:
        return
    worst = max(too_short, key=lambda line: earliest_end(line.option))
    raise Refusal(
        T(
            "{ref}: aligned to {end} its period would be shorter than {floor} months "
            "(it starts on {start}); the earliest date that works is {earliest}",
            ref=worst.ref, end=end, floor=worst.option.floor, start=worst.option.start,
            earliest=earliest_end(worst.option),
        )
    )




def _refuse_beyond_all_ceilings(lines: Sequence[Chosen], end: date) -> None:
    """Where every line is cut before the common end, nothing would end on it."""
    ceilings = [line.option.ceiling for line in lines if line.option.ceiling is not None]
    if len(ceilings) == len(lines) and max(ceilings) < end:
        raise Refusal(
            T("nothing to align: every line is cut before {end}; "
              "the latest date that works is {latest}", end=end, latest=max(ceilings))
        )
