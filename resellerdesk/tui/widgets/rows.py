"""What stands in a table: a list, or a view of any length of which some rows were read."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

MOST_KEPT = 4000
"""How many rows a view keeps; those that were read first are forgotten first."""


class Rows(Protocol[R_co]):
    """The rows of a table in their order, each known by a key of its own."""

    def __len__(self) -> int: ...

    def at(self, n: int) -> R_co | None:
        """The row at a place, None where it was not read yet."""

    def key(self, n: int) -> Hashable: ...

    def find(self, key: Hashable) -> int | None:
        """The place of a key, None where it is not, or no longer, among them."""


class Listed(Generic[R]):
    """Rows that are all there."""

    def __init__(self, rows: Sequence[R], key: Callable[[R], Hashable]) -> None:
        self._rows = rows
        self._key = key

    def __len__(self) -> int:
        return len(self._rows)

    def at(self, n: int) -> R:
        return self._rows[n]

    def key(self, n: int) -> Hashable:
        return self._key(self._rows[n])

    def find(self, key: Hashable) -> int | None:
        return next((n for n, row in enumerate(self._rows) if self._key(row) == key), None)


class Paged(Generic[R]):
    """Rows by their ids, 8 bytes each; the rows themselves are read as they are looked at."""

    def __init__(self, ids: array[int], known: Mapping[int, R]) -> None:
        self.ids = ids
        self._known = dict(known)

    def __len__(self) -> int:
        return len(self.ids)

    def at(self, n: int) -> R | None:
        return self._known.get(self.ids[n])

    def key(self, n: int) -> int:
        return self.ids[n]

    def find(self, key: Hashable) -> int | None:
        try:
            return self.ids.index(key)  # type: ignore[arg-type]  # what is no id is not found
        except (ValueError, TypeError):
            return None

    def put(self, rows: Mapping[int, R]) -> None:
        """Takes in what was read."""
        for id_, row in rows.items():
            self._known.pop(id_, None)
            self._known[id_] = row
        for id_ in list(self._known)[: len(self._known) - MOST_KEPT]:
            del self._known[id_]

    def known(self) -> Mapping[int, R]:
        """What was read of them so far, also of rows that are no longer among them."""
        return self._known

    def without(self, first: int, last: int) -> Sequence[int]:
        """The ids of the places from `first` to before `last` whose rows are not there."""
        return [id_ for id_ in self.ids[max(0, first) : last] if id_ not in self._known]


def all_keys(rows: Rows[object]) -> Iterable[Hashable]:
    """The keys of all rows."""
    return rows.ids if isinstance(rows, Paged) else (rows.key(n) for n in range(len(rows)))
