"""Types of values beyond str, int, date and Literal, and what a form shows of each."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, Field, PlainSerializer
from pydantic.fields import FieldInfo

File = Annotated[bytes, Field(json_schema_extra={"form": "file"})]
"""The content of a file."""

Amount = Annotated[Decimal, Field(json_schema_extra={"form": "money"})]
"""An amount in the currency of the entitlement's customer."""


def _read_days(typed: Any) -> Any:
    if isinstance(typed, str):
        return [part.strip() for part in typed.split(",") if part.strip()]
    return typed


def _written_days(days: tuple[int, ...]) -> str:
    return ", ".join(str(day) for day in days)


Days = Annotated[
    tuple[Annotated[int, Field(ge=1)], ...],
    BeforeValidator(_read_days),
    PlainSerializer(_written_days, when_used="json"),
]
"""Numbers of days, such as those of reminders; as a setting they are typed as `120, 90, 60`."""

_FORMS: dict[type, str] = {bytes: "file", date: "date", int: "number", Decimal: "number"}


@dataclass(frozen=True, slots=True)
class FormField:
    """One value that a step asks for: text, number, money, date, choice or file."""

    name: str
    type: str
    required: bool
    choices: tuple[str, ...] = ()


def form_of(model: type[BaseModel]) -> Sequence[FormField]:
    """The fields of a step's model, in its order."""
    found = []
    for name, info in model.model_fields.items():
        kind, choices = _form(info.annotation)
        found.append(FormField(name, _said(info) or kind, info.is_required(), choices))
    return found


def _said(info: object) -> str:
    """The type that a field names itself, as `File` and `Amount` do; empty where it does not."""
    extra = info.json_schema_extra if isinstance(info, FieldInfo) else None
    return str(extra.get("form", "")) if isinstance(extra, dict) else ""


def _form(annotation: Any) -> tuple[str, tuple[str, ...]]:
    inner = [arg for arg in get_args(annotation) if arg is not NoneType]
    if get_origin(annotation) is Annotated:  # within `Amount | None`
        named = next((said for extra in inner[1:] if (said := _said(extra))), "")
        kind, choices = _form(inner[0])
        return named or kind, choices
    if get_origin(annotation) is Literal:
        return "choice", tuple(str(choice) for choice in inner)
    if annotation is bool:
        return "choice", ("yes", "no")
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return "choice", tuple(str(member.value) for member in annotation)
    if isinstance(annotation, type):
        return _FORMS.get(annotation, "text"), ()
    return _form(inner[0]) if inner else ("text", ())
