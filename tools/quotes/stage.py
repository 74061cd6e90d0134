"""Desks to quote from: the sample desk, with other resellers in its place and more customers."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from resellerdesk.core.coterm import Align
from resellerdesk.core.option import Choice, parse_choice
from resellerdesk.core.quote import Numbered
from resellerdesk.demo.fill import fill
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.issuing import draw_pdf, issued_pdf
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.settings import set_settings

TODAY = date(2026, 11, 24)


class Stage:
    """The sample desk, filled once; each quote is made at a fresh copy of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "samples.db"
        self._count = 0
        fill(on(open_desk(self._file), TODAY))

    def desk(self, settings: Mapping[str, str] | None = None) -> Desk:
        """The sample desk; of another reseller where settings are given."""
        self._count += 1
        copy = self._folder / f"{self._count}.db"
        desk = on(open_desk(Path(shutil.copy(self._file, copy))), TODAY)
        if settings:
            set_settings(desk, settings)
        return desk

    def take_in(self, desk: Desk, name: str, rows: Sequence[str]) -> None:
        """Imports a file with these rows; none may be rejected."""
        path = self._folder / name
        path.write_text("\n".join(rows) + "\n", "utf-8")
        [report] = import_files(desk, [path])
        assert not report.rejected, report.rejected

    def picture(self, name: str, svg: str) -> str:
        """A file to name as the logo."""
        path = self._folder / name
        path.write_text(svg, "utf-8")
        return str(path)


def on(desk: Desk, day: date) -> Desk:
    """The same desk on a day."""
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return replace(desk, clock=lambda: at, user="camille")


def request(
    *refs: str, option: str = "", options: Mapping[str, str] | None = None, discount: str = "",
    align: Align = None, alternatives: Sequence[str] = (), language: str = "",
    quantities: Mapping[str, int] | None = None,
) -> QuoteRequest:
    """What is asked for, in the words of the command line."""
    chosen: dict[str, Choice] = {ref: parse_choice(key) for ref, key in (options or {}).items()}
    return QuoteRequest(
        refs, parse_choice(option) if option else None, chosen, quantities=quantities or {},
        discount=Decimal(discount) if discount else None, align=align, language=language,
        alternatives=tuple(parse_choice(key) for key in alternatives),
    )


@dataclass(frozen=True)
class Made:
    """A quote and the desk where it was made."""

    desk: Desk
    numbered: Numbered

    @property
    def pdf(self) -> bytes:
        """As it is issued; a dry run is drawn as a draft."""
        if self.numbered.number is None:
            return draw_pdf(self.desk, self.numbered)
        return issued_pdf(self.desk, self.numbered.number, self.numbered.revision)


def quoted(desk: Desk, asked: QuoteRequest, as_of: date = TODAY) -> Made:
    return Made(desk, make_quote(desk, asked, as_of))
