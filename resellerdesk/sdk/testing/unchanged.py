"""Whether what was handed in is still what it was."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

_PLAIN = frozenset((str, int, bool, bytes, type(None), date, Decimal))


def imprint(value: Any) -> Any:
    """All that a value holds, as plain tuples: two imprints differ where it was changed."""
    kind: Any = type(value)
    return value if kind in _PLAIN else _reading(kind)(value)


@cache
def _reading(kind: Any) -> Callable[[Any], Any]:
    """How values of a type are read; asked once a type, as a walk takes many imprints."""
    if issubclass(kind, BaseModel):
        return lambda model: (kind, tuple([(name, imprint(one)) for name, one in model]))
    if issubclass(kind, Mapping):
        return lambda found: tuple([(imprint(key), imprint(found[key])) for key in found])
    if issubclass(kind, list | tuple):
        return lambda several: tuple([imprint(one) for one in several])
    if issubclass(kind, set | frozenset):
        return lambda several: frozenset([imprint(one) for one in several])
    fields = tuple(getattr(kind, "__dataclass_fields__", ()))
    if fields:
        return lambda one: (kind, tuple([imprint(getattr(one, name)) for name in fields]))
    if "__dict__" in dir(kind) and not issubclass(kind, type | enum.Enum):
        return lambda one: (kind, imprint(vars(one)))
    return lambda value: value
