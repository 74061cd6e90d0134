"""A plugin that fails at work: one line where it happened, and everything else works.

The stranger is the coffee family of the tests, with something broken in it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from resellerdesk.core.option import Choice
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.choosing import choices
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.import_report import FileReport
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.desk.showing import show
from resellerdesk.desk.worklist import DueQuery, DueRow, due
from resellerdesk.extensions.discover import installed
from resellerdesk.extensions.guard import Guard
from resellerdesk.extensions.load import load_extensions
from resellerdesk.store.settings import put_settings
from resellerdesk.translation.translate import Translator

import toy_family
from extensions.strangers import Strangers

AS_OF = date(2026, 11, 24)
SAMPLES = Path(str(toy_family.__file__)).parent / "samples"
BREW, OTHER_BREW = "coffee:BREW-01", "coffee:BREW-02"
SOFTWARE = "software:2368167839"

SOURCE = """
    from dataclasses import replace
    from datetime import date, datetime
    from pydantic import BaseModel
    from toy_family import CoffeeFamily, MachineList, hookimpl
    from toy_family.machine import Machine
    from resellerdesk.sdk import Effect, Fact, Offer, On, Rejected, Text, Workflow

    class Broken(CoffeeFamily):
        pass
{family}

    class List(MachineList):
        pass
{layout}

    @hookimpl
    def register_families():
        return [Broken()]

    @hookimpl
    def register_layouts():
        return [List()]
"""


def desk_with(
    strangers: Strangers, database: Path, family: str = "", layout: str = ""
) -> tuple[Desk, list[FileReport]]:
    """A desk on the samples and some coffee machines, whose family has that written into it."""
    indented = [
        "\n".join(f"        {line}" for line in part.strip().splitlines())
        for part in (family, layout)
    ]
    strangers.install("coffee", SOURCE.format(family=indented[0], layout=indented[1]))
    desk = open_desk(database)
    files = [SAMPLES / "coffee-prices.csv", SAMPLES / "coffee-machines.csv"]
    return desk, import_files(desk, files)


def worklist(desk: Desk) -> dict[str, DueRow]:
    return {row.ref: row for row in due(desk, DueQuery(within=60), AS_OF)}


def fault_on(row: DueRow) -> str:
    assert row.value is None
    assert row.fault is not None
    return Translator("en").text(row.fault)


OPTIONS = "def options(self, held, ctx): "
OFFER = "def offer(self, held, picked, ctx): "
BREAKS = {
    "raises": (OPTIONS + "raise ValueError('no beans')", "options", "ValueError: no beans"),
    "exits": (OPTIONS + "raise SystemExit('bye')", "options", "SystemExit: bye"),
    "late": (OPTIONS + "yield from super().options(held, ctx); 1 / 0", "options",
             "ZeroDivisionError: division by zero"),
    "two": (OPTIONS + "return [replace(o, recommended=True) for o in super().options(held, ctx)]",
            "options", "3 options are recommended, where one must be"),
    "none": (OPTIONS + "return []", "options", "0 options are recommended, where one must be"),
    "same_key": (OPTIONS + "return [*super().options(held, ctx)] * 2", "options",
                 "two options of one key among basic-12, barista-12, scrap"),
    "wrong_type": (OPTIONS + "return ['basic-12']", "options",
                   "returned str; Option is wanted"),
    "no_start": (OPTIONS + "return [replace(o, start=None) for o in super().options(held, ctx)]",
                 "options", "option basic-12: start is None; wanted is a date"),
    "no_months": (OPTIONS + "return [replace(o, months=0) for o in super().options(held, ctx)]",
                  "options", "months is 0; wanted is a whole number from 1 on"),
    "offer_raises": (OFFER + "raise KeyError('price')", "offer", "KeyError: 'price'"),
    "offer_nothing": (OFFER + "return None", "offer", "returned NoneType; Offer is wanted"),
    "no_charge": (OFFER + "return Offer(('term',))", "offer",
                  "the offer: charges is ('term',); wanted is Recurring, Once or Share"),
    "charge_twice": (OFFER + "offer = super().offer(held, picked, ctx); "
                     "return replace(offer, charges=offer.charges * 2)", "offer",
                     "two charges of id term"),
    "no_quantity": (OFFER + "offer = super().offer(held, picked, ctx); "
                    "return replace(offer, charges=(replace(offer.charges[0], quantity='1'),))",
                    "offer", "charge term: quantity is '1'; wanted is a whole number from 1 on"),
    "reads": ("class Other(BaseModel):\n    size: int\ndetails = Other", "reading Other",
              "size: Field required"),
}


@pytest.mark.parametrize("name", BREAKS)
class TestWhereItFails:
    @pytest.fixture
    def desk(self, strangers: Strangers, database: Path, name: str) -> Desk:
        return desk_with(strangers, database, BREAKS[name][0])[0]

    def test_the_worklist_says_so_on_its_rows_alone(self, desk: Desk, name: str) -> None:
        _, call, error = BREAKS[name]
        rows = worklist(desk)
        line = fault_on(rows[BREW])
        assert line.startswith(f"plugin coffee 1.0 failed in {call} on {BREW}: ")
        assert error in line
        ours = {ref: row for ref, row in rows.items() if not ref.startswith("coffee:")}
        assert {row.fault for row in ours.values()} == {None}
        assert sum(row.value is not None and row.value.amount is not None
                   for row in ours.values()) > 100

    def test_what_is_held_stays_visible(self, desk: Desk, name: str) -> None:
        shown = show(desk, BREW, AS_OF)
        assert shown.fault is not None
        assert BREAKS[name][2] in Translator("en").text(shown.fault)
        assert shown.record.held.columns.description == "Warranty of a Moka 3"
        assert [event.what for event in shown.history] == ["opened"]

    def test_options_and_quote_are_refused_in_one_line(self, desk: Desk, name: str) -> None:
        for ask in (lambda: choices(desk, BREW, AS_OF), lambda: quote(desk, BREW)):
            with pytest.raises(Refusal) as caught:
                ask()
            assert BREAKS[name][2] in str(caught.value)
            assert "\n" not in str(caught.value)

    def test_others_are_quoted_under_the_first_number(self, desk: Desk, name: str) -> None:
        with pytest.raises(Refusal):
            quote(desk, BREW)
        assert make_quote(desk, QuoteRequest((SOFTWARE,)), AS_OF).number == "Q-2026-0001"


def quote(desk: Desk, ref: str) -> str:
    return str(make_quote(desk, QuoteRequest((ref,)), AS_OF).number)


def test_a_fault_on_one_entitlement_marks_that_one(strangers: Strangers, database: Path) -> None:
    desk, _ = desk_with(strangers, database, """
