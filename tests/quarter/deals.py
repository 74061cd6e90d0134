"""One deal with one customer: what can be typed for it, and what that must come to."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from quarter.model import DAY, ORDERED
from quarter.model_of_answers import Book, Wish, year_from
from together.people import Said

REPS = ("anna", "berta", "carl")
MANAGERS = ("dora", "emil")
FIRST_DAY = date(2026, 10, 1)
GRACE = {"software": 0, "coffee": 10}

Tell = Callable[[Said | None], Any]


@dataclass(frozen=True)
class Do:
    """A command, and what the book says once it was done: `tell` writes it down and gives back
    what the deal wants to know. Without `tell` it must be refused, and say `says`.

    A command of several changes may be killed between them and is `whole` no more.
    """

    by: str
    args: tuple[str, ...]
    refs: tuple[str, ...]
    tell: Tell | None = None
    says: str = ""
    status: int = 0
    whole: bool = True


@dataclass(frozen=True)
class Race:
    """Two commands at the same moment; a loser reads who was first."""

    first: Do
    second: Do


def renewed(sku: str) -> str:
    """What a product renews as."""
    return sku.replace("-NEW", "-REN")


Path = Generator["Do | Race | int", Any, None]
"""A deal's way through the quarter: commands, races, and days to wait for."""


