"""What a form shows of a step's values: text, number, money, date, choice or file."""

from __future__ import annotations

import enum
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, StringConstraints, ValidationError, create_model

from resellerdesk.sdk.fields import Amount, Days, File, FormField, form_of


class Colour(enum.Enum):
    RED = "red"
    GREEN = "green"


@pytest.mark.parametrize(
    ("annotation", "kind", "choices"),
    [
        (str, "text", ()),
        (Annotated[str, StringConstraints(min_length=1)], "text", ()),
        (int, "number", ()),
        (Annotated[int, Field(ge=0)], "number", ()),
        (Decimal, "number", ()),
        (Amount, "money", ()),
        (date, "date", ()),
        (File, "file", ()),
        (bytes, "file", ()),
        (bool, "choice", ("yes", "no")),
        (Literal["ok", "worn"], "choice", ("ok", "worn")),
        (Literal[12, 24], "choice", ("12", "24")),
        (Colour, "choice", ("red", "green")),
    ],
)
@pytest.mark.parametrize("optional", [False, True])
def test_each_type_has_its_form_whether_or_not_it_may_be_left_out(
    annotation: Any, kind: str, choices: tuple[str, ...], optional: bool
) -> None:
    definition: Any = (annotation | None, None) if optional else (annotation, ...)
    model: type[BaseModel] = create_model("Values", value=definition)
    assert form_of(model) == [FormField("value", kind, not optional, choices)]


def test_the_fields_come_in_the_order_of_the_model() -> None:
    class Payment(BaseModel):
        number: str
        amount: Amount
        on: date
        receipt: File | None = None
        kind: Literal["card", "invoice"] = "card"

    assert [(field.name, field.type, field.required) for field in form_of(Payment)] == [
        ("number", "text", True), ("amount", "money", True), ("on", "date", True),
        ("receipt", "file", False), ("kind", "choice", False),
    ]


def test_a_default_makes_a_value_optional() -> None:
    class Reason(BaseModel):
        reason: str
        note: str = ""

    assert [field.required for field in form_of(Reason)] == [True, False]


def test_nothing_is_asked_by_a_model_without_fields() -> None:
    assert form_of(BaseModel) == []


class Reminders(BaseModel):
    days: Days = (90, 30)


def test_days_are_typed_and_shown_as_a_list() -> None:
    assert Reminders.model_validate({"days": "120, 90,30"}).days == (120, 90, 30)
    assert Reminders.model_validate({"days": ""}).days == ()
    assert Reminders().model_dump(mode="json") == {"days": "90, 30"}


@pytest.mark.parametrize("typed", ["90, soon", "0", "-5", "30 60"])
def test_days_that_are_none_are_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        Reminders.model_validate({"days": typed})
