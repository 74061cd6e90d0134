"""An export against what is held already (docs/domain.md, section 6)."""

from __future__ import annotations

from datetime import date

import pytest

from resellerdesk.core.history import told
from resellerdesk.core.period import Period
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.translation.translate import Translator

from desk.exports import licence, without
from desk.quay import AS_OF, Quay, counts, findings

NEXT_YEAR = {"start": "01-JAN-2027", "end": "31-DEC-2027"}
THIS_YEAR = {"start": "01-JAN-2026", "end": "31-DEC-2026"}
LAST_YEAR = {"start": "01-JAN-2025", "end": "31-DEC-2025"}


def period(quay: Quay, ref: str = "R-1") -> Period:
    return quay.show(ref).record.held.columns.period


def history(quay: Quay, ref: str = "R-1") -> list[str]:
    say = Translator("en").text
    return [say(told(event)) for event in quay.show(ref).history]


@pytest.fixture
def held(quay: Quay) -> Quay:
    """R-1 of the café: ten units of this year."""
    quay.take_in(licence(), name="january.csv")
    return quay


def test_what_is_new_opens_at_the_first_state_with_its_customers_rep(held: Quay) -> None:
    cycle = held.show("R-1").record.cycle
    assert (cycle.state, cycle.phase, cycle.standing.owner) == ("due", "open", "aiko")
    assert history(held) == [f"opened from {held.folder}/january.csv"]


def test_the_same_again_changes_nothing(held: Quay) -> None:
    assert counts(held.take_in(licence())) == (0, 0, 1, 0)
    assert len(history(held)) == 1


class TestOtherColumns:
    def test_they_change_and_the_history_says_which(self, held: Quay) -> None:
        report = held.take_in(licence(covered=8, level="Basic"), name="june.csv")
        assert counts(report) == (0, 1, 0, 0)
        shown = held.show("R-1")
        assert shown.record.held.columns.quantity == 8
        assert shown.record.held.columns.details["support_level"] == "Basic"
        assert history(held)[-1] == (
            f"changed by {held.folder}/june.csv: quantity, support_level"
        )

    def test_what_a_file_leaves_out_stays(self, held: Quay) -> None:
        before = held.show("R-1").record.held.columns
        row = without(licence(), "level", "In Use", "program", "Certificate Number")
        assert counts(held.take_in(row)) == (0, 0, 1, 0)
        assert held.show("R-1").record.held.columns == before

    def test_a_move_to_another_customer_is_such_a_change(self, held: Quay) -> None:
        held.take_in(licence(customer="C-2", name="Straßenbau Groß KG"))
        assert held.show("R-1").record.customer == "Straßenbau Groß KG"

    def test_while_a_quote_is_open_they_leave_a_finding_and_the_quote_as_it_is(
        self, held: Quay
    ) -> None:
        made = make_quote(held.desk, QuoteRequest(("R-1",)), AS_OF)
        held.take_in(licence(covered=8), name="june.csv")
        shown = held.show("R-1")
        assert shown.record.held.columns.quantity == 8
        assert (
            f"{held.folder}/june.csv changed quantity of software:R-1 after it was quoted"
            in findings(shown)
        )
        assert made.quote.lines[0].quantity == 10
        assert shown.record.cycle.phase == "quoted"


class TestEarlierEnds:
    def test_a_period_that_it_had_is_an_old_export(self, held: Quay) -> None:
        held.take_in(licence(**NEXT_YEAR))
        report = held.take_in(licence(covered=3, **THIS_YEAR))
        assert counts(report) == (0, 0, 1, 0)
        assert report.findings == []
        assert period(held) == Period(date(2027, 1, 1), date(2027, 12, 31))
        assert held.show("R-1").record.held.columns.quantity == 10

    def test_one_that_it_never_had_changes_no_column_and_leaves_a_finding(
        self, held: Quay
    ) -> None:
        report = held.take_in(licence(covered=3, **LAST_YEAR), name="odd.csv")
        assert counts(report) == (0, 0, 1, 0)
        said = (
            f"{held.folder}/odd.csv says that software:R-1 ends on 31 December 2025; "
            "we hold it until 31 December 2026"
        )
        say = Translator("en").text
        assert [(f.row, f.about, say(f.finding.text)) for f in report.findings] == [
            (2, "software:R-1", said)
        ]
        assert said in findings(held.show("R-1"))
        assert held.show("R-1").record.held.columns.quantity == 10

    def test_the_same_twice_leaves_it_once(self, held: Quay) -> None:
        for _ in range(2):
            held.take_in(licence(**LAST_YEAR), name="odd.csv")
        assert sum("we hold it until" in line for line in findings(held.show("R-1"))) == 1


class TestLaterEnds:
    def test_the_period_moves_on_and_the_next_renewal_opens(self, held: Quay) -> None:
        report = held.take_in(licence(covered=12, **NEXT_YEAR), name="next.csv")
        assert counts(report) == (0, 1, 0, 0)
        assert period(held) == Period(date(2027, 1, 1), date(2027, 12, 31))
        record = held.show("R-1").record
        assert record.held.columns.quantity == 12
        assert (record.cycle.cycle, record.cycle.state, record.cycle.version) == (2, "due", 1)
        assert record.cycle.standing.owner == "aiko"

    def test_what_nobody_ordered_here_was_renewed_elsewhere(self, held: Quay) -> None:
        held.take_in(licence(**NEXT_YEAR), name="next.csv")
        closed = next(line for line in history(held) if line.startswith("decline"))
        assert closed.startswith("decline: due to declined")
        assert "renewed_elsewhere" in closed

    def test_also_while_a_quote_is_open(self, held: Quay) -> None:
        make_quote(held.desk, QuoteRequest(("R-1",)), AS_OF)
        held.take_in(licence(**NEXT_YEAR))
        assert any(line.startswith("decline: quoted to declined") for line in history(held))
        assert held.show("R-1").record.cycle.phase == "open"

    def test_the_same_file_again_changes_nothing(self, held: Quay) -> None:
        held.take_in(licence(**NEXT_YEAR))
        before = history(held)
        assert counts(held.take_in(licence(**NEXT_YEAR))) == (0, 0, 1, 0)
        assert history(held) == before

    def test_after_work_was_done_it_changes_nothing_either(self, held: Quay) -> None:
        held.take_in(licence(**NEXT_YEAR))
        make_quote(held.desk, QuoteRequest(("R-1",)), date(2027, 11, 24))
        before = history(held)
        for row in (licence(**NEXT_YEAR), licence(**THIS_YEAR)):
            assert counts(held.take_in(row)) == (0, 0, 1, 0)
        assert history(held) == before
        assert held.show("R-1").record.cycle.phase == "quoted"

    def test_the_worklist_shows_the_new_period_alone(self, held: Quay) -> None:
        assert [row.ref for row in held.due(within=60)] == ["software:R-1"]
        held.take_in(licence(**NEXT_YEAR))
        assert list(held.due(within=60)) == []
        [row] = held.due(within=500)
        assert row.record.held.columns.period.end == date(2027, 12, 31)


def test_each_import_is_one_change_of_the_history(quay: Quay) -> None:
    quay.take_in(licence("R-1"), licence("R-2"))
    quay.take_in(licence("R-3"))
    with quay.desk.store.read() as db:
        rows = db.execute(
            "select change_id, count(*), min(actor), min(at) from event group by change_id "
            "order by min(id)"
        ).fetchall()
    assert [row[1:] for row in rows] == [
        (2, "marie", "2026-11-24T09:00:00+00:00"), (1, "marie", "2026-11-24T09:00:00+00:00"),
    ]
