"""The desk with the sample files as of 2026-11-24 (docs/domain.md, section 11)."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from resellerdesk.core.option import Choice
from resellerdesk.core.pricing import Line
from resellerdesk.core.quote import Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.accepting import Answer, accept
from resellerdesk.desk.choosing import choices
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.desk.showing import show
from resellerdesk.desk.stepping import advance
from resellerdesk.extensions.discover import Found
from resellerdesk.extensions.guard import Guard
from resellerdesk.extensions.load import load_extensions
from resellerdesk.files.detect import open_sheet
from resellerdesk.sdk import Imported
from resellerdesk.store.engine import open_store

import resellerdesk_hardware
from resellerdesk_hardware.layout import InstalledBase

TODAY = date(2026, 11, 24)
REPORT = Path(__file__).parent / "samples" / "hardware-installed-base.xlsx"
TABLES = ("customers.csv", "customer-aliases.csv", "catalogue.csv", "price-list.csv")
LAPSED, IN_TIME = "hardware:4205153006", "hardware:4200645771"


def open_at(path: Path) -> Desk:
    """Marie's desk with this plugin alone, installed or not."""
    plugin = Found("hardware", "0", lambda: resellerdesk_hardware)
    extensions = load_extensions([plugin], (), (), Guard())
    return Desk(open_store(path), extensions, "marie", lambda: datetime(2026, 11, 24, tzinfo=UTC))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hardware") / "desk.db"
    samples = Path(str(files("resellerdesk.demo") / "samples"))
    reports = import_files(open_at(path), [*(samples / name for name in TABLES), REPORT])
    assert [report.rejected for report in reports] == [[]] * 5
    assert (reports[-1].created, reports[-1].findings) == (130, [])
    return path


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Desk:
    return open_at(Path(shutil.copy(filled, tmp_path / "desk.db")))


def priced(desk: Desk, *refs: str, **asked: object) -> Quote:
    return price_quote(desk, QuoteRequest(refs, **asked), TODAY).quote


def figures(line: Line) -> tuple[str, int, int, int]:
    return line.kind, line.unit_list, line.unit_net, line.amount


def test_the_same_report_twice_changes_nothing(desk: Desk) -> None:
    [report] = import_files(desk, [REPORT])
    assert (report.unchanged, report.created, report.updated) == (130, 0, 0)


def test_tiers_side_by_side_with_the_difference_to_todays(desk: Desk) -> None:
    found = choices(desk, IN_TIME, TODAY).options
    assert [(item.option.key, item.total, item.difference) for item in found] == [
        ("return-to-factory-12", 43162, 0),
        ("standard-plus-12", 75186, 32024),
        ("next-business-day-12", 123917, 80755),
        ("four-hour-12", 233911, 190749),
    ]
    assert {(item.period.start, item.period.end) for item in found} == {
        (date(2026, 11, 27), date(2027, 9, 30))
    }


def test_a_period_cut_at_the_end_of_support_life(desk: Desk) -> None:
    [line] = priced(desk, "hardware:2648127757", discount=Decimal("7.5")).lines
    assert (line.period.start, line.period.end) == (date(2027, 2, 1), date(2027, 9, 30))
    assert line.period.days == 242
    assert (line.sku, line.quantity) == ("HW-RTF-SG900", 1)
    assert (line.unit_list, line.unit_net, line.amount, line.margin) == (
        33913, 31370, 31370, 6274
    )


@pytest.mark.parametrize(
    ("discounts", "fee"), [({"discount": Decimal(10)}, 42000),
                           ({"discounts": {LAPSED: Decimal(10)}}, 37800)],
)
def test_only_a_discount_by_name_reaches_the_inspection_of_a_lapsed_unit(
    desk: Desk, discounts: dict[str, object], fee: int
) -> None:
    """891.00 a year for 311 of 365 days: 759.18, less a tenth 683.26."""
    lines = priced(desk, LAPSED, **discounts).lines
    assert [figures(line) for line in lines] == [
        ("inspection_fee", 42000, fee, fee), ("renewal", 75918, 68326, 68326)
    ]


def test_every_unit_of_the_report_has_a_price_for_every_level(desk: Desk) -> None:
    layout = InstalledBase()
    rows = [layout.row(cells) for _, cells in open_sheet(REPORT, [layout.headers]).rows]
    units = [row for row in rows if isinstance(row, Imported)]
    assert len(units) == 130
    for unit in units:
        found = choices(desk, f"hardware:{unit.reference}", TODAY).options
        unpriced = [item.option.key for item in found if item.total is None]
        assert unpriced == (["replace"] if unit.end >= unit.details.end_of_support else [])


def test_a_unit_to_be_replaced_is_shown_and_never_quoted(desk: Desk) -> None:
    [item] = choices(desk, "hardware:4764372108", TODAY).options
    assert (item.option.key, item.total, item.difference) == ("replace", None, None)
    with pytest.raises(Refusal, match="no day of support is left"):
        priced(desk, "hardware:4764372108")


def test_one_quote_for_a_unit_in_time_and_a_lapsed_one_on_to_their_cover(desk: Desk) -> None:
    asked = QuoteRequest((IN_TIME, LAPSED), options={IN_TIME: Choice("four-hour-12")})
    number = make_quote(desk, asked, TODAY).number
    assert number is not None
    yes = Answer(number, "PO-1", TODAY)
    with pytest.raises(Refusal, match=r"4200645771 is in use.* 4205153006 is in use"):
        accept(desk, yes)
    for ref in (IN_TIME, LAPSED):
        advance(desk, ref, "confirm", {"serial": "4200645771, 4205153006"}, TODAY)
    accept(desk, yes)
    later = date(2026, 12, 1)  # that the first has ended since does not make it late
    advance(desk, IN_TIME, "cover", {"contract": "HC-1"}, later)
    with pytest.raises(Refusal, match="not inspected"):
        advance(desk, LAPSED, "cover", {"contract": "HC-2"}, later)
    advance(desk, LAPSED, "inspect", {"result": "sound"}, later)
    advance(desk, LAPSED, "cover", {"contract": "HC-2"}, later)
    columns = show(desk, IN_TIME, later).record.held.columns
    assert (columns.sku, columns.period.end) == ("HW-4H-SG900", date(2027, 9, 30))
    assert (columns.details["contract"], columns.details["service_level"]) == (
        "HC-1", "Four Hour 24x7"
    )
    assert [item.option.key for item in choices(desk, LAPSED, later).options] == ["replace"]