@dataclass(repr=False)
class Deal:
    """`plan` is the option of each machine; `start` is the day, counted from the first, on which
    somebody first looks at it."""

    name: str
    customer: str
    refs: tuple[str, ...]
    start: int
    random: Random
    book: Book
    days: int = 0
    plan: dict[str, str] = field(default_factory=dict)
    folder: str = ""
    _valid: dict[str, date] = field(default_factory=dict)

    # -------------------------------------------------------------- who, when

    @property
    def today(self) -> date:
        return FIRST_DAY + timedelta(days=self.days)

    @property
    def ref(self) -> str:
        return self.refs[0]

    def rep(self) -> str:
        return self.random.choice(REPS)

    def few(self, least: int, most: int) -> int:
        """Some days."""
        return self.random.randint(least, most)

    def until(self, number: str) -> int:
        """Days from today to the last day on which a quote stands."""
        return (self.last_day(number) - self.today).days

    def last_day(self, number: str) -> date:
        return self._valid[number]

    # -------------------------------------------------------------- quotes

    def quote(
        self, *refs: str, months: int = 12, by: str = "", waits: bool = False,
        also: Sequence[str] = (), option: str = "",
    ) -> Do:
        by, refs = by or self.rep(), refs or self.refs
        keys = {ref: option or self._option(ref, months) for ref in refs}
        wishes = {ref: self.wish(ref, keys[ref], months) for ref in refs}
        args = ("quote", *refs, "--option", *(f"{ref}={key}" for ref, key in keys.items()), *also)

        def tell(said: Said | None) -> str:
            number = self.book.quote(by, wishes, "waiting" if waits else "open")
            self._compare(number, wishes, said)
            return number

        return Do(by, args, refs, tell)

    def revise(
        self, number: str, *refs: str, by: str = "", also: Sequence[str] = (), waits: bool = False
    ) -> Do:
        """Without refs, those of the revision before."""
        by = by or self.rep()
        lines = refs or tuple(self.book.quotes[number].renewals)
        wishes = {ref: self.wish(ref, self._option(ref, 12), 12) for ref in lines}

        def tell(said: Said | None) -> int:
            self.book.revise(by, number, wishes, "waiting" if waits else "open")
            self._compare(number, wishes, said)
            return self.book.quotes[number].revision

        touched = tuple(dict.fromkeys((*lines, *self.book.quotes[number].renewals)))
        return Do(by, ("quote", "--revise", number, *refs, *also), touched, tell)

    def _option(self, ref: str, months: int) -> str:
        return f"{self.plan[ref]}-12" if ref in self.plan else f"essential-{months}"

    def wish(self, ref: str, option: str, months: int) -> Wish:
        end = self.book.held[ref].now.end
        family = ref.partition(":")[0]
        last = end + timedelta(days=GRACE[family])
        late = self.today > last
        start = self.today if late else end + DAY
        step = {"basic": "book", "barista": "sign"}.get(option.partition("-")[0], "order")
        term = (start, start) if option == "repurchase" else year_from(start, months // 12)
        return Wish(term, step, None if late else end if self.today <= end else last)

    def _compare(self, number: str, wishes: Mapping[str, Wish], said: Said | None) -> None:
        """What the desk says of a quote against the book."""
        ends = [wish.until for wish in wishes.values() if wish.until is not None]
        until = self._valid[number] = min([self.today + timedelta(days=30), *ends])
        if said is None:
            return
        told, quote = said.json, self.book.quotes[number]
        told = told[0] if isinstance(told, list) else told
        assert (told["number"], told["revision"]) == (number, quote.revision)
        assert (told["status"], told["valid_until"]) == (quote.status, until.isoformat())
        terms = {line["ref"]: (line["start"], line["end"]) for line in told["lines"]
                 if line["kind"] in ("renewal", "new")}
        assert terms == {ref: (str(wish.term[0]), str(wish.term[1]))
                         for ref, wish in wishes.items()}

    # -------------------------------------------------------------- answers

    def accept(
        self, number: str, *only: str, by: str = "", also: Sequence[str] = (),
        terms: Mapping[str, tuple[date, date]] | None = None,
    ) -> Do:
        by = by or self.rep()
        args = ["accept", number, "--po", f"PO {self.customer}", *also]
        args += ["--only", *only] if only else []

        def tell(said: Said | None) -> list[str]:
            orders = self.book.accept(by, number, only, terms)
            assert said is None or said.json["status"] == "accepted"
            return orders

        return Do(by, tuple(args), tuple(self.book.quotes[number].renewals), tell)

    def end(self, word: str, number: str, *also: str, by: str = "") -> Do:
        """`decline`, `withdraw` or `approve`."""
        by = by or self.rep()
        done = {"decline": self.book.decline, "withdraw": self.book.withdraw,
                "approve": self.book.approve}[word]

        def tell(said: Said | None) -> None:
            done(by, number)
            assert said is None or said.json["status"] == self.book.quotes[number].status

        return Do(by, (word, number, *also), tuple(self.book.quotes[number].renewals), tell)

    def decline(self, number: str, by: str = "") -> Do:
        reason = self.random.choice(("price", "no_budget", "competitor", "consolidated"))
        return self.end("decline", number, "--reason", reason, by=by)

    def refused(self, args: Sequence[str], says: str, by: str = "") -> Do:
        """A command that must change nothing."""
        return Do(by or self.rep(), tuple(args), self.refs, says=says, status=1)

    # -------------------------------------------------------------- orders and steps

    def give_out(self, order: str) -> Do:
        by, kind = self.rep(), self.random.choice(("csv", "json"))
        refs, file = tuple(self.book.orders[order].renewals), f"{self.folder}/{order}.{kind}"
        return Do(by, ("orders", order, "--format", kind, "--out", file), refs,
                  lambda _: self.book.give_out(by, order))

    def step(self, step: str, ref: str = "", by: str = "", **values: object) -> Do:
        by, ref = by or self.rep(), ref or self.ref
        return Do(by, self._advance(ref, step, values), (ref,),
                  lambda _: self.book.step(by, ref, step))

    def _advance(self, ref: str, step: str, values: Mapping[str, object]) -> tuple[str, ...]:
        given = [f"{name}={value}" for name, value in values.items()]
        return ("advance", ref, step, *(["--set", *given] if given else []))

    def verify(self, ref: str = "") -> Do:
        ref = ref or self.ref
        return self.step("verify", ref, renewal_id=ref.partition(":")[2])

    def descale(self, ref: str = "", burnt_out: str = "no") -> Do:
        ref = ref or self.ref
        cups = int(self.book.held[ref].now.row["cups"]) + 250
        plain = self.step("descale", ref, cups=cups, burnt_out=burnt_out)

        def tell(said: Said | None) -> None:
            assert plain.tell is not None
            plain.tell(said)
            self.book.held[ref].now.row["cups"] = cups

        return Do(plain.by, plain.args, plain.refs, tell)

    def finish(self, ref: str = "", reference: str = "") -> Do:
        """The vendor has done what was ordered: fulfilled, or serviced."""
        ref, by = ref or self.ref, self.rep()
        assert self.book.held[ref].now.phase == ORDERED
        if ref.startswith("software:"):
            now = self.book.held[ref].now.row
            values = {"certificate": f"{now['certificate']}-2"}
            # A licence that is renewed goes by another SKU; one that is bought again does not.
            step, row = "fulfil", {**values, **({} if reference else {"sku": renewed(now["sku"])})}
            extra = {"renewal_id": reference} if reference else {}
        else:
            step, values = "service", {"day": str(self.today)}
            row = {"sku": f"COF-{self.plan[ref].upper()}"}
            extra = {"tag": reference} if reference else {}
        family = ref.partition(":")[0]
        other = f"{family}:{reference}" if reference else ""
        return Do(by, self._advance(ref, step, {**values, **extra}),
                  (ref, other) if other else (ref,),
                  lambda _: self.book.finish(by, ref, step, row, other))

    def activate(self, ref: str = "") -> Do:
        return self.step("activate", ref, date=self.today)

    # -------------------------------------------------------------- notes, owners, undo

    def note(self, text: str, ref: str = "", by: str = "") -> Do:
        by, ref = by or self.rep(), ref or self.ref
        return Do(by, ("note", ref, text), (ref,),
                  lambda _: self.book.say(by, ref, f"noted {text}"))

    def assign(self, owner: str, ref: str = "") -> Do:
        by, ref = self.rep(), ref or self.ref
        return Do(by, ("assign", ref, "--to", owner), (ref,),
                  lambda _: self.book.say(by, ref, f"assigned {owner}", owner=owner))

    def follow(self, on: date, text: str, ref: str = "") -> Do:
        by, ref = self.rep(), ref or self.ref
        return Do(by, ("follow", ref, "--on", str(on), "--text", text), (ref,),
                  lambda _: self.book.say(by, ref, f"followed {text}", follow=str(on)))

    def undo(self, ref: str = "", by: str = "") -> Do:
        by, ref = by or self.rep(), ref or self.ref
        touched = tuple(self.book.held[ref].moves[-1].words)
        return Do(by, ("undo", ref), touched, lambda _: self.book.undo(by, ref))