def options(self, held, ctx):
    if held.reference == "BREW-02":
        raise ValueError("this one has no beans")
    return super().options(held, ctx)
""")
    rows = worklist(desk)
    assert "on coffee:BREW-02: ValueError: this one has no beans" in fault_on(rows[OTHER_BREW])
    assert rows[BREW].fault is None
    assert rows[BREW].value is not None
    assert quote(desk, BREW) == "Q-2026-0001"


@pytest.mark.parametrize(
    ("family", "error"),
    [
        ("def findings(self, held, ctx): yield 'dirty'", "returned str; Finding is wanted"),
        ("def findings(self, held, ctx): raise ValueError('dirty')", "ValueError: dirty"),
        ("def facts_shown(self, held, ctx): raise ValueError('dark')", "ValueError: dark"),
        ("def facts_shown(self, held, ctx): return [1]", "returned int; Fact or Table is wanted"),
    ],
)
def test_what_is_only_shown_blocks_no_quote(
    strangers: Strangers, database: Path, family: str, error: str
) -> None:
    desk, _ = desk_with(strangers, database, family)
    shown = show(desk, BREW, AS_OF)
    assert shown.fault is not None
    assert error in Translator("en").text(shown.fault)
    assert shown.value is not None
    assert worklist(desk)[BREW].fault is None
    assert quote(desk, BREW) == "Q-2026-0001"


@pytest.mark.parametrize(
    ("effect", "error"),
    [
        ("1 / 0", "failed in effect of offer on coffee:BREW-01: ZeroDivisionError"),
        ("'offered'", "returned str; Effect is wanted"),
        ("Effect(facts='offered')", "the effect: facts is 'offered'; wanted is a model or None"),
        ("Effect(tables=('offered',))",
         "the effect: tables is ('offered',); wanted is Tables"),
    ],
)
def test_a_fault_while_a_quote_is_stored_rolls_it_back(
    strangers: Strangers, database: Path, effect: str, error: str
) -> None:
    desk, _ = desk_with(strangers, database, f"""
