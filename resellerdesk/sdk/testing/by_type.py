"""Values that fit a type of a pydantic model: a plain one first, then others worth trying."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from numbers import Number
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

Several = Callable[[type[BaseModel], "Around"], Sequence[BaseModel]]
"""How a model within a model is filled."""

_ODD_WORD = "[bold]{word}<b> \u65e5\u672c\u8a9e " + "x" * 280
_FEW = 2


@dataclass(frozen=True, slots=True)
class Around:
    """What a value can refer to: the reference, the as-of date, the last day covered."""

    reference: str
    as_of: date
    end: date


def fitting(info: FieldInfo, around: Around, fill: Several) -> Sequence[Any]:
    """Values that the field takes, each once; none where nothing tried fits it."""
    wanted: Any = Annotated[info.annotation, info]
    adapter: TypeAdapter[Any] = TypeAdapter(wanted)
    found: list[Any] = []
    for value in _values(info.annotation, info.metadata, around, fill):
        try:
            taken = adapter.validate_python(value)
        except ValidationError:
            continue
        if all(taken != other or type(taken) is not type(other) for other in found):
            found.append(taken)
    return found


def _values(
    annotation: Any, metadata: Sequence[Any], around: Around, fill: Several
) -> Iterator[Any]:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _values(inner[0], [*inner[1:], *metadata], around, fill)
    elif origin is Literal:
        yield from inner
    elif _is_several(origin or annotation):
        yield from _collections(origin or annotation, inner, around, fill)
    elif inner:
        for arm in sorted(inner, key=lambda arm: arm is NoneType):
            yield from _values(arm, metadata, around, fill)
    elif isinstance(annotation, type):
        yield from _of_class(annotation, metadata, around, fill)


def _of_class(
    kind: type, metadata: Sequence[Any], around: Around, fill: Several
) -> Iterator[Any]:
    if kind is NoneType:
        yield None
    elif issubclass(kind, BaseModel):
        yield from fill(kind, around)
    elif issubclass(kind, enum.Enum):
        yield from kind
    elif issubclass(kind, bool):
        yield from (False, True)
    elif issubclass(kind, datetime):
        yield datetime.combine(around.as_of, datetime.min.time())
    elif issubclass(kind, date):
        yield from _dates(around)
    elif issubclass(kind, bytes):
        yield from (b"content of a file", b"", b"\x00\xff")
    elif issubclass(kind, Number):
        make: Any = kind
        yield from (make(number) for number in _numbers(metadata))
    elif issubclass(kind, str):
        yield from _words(metadata, around)


def _dates(around: Around) -> Iterator[date]:
    """The day itself first; then around the end, where a ceiling or a last day may lie."""
    yield around.as_of
    for days in (400, 100, 0, -40):
        yield around.end + timedelta(days=days)


def _words(metadata: Sequence[Any], around: Around) -> Iterator[str]:
    """A number of its own first: what a step asks for is mostly the reference."""
    least = int(_bound(metadata, "min_length") or 0)
    yield from (word.ljust(least, "x") for word in (around.reference, "7"))
    yield from ("", _ODD_WORD)


def _numbers(metadata: Sequence[Any]) -> Iterator[Any]:
    yield from (100, 1, 0, 10_000, Decimal("0.5"))
    for name, beside in (("ge", 0), ("gt", 1), ("le", 0), ("lt", -1)):
        bound = _bound(metadata, name)
        if bound is not None:
            yield bound + beside


def _bound(metadata: Sequence[Any], name: str) -> Any:
    """A limit that the type names, such as `ge`; None where it names none."""
    found = (
        getattr(part, name, None)
        for extra in metadata
        for part in (extra, *getattr(extra, "metadata", ()))
    )
    return next((bound for bound in found if bound is not None), None)


def _is_several(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Collection) and not issubclass(
        kind, str | bytes
    )


def _collections(
    kind: type, inner: Sequence[Any], around: Around, fill: Several
) -> Iterator[Any]:
    if issubclass(kind, Mapping):
        keys, values = (list(_values(arg, (), around, fill))[:_FEW] for arg in inner or (str, str))
        yield from (dict(zip(keys[:many], values[:many], strict=False)) for many in (1, 0, _FEW))
    elif issubclass(kind, tuple) and inner and inner[-1] is not Ellipsis:
        yield tuple(next(_values(arg, (), around, fill)) for arg in inner)
    else:
        items = list(_values(inner[0] if inner else str, (), around, fill))
        yield from (items[:many] for many in (1, 0, _FEW))
