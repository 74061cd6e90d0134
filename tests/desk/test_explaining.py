"""Every amount of a stored quote can be followed from the price row to what is printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from resellerdesk.core.money import Money
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import explain, stored_quote
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.translation.translate import Translator

AS_OF = date(2026, 11, 24)


def test_each_step_from_the_price_row_to_the_amount(desk: Desk) -> None:
    request = QuoteRequest(("2368167839",), align=date(2028, 1, 2), discount=Decimal("7.5"))
    number = str(make_quote(desk, request, AS_OF).number)
    [line] = explain(desk, number)
    say = Translator("en").value
    assert [(step.step, say(step.value)) for step in line.derivation] == [
        ("price_row", ("SEP-ESS-REN €29.64 (12 months, program express, from 25 units, "
         "valid 1 January 2026 to 31 December 2026)")),
        ("whole_years", "1 x €29.64"),
        ("stub", "37 of 366 days of €29.64"),
        ("exact", "199082/61 minor units"),
        ("rounding", "once, half away from zero, to the minor unit"),
        ("unit_list", "€32.64"),
        ("discount", "7.5 % on the quote, granted by marie"),
        ("unit_net", "€30.19"),
        ("quantity", "50"),
        ("amount", "€1,509.50"),
        ("unit_cost", "€26.11"),
    ]


def test_a_fee_names_what_it_is_a_share_of(desk: Desk) -> None:
    number = str(make_quote(desk, QuoteRequest(("3039081424",)), AS_OF).number)
    fee = next(line for line in explain(desk, number) if line.kind == "reinstatement_fee")
    steps = {step.step: Translator("en").value(step.value) for step in fee.derivation}
    assert steps["share"] == "20 % of the unit net of arrears, €3.76"
    assert steps["exact"] == "376/5 minor units"
    assert steps["unit_list"] == "€0.75"


def test_the_last_steps_are_the_line_itself(desk: Desk) -> None:
    request = QuoteRequest(("3039081424",), discount=Decimal(10))
    number = str(make_quote(desk, request, AS_OF).number)
    for line in explain(desk, number):
        steps = {step.step: step.value for step in line.derivation}
        assert steps["unit_list"] == Money(line.unit_list, "EUR")
        assert steps["unit_net"] == Money(line.unit_net, "EUR")
        assert steps["quantity"] == line.quantity
        assert steps["amount"] == Money(line.unit_net * line.quantity, "EUR")


@pytest.mark.parametrize(
    ("number", "revision", "what"),
    [("Q-2026-0001", None, "Q-2026-0001"), ("nonsense", None, "nonsense"),
     ("Q-2026-0001", 3, "Q-2026-0001 revision 3")],
)
def test_a_quote_that_there_is_not(
    desk: Desk, number: str, revision: int | None, what: str
) -> None:
    with pytest.raises(Refusal) as caught:
        stored_quote(desk, number, revision)
    assert str(caught.value) == f"there is no quote {what}; quotes lists them"
