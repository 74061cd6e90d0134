"""What an import did with one file (docs/cli.md, import)."""

from __future__ import annotations

from dataclasses import dataclass, field

from resellerdesk.core.fact import Finding
from resellerdesk.core.text import Text
from resellerdesk.sdk.layout import Rejected


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was left out: its number as a spreadsheet counts it, and why."""

    row: int
    column: str
    value: str
    reason: Text


@dataclass(frozen=True, slots=True)
class ImportFinding:
    """Something that a row says and somebody should look at."""

    row: int
    about: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Matched:
    """A row that names no reference, and what it was found to belong to."""

    row: int
    ref: str


@dataclass(slots=True)
class FileReport:
    """Counts of one file; `read` is the sum of the other counts and the rejected rows."""

    file: str
    layout: str
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: list[RejectedRow] = field(default_factory=list)
    findings: list[ImportFinding] = field(default_factory=list)
    matched: list[Matched] = field(default_factory=list)

    @property
    def read(self) -> int:
        return self.created + self.updated + self.unchanged + len(self.rejected)

    def reject(self, row: int, why: Rejected) -> None:
        self.rejected.append(RejectedRow(row, why.column, why.value, why.reason))
