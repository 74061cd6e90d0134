"""What somebody typed for a step, as the step's own model (docs/cli.md, advance)."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from resellerdesk.core.money import decimal_text, parse_amount
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.core.workflow import AnyStep
from resellerdesk.desk.case import Case
from resellerdesk.sdk.fields import FormField, form_of

Given = Mapping[str, str | bytes]

# What pydantic says of a value that is none of its type, in its own words, helps nobody who types.
_NO_DATE = ("date_from_datetime_parsing", "date_from_datetime_inexact", "date_parsing", "date_type")
_NO_NUMBER = ("int_parsing", "int_from_float", "decimal_parsing", "float_parsing")


def read_values(case: Case, step: AnyStep, given: Given) -> BaseModel:
    """Raises Refusal naming the value and what would work."""
    fields = {field.name: field for field in form_of(step.needs)}
    for name in given:
        if name not in fields:
            raise Refusal(
                T("step {key} takes no value {name}; it takes {names}",
                  key=step.key, name=name, names=", ".join(fields) or T("none"))
            )
    try:
        model: type[BaseModel] = step.needs
        return model.model_validate(
            {name: _typed(case, fields[name], value) for name, value in given.items()}
        )
    except ValidationError as error:
        raise _refusal(case, step, fields, given, error.errors()[0]) from None


def _typed(case: Case, field: FormField, value: str | bytes) -> str | bytes:
    """A file is none that was typed; an amount gets the decimals of the customer's currency."""
    if field.type == "file" and isinstance(value, str):
        raise Refusal(
            T("{ref}: {name} is a file: --set {name}=@PATH", ref=case.ref, name=field.name)
        )
    if field.type != "money":
        return value
    currency = case.ctx.currency
    try:
        return decimal_text(parse_amount(str(value), currency), currency)
    except ValueError:
        raise Refusal(
            T("{ref}: {name} {value}: an amount in {currency} is wanted, such as {example}",
              ref=case.ref, name=field.name, value=str(value), currency=currency,
              example=decimal_text(3120, currency))
        ) from None


def _refusal(
    case: Case, step: AnyStep, fields: Mapping[str, FormField], given: Given, error: ErrorDetails
) -> Refusal:
    """The first thing that does not fit."""
    name = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] == "missing":
        kind = fields[name].type
        return Refusal(
            T("{ref}: step {key} needs {name} ({kind}): --set {name}={form}", ref=case.ref,
              key=step.key, name=name, kind=kind, form="@PATH" if kind == "file" else "VALUE")
        )
    value = given.get(name, "")
    said = f"{len(value)} bytes" if isinstance(value, bytes) else value
    return Refusal(
        T("{ref}: {name} {value}: {why}", ref=case.ref, name=name, value=said, why=_why(error))
    )


def _why(error: ErrorDetails) -> Text | str:
    if error["type"] in _NO_DATE:
        return T("a date is wanted, such as 2026-12-31")
    if error["type"] in _NO_NUMBER:
        return T("a number is wanted, such as 5")
    return error["msg"]
