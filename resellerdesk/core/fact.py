"""Typed data that a family shows: the same in the terminal, on the quote and in JSON."""

from __future__ import annotations

from dataclasses import dataclass

from resellerdesk.core.text import StoredValue, Text


@dataclass(frozen=True, slots=True)
class Fact:
    """One named value. An `internal` one never reaches the customer's view."""

    key: str
    title: Text
    value: StoredValue
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Names the columns by which a table's rows can be drawn as bars on a time axis: the first
    and the last day of each, and one of yes and no that marks its beginning."""

    first: str
    last: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titled columns. An `internal` one never reaches the customer's view.

    `ref` names the line that it belongs to where there are several; the host fills it in.
    """

    key: str
    title: Text
    columns: tuple[tuple[str, Text], ...]
    rows: tuple[tuple[StoredValue, ...], ...]
    internal: bool = False
    bars: Bars | None = None
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rep should know or act on; `key` names the kind."""

    key: str
    text: Text


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day before (negative: after) the end on which somebody is reminded.

    `audience` is `customer` or `owner`.
    """

    days_before: int
    audience: str