workflow = Workflow(CoffeeFamily.workflow.states, tuple(
    replace(step, effect=lambda held, given, ctx: {effect})
    if step.on is On.QUOTE_STORED else step
    for step in CoffeeFamily.workflow.steps
))
""")
    both = QuoteRequest((SOFTWARE, "coffee:BREW-02"))
    make_alone = QuoteRequest((SOFTWARE,))
    with pytest.raises(Refusal) as caught:
        make_quote(desk, QuoteRequest((BREW,)), AS_OF)
    assert error in str(caught.value)
    with pytest.raises(Refusal):
        make_quote(desk, both, AS_OF)
    for ref in (BREW, SOFTWARE):
        assert show(desk, ref, AS_OF).record.cycle.version == 1
        assert len(show(desk, ref, AS_OF).history) == 1
    assert make_quote(desk, make_alone, AS_OF).number == "Q-2026-0001"


def test_a_setting_that_no_longer_fits_stops_its_family_alone(
    strangers: Strangers, database: Path
) -> None:
    desk, _ = desk_with(strangers, database)
    with desk.store.write() as db:
        put_settings(db, {"coffee.fleet_size": "many"})
    rows = worklist(desk)
    assert fault_on(rows[BREW]) == (
        "plugin coffee 1.0 failed in settings coffee.*: fleet_size: Input should be a valid "
        "integer, unable to parse string as an integer"
    )
    assert quote(desk, SOFTWARE) == "Q-2026-0001"


def test_a_family_that_hangs_is_asked_once_and_left_aside(
    strangers: Strangers, database: Path
) -> None:
    desk, _ = desk_with(strangers, database, """
def options(self, held, ctx):
    import threading
    threading.Event().wait()
""")
    extensions = load_extensions(installed(), (), (), Guard(1))
    rows = worklist(replace(desk, extensions=extensions))
    faults = {row.ref: fault_on(row) for row in rows.values() if row.fault is not None}
    assert set(faults) == {ref for ref in rows if ref.startswith("coffee:")}
    [line] = set(faults.values())
    assert "no answer within 1 seconds; set aside until the next start" in line
    assert rows[SOFTWARE].value is not None


class TestLayouts:
    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ("raise ValueError('cold')", "failed in layout coffee-machines: ValueError: cold"),
            ("raise SystemExit", "failed in layout coffee-machines: SystemExit"),
            ("return 'BREW-02'", "read this row as str; Imported or Rejected is wanted"),
            ("return replace(read, start=None)", "start is None; wanted is a date"),
            ("return replace(read, end=datetime(2026, 1, 1))", "wanted is a date"),
            ("return replace(read, quantity='1')", "quantity is '1'; wanted is a whole number"),
            ("return replace(read, reference='')", "reference is ''; wanted is a str"),
            ("return replace(read, sku=7)", "sku is 7; wanted is a str"),
            ("return replace(read, details={})", "details is {}; wanted is a model"),
        ],
    )
    def test_a_row_that_the_plugin_fails_on_is_rejected_alone(
        self, strangers: Strangers, database: Path, row: str, reason: str
    ) -> None:
        desk, reports = desk_with(strangers, database, layout=f"""
def row(self, cells):
    read = super().row(cells)
    if cells["Tag"] == "BREW-02":
        {row}
    return read
""")
        machines = reports[1]
        [rejected] = [item for item in machines.rejected if item.row == 3]
        assert reason in Translator("en").text(rejected.reason)
        assert machines.created == machines.read - len(machines.rejected) >= 3
        assert BREW in worklist(desk)
        assert OTHER_BREW not in worklist(desk)

    def test_a_layout_that_hangs_refuses_its_file(
        self, strangers: Strangers, database: Path
    ) -> None:
        layout = "def row(self, cells): import threading; threading.Event().wait()"
        strangers.install("coffee", SOURCE.format(family="", layout=f"        {layout}"))
        desk = open_desk(database)
        desk = replace(desk, extensions=load_extensions(installed(), (), (), Guard(1)))
        with pytest.raises(Refusal, match="no answer within 1 seconds"):
            import_files(desk, [SAMPLES / "coffee-machines.csv"])
        assert SOFTWARE in worklist(desk)


class TestWithoutIt:
    def test_what_it_brought_stays_visible(self, strangers: Strangers, database: Path) -> None:
        desk_with(strangers, database)
        desk = open_desk(database, without={"coffee"})
        row = worklist(desk)[BREW]
        assert row.record.held.columns.description == "Warranty of a Moka 3"
        shown = show(desk, BREW, AS_OF)
        assert shown.fault is not None
        assert Translator("en").text(shown.fault) == "no plugin for family coffee is loaded"

    def test_what_needs_it_is_refused(self, strangers: Strangers, database: Path) -> None:
        desk_with(strangers, database)
        desk = open_desk(database, without={"coffee"})
        with pytest.raises(Refusal) as caught:
            price_quote(desk, QuoteRequest((BREW,), option=Choice("basic-12")), AS_OF)
        assert str(caught.value) == (
            "coffee:BREW-01: no plugin for family coffee is loaded (see plugins)"
        )

    def test_safe_leaves_every_plugin_out(self, strangers: Strangers, database: Path) -> None:
        desk_with(strangers, database)
        desk = open_desk(database, safe=True)
        assert {plugin.status for plugin in desk.extensions.plugins} == {"left out"}
        assert {BREW, SOFTWARE} <= set(worklist(desk))
