"""What the quarter must have come to, told independently of the desk.

It knows of each entitlement where it stands and what its history has to say, of each quote and
order its number and where it stands. It knows no prices: those have examples of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

OPEN, QUOTED, ORDERED, WON, LOST = "open", "quoted", "ordered", "won", "lost"
PHASES = {
    "due": OPEN, "notified": OPEN, "quoted": QUOTED, "ordered": ORDERED, "fulfilled": WON,
    "brewing": OPEN, "offered": QUOTED, "booked": ORDERED, "signed": ORDERED, "serviced": WON,
    "scrapped": LOST, "declined": LOST, "let_go": LOST,
}
FIRST = {"software": "due", "coffee": "brewing"}
QUOTED_AS = {"software": ("quote", "quoted"), "coffee": ("offer", "offered")}
WON_AS = {"software": "fulfilled", "coffee": "serviced"}
TO = {
    "notify": "notified", "no_show": "brewing", "scrap": "scrapped", "decline": "declined",
    "let_go": "let_go", "fulfil": "fulfilled", "service": "serviced", "order": "ordered",
    "book": "booked", "sign": "signed",
}
BACK_TO_FIRST = {"cancel", "reopen"}
DAY = timedelta(days=1)


@dataclass
class Standing:
    """All that an undo brings back. `renewal` is the renewal under way, `before` the state in
    which it was quoted."""

    renewal: int
    state: str
    start: date
    end: date
    row: dict[str, Any]
    before: str = ""
    order: str | None = None
    owner: str = ""
    follow: str | None = None

    @property
    def phase(self) -> str:
        return PHASES[self.state]


@dataclass
class Move:
    """Something that undo takes back: its word in the history of each ref, how each stood before,
    the quote that it stored or ended, and the ref that it opened."""

    words: Mapping[str, str]
    before: dict[str, Standing]
    quote: str = ""
    status_before: str = ""
    opened: str = ""

    @property
    def stored_a_quote(self) -> bool:
        return bool(self.quote and not self.status_before)


@dataclass
class Held:
    """One entitlement. `log` has the words of each change in the order of their commits;
    `taken_back` is the step that had opened it."""

    ref: str
    customer: str
    vendor: str
    now: Standing
    past: set[tuple[date, date]] = field(default_factory=set)
    moves: list[Move] = field(default_factory=list)
    log: list[tuple[str, ...]] = field(default_factory=list)
    missing: bool = False
    taken_back: bool = False

    @property
    def family(self) -> str:
        return self.ref.partition(":")[0]


@dataclass
class Quoted:
    """The newest revision of a quote: each ref with the renewal, period and accepted step."""

    number: str
    revision: int
    status: str
    renewals: dict[str, int]
    terms: dict[str, tuple[date, date]]
    steps: dict[str, str]


@dataclass
class Ordered:
    number: str
    vendor: str
    quote: str
    renewals: dict[str, int]
    terms: dict[str, tuple[date, date]]
    given_out: bool = False


@dataclass(repr=False)
class Model:
    """The desk as it must stand. Every method is one command that was done."""

    held: dict[str, Held] = field(default_factory=dict)
    quotes: dict[str, Quoted] = field(default_factory=dict)
    orders: dict[str, Ordered] = field(default_factory=dict)
    ended: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    """Renewals that are over: the state they ended in, and their order."""
    renewals: int = 0

    # -------------------------------------------------------------- what all commands share

    def write(self, by: str, words: Iterable[tuple[str, str]]) -> None:
        """One change: what it says in the history of each ref."""
        said: dict[str, list[str]] = {}
        for ref, word in words:
            said.setdefault(ref, []).append(f"{by} {word}")
        for ref, lines in said.items():
            self.held[ref].log.append(tuple(sorted(lines)))

    def move(self, words: Mapping[str, str], quote: str = "", status_before: str = "") -> None:
        """Remembers how all refs of a move stand, before it changes them."""
        before = {ref: copy_of(self.held[ref].now) for ref in words}
        move = Move(words, before, quote, status_before)
        for ref in words:
            self.held[ref].moves.append(move)

    def new_renewal(self) -> int:
        self.renewals += 1
        return self.renewals

    def quoted_by(self, quote: Quoted) -> list[str]:
        """The refs whose renewal under way the quote holds in the quoted phase."""
        return [
            ref for ref, renewal in quote.renewals.items()
            if self.held[ref].now.renewal == renewal and self.held[ref].now.phase == QUOTED
        ]

    def other_quotes(self, ref: str, number: str) -> list[str]:
        """Other open quotes that hold the renewal of a ref."""
        return [
            quote.number for quote in self.quotes.values()
            if quote.number != number and quote.status in ("open", "waiting")
            and quote.renewals.get(ref) == self.held[ref].now.renewal
        ]

    def put_back(self, refs: Sequence[str], number: str) -> None:
        for ref in refs:
            if not self.other_quotes(ref, number):
                self.held[ref].now.state = self.held[ref].now.before

    # -------------------------------------------------------------- the vendors’ lists

    def open(self, by: str, ref: str, customer: str, vendor: str, row: Mapping[str, Any]) -> None:
        """A row that was not held before. A row has `start`, `end` and the file's other columns."""
        now = Standing(self.new_renewal(), FIRST[ref.partition(":")[0]], row["start"], row["end"],
                       columns_of(row))
        self.held[ref] = Held(ref, customer, vendor, now)
        self.write(by, [(ref, "opened")])

    def import_rows(
        self, by: str, rows: Mapping[str, Mapping[str, Any]], full: bool = False
    ) -> dict[str, int]:
        """A vendor's export over what is held; counts what it updated and left unchanged."""
        words: list[tuple[str, str]] = []
        counts = {"updated": 0, "unchanged": 0}
        later = {ref: row for ref, row in rows.items() if row["end"] > self.held[ref].now.end}
        self.move({ref: "seen" for ref in later if self.held[ref].now.phase != LOST})
        for ref, row in rows.items():
            said = self._import_row(ref, row)
            words += [(ref, word) for word in said]
            counts["updated" if said else "unchanged"] += 1
        words += [(ref, "found_again") for ref in self._found(rows)]
        if full:
            words += [(ref, "missing") for ref in self._vanished(rows)]
        self.write(by, words)
        return counts

    def _import_row(self, ref: str, row: Mapping[str, Any]) -> list[str]:
        held, columns = self.held[ref], columns_of(row)
        now = held.now
        if row["end"] < now.end:
            assert (row["start"], row["end"]) in held.past  # our files have no other
            return []
        if row["end"] == now.end:
            changed = columns != now.row or row["start"] != now.start
            now.row, now.start = columns, row["start"]
            return ["changed"] if changed else []
        said = ["opened"]
        if now.phase in (OPEN, QUOTED, ORDERED):
            said.append("seen" if now.phase == ORDERED else "decline")
            now.state = WON_AS[held.family] if now.phase == ORDERED else "declined"
        self.next_renewal(held, row["start"], row["end"], columns)
        return said

    def _found(self, rows: Mapping[str, object]) -> list[str]:
        found = [ref for ref in rows if self.held[ref].missing]
        for ref in found:
            self.held[ref].missing = False
        return found

    def _vanished(self, rows: Mapping[str, object]) -> list[str]:
        families = {ref.partition(":")[0] for ref in rows}
        gone = [
            held.ref for held in self.held.values()
            if held.family in families and held.ref not in rows and not held.missing
            and held.now.phase in (OPEN, QUOTED, ORDERED) and not held.taken_back
        ]
        for ref in gone:
            self.held[ref].missing = True
        return gone

    def next_renewal(self, held: Held, start: date, end: date, row: dict[str, Any]) -> None:
        """The period moves on and the next renewal opens."""
        old = held.now
        self.ended[old.renewal] = (old.state, old.order)
        held.past.add((old.start, old.end))
        held.now = Standing(self.new_renewal(), FIRST[held.family], start, end, row,
                            owner=old.owner)


def columns_of(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("start", "end")}


def copy_of(standing: Standing) -> Standing:
    return Standing(**{**vars(standing), "row": dict(standing.row)})
