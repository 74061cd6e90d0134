"""One deal with one customer: its quotes and their answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from quarter.deeds import FIRST_DAY, REPS, Do
from quarter.model import DAY
from quarter.model_of_answers import Book, Wish, year_from
from together.people import Said

GRACE = {"software": 0, "coffee": 10}


@dataclass(repr=False)
class Quoting:
    """The part of a deal that asks and answers. `plan` is the option of each machine; `start` is
    the day, counted from the first, on which somebody first looks at it."""

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
