"""Values for a step come from its model: whoever writes one types none by hand."""

from __future__ import annotations

import enum
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, StringConstraints, create_model

from resellerdesk.sdk import Amount, Entitlement, File, Nothing, Period, Reason, Seen, Step, Text
from resellerdesk.sdk.testing.by_type import Around
from resellerdesk.sdk.testing.values import NoValue, instances, plainest, step_values, typed

AS_OF, END = date(2026, 11, 24), date(2026, 12, 31)
AROUND = Around("BREW-01", AS_OF, END)
HELD = Entitlement(
    "coffee", "BREW-01", "Crema", "C-1", "COF-BASIC", "Moka", 1, Period(date(2026, 1, 1), END),
    "", Nothing(),
)


class Colour(enum.Enum):
    RED = "red"
    GREEN = "green"


class Part(BaseModel):
    number: Annotated[str, StringConstraints(min_length=9)]
    spare: bool = False


def step(needs: type[BaseModel], key: str = "do") -> Step[Any, Any, Any, Any]:
    return Step(key, Text("Do"), frozenset({"due"}), None, needs)


def first(annotation: Any) -> Any:
    return getattr(plainest(create_model("Asked", value=(annotation, ...)), AROUND), "value")  # noqa: B009


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        pytest.param(str, "BREW-01", id="text is the reference"),
        pytest.param(Annotated[str, StringConstraints(min_length=9)], "BREW-01xx", id="long text"),
        pytest.param(int, 100, id="number"),
        pytest.param(Annotated[int, Field(gt=100_000)], 100_001, id="above a limit"),
        pytest.param(Annotated[int, Field(lt=-5)], -6, id="below a limit"),
        pytest.param(Amount, Decimal(100), id="money"),
        pytest.param(date, AS_OF, id="the day itself"),
        pytest.param(bool, False, id="truth"),
        pytest.param(Literal["ok", "worn"], "ok", id="choice"),
        pytest.param(Colour, Colour.RED, id="enumeration"),
        pytest.param(File, b"content of a file", id="file"),
        pytest.param(str | None, "BREW-01", id="optional"),
        pytest.param(list[int], [100], id="list"),
        pytest.param(tuple[date, ...], (AS_OF,), id="tuple"),
        pytest.param(dict[str, Decimal], {"BREW-01": Decimal(100)}, id="mapping"),
        pytest.param(Part, Part(number="BREW-01xx"), id="model in a model"),
        pytest.param(list[Part], [Part(number="BREW-01xx")], id="list of models"),
    ],
)
def test_each_type_has_a_plain_value(annotation: Any, expected: Any) -> None:
    found = first(annotation)
    assert (type(found), found) == (type(expected), expected)


def test_what_is_optional_is_left_out_at_first_and_then_varied_alone() -> None:
    asked = create_model("Asked", serial=(str, ...), worn=(bool, False))
    plain, *others = instances(asked, AROUND)
    assert plain.model_dump(exclude_unset=True) == {"serial": "BREW-01"}
    assert {"serial": "BREW-01", "worn": True} in [one.model_dump() for one in others]
    assert all(one.serial == "BREW-01" or one.worn is False for one in others)


def test_dates_lie_on_the_day_and_on_both_sides_of_the_end() -> None:
    asked = create_model("Asked", until=(date | None, None))
    days = {one.until for one in instances(asked, AROUND)}
    assert {None, AS_OF, END} < days
    assert min(day for day in days if day) < AS_OF < END < max(day for day in days if day)


def test_hints_come_first_and_what_they_leave_out_is_drawn() -> None:
    asked = create_model("Asked", number=(str, ...), amount=(Amount, ...))
    hints = {"do": [{"amount": 40}, {"number": "F-7", "amount": 60}]}
    forty, sixty, *others = step_values(step(asked), HELD, AS_OF, hints)
    assert (forty.number, forty.amount) == ("BREW-01", Decimal(40))
    assert (sixty.number, sixty.amount) == ("F-7", Decimal(60))
    assert others
    assert step_values(step(asked, "other"), HELD, AS_OF, hints) == instances(asked, AROUND)


def test_the_host_s_own_models_are_known() -> None:
    reasons = {one.reason for one in step_values(step(Reason), HELD, AS_OF)}
    assert {"competitor", "price"} < reasons
    [seen] = step_values(step(Seen), HELD, AS_OF)
    assert (seen.start, seen.end) == (date(2027, 1, 1), date(2027, 12, 31))


def test_a_value_that_cannot_be_drawn_is_named_with_what_would_work() -> None:
    asked = create_model("Asked", code=(Annotated[str, Field(pattern=r"^X-\d{4}$")], ...))
    with pytest.raises(NoValue, match=r"^Asked\.code: .*hints of the step"):
        step_values(step(asked), HELD, AS_OF)
    [hinted] = step_values(step(asked), HELD, AS_OF, {"do": [{"code": "X-1234"}]})
    assert hinted.code == "X-1234"


def test_values_are_typed_as_at_a_form() -> None:
    asked = create_model(
        "Asked", day=(date, ...), amount=(Amount, ...), file=(File, ...), worn=(bool, ...),
        colour=(Colour, ...), note=(str, ""),
    )
    plain = plainest(asked, AROUND)
    assert typed(plain) == {
        "day": "2026-11-24", "amount": "100", "file": b"content of a file", "worn": "no",
        "colour": "red",
    }
    assert asked.model_validate(typed(plain)) == plain
