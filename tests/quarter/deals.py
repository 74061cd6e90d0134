"""One deal with one customer: its orders, steps and notes, beside its quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quarter.deeds import Do, renewed
from quarter.model import ORDERED
from quarter.quoting import Quoting
from together.people import Said


@dataclass(repr=False)
class Deal(Quoting):
    """What can be typed for a deal. Without a ref, the first of its refs is meant; without a
    name, one of the reps does it."""

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
