"""The model's part of quotes, orders, steps and undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from quarter.model import (
    BACK_TO_FIRST,
    DAY,
    FIRST,
    OPEN,
    ORDERED,
    QUOTED_AS,
    TO,
    WON,
    Held,
    Model,
    Ordered,
    Quoted,
    Standing,
    columns_of,
)


@dataclass(frozen=True)
class Wish:
    """What a quote asks for one ref: its period, the step that accepts it, and until when that
    stands, None where no end of the ref's own limits it."""

    term: tuple[date, date]
    step: str
    until: date | None = None


@dataclass(repr=False)
class Book(Model):
    """The whole model: a book in which every command that was done is written down."""

    # -------------------------------------------------------------- quotes

    def quote(self, by: str, wishes: Mapping[str, Wish], status: str = "open") -> str:
        number = f"Q-2026-{len(self.quotes) + 1:04d}"
        self._store(by, number, 1, wishes, status)
        return number

    def revise(
        self, by: str, number: str, wishes: Mapping[str, Wish], status: str = "open"
    ) -> None:
        old = self.quotes[number]
        left = [ref for ref in self.quoted_by(old) if ref not in wishes]
        self._store(by, number, old.revision + 1, wishes, status, left)

    def _store(
        self, by: str, number: str, revision: int, wishes: Mapping[str, Wish], status: str,
        left: Sequence[str] = (),
    ) -> None:
        words = {ref: self._quoting(ref) for ref in wishes} | dict.fromkeys(left, "quote_ended")
        self.move(words, number)
        for ref in wishes:
            now = self.held[ref].now
            if now.phase == OPEN:
                now.before, now.state = now.state, QUOTED_AS[self.held[ref].family][1]
        self.quotes[number] = Quoted(
            number, revision, status, {ref: self.held[ref].now.renewal for ref in wishes},
            {ref: wish.term for ref, wish in wishes.items()},
            {ref: wish.step for ref, wish in wishes.items()},
        )
        self.put_back(left, number)
        self.write(by, [(ref, f"{word} {number}") for ref, word in words.items()])

    def _quoting(self, ref: str) -> str:
        held = self.held[ref]
        return QUOTED_AS[held.family][0] if held.now.phase == OPEN else "quoted"

    def approve(self, by: str, number: str) -> None:
        quote = self.quotes[number]
        quote.status = "open"
        refs = [ref for ref, renewal in quote.renewals.items()
                if self.held[ref].now.renewal == renewal]
        self.write(by, [(ref, f"approved {number}") for ref in refs])

    def accept(
        self, by: str, number: str, only: Sequence[str] = (),
        terms: Mapping[str, tuple[date, date]] | None = None,
    ) -> list[str]:
        """Returns the numbers of the orders; `terms` are those of an alternative."""
        quote = self.quotes[number]
        quote.terms |= terms or {}
        accepted = [ref for ref in quote.renewals if ref in (only or quote.renewals)]
        left = [ref for ref in self.quoted_by(quote) if ref not in accepted]
        words = {ref: quote.steps[ref] for ref in accepted} | dict.fromkeys(left, "quote_ended")
        self.move(words, number, quote.status)
        orders = self._order(quote, accepted)
        for ref in accepted:
            self.held[ref].now.state = TO[quote.steps[ref]]
            self.held[ref].now.order = orders[ref]
        quote.status = "accepted"
        self.put_back(left, number)
        self.write(by, [(ref, f"{word} {number} {orders.get(ref, '')}".strip())
                        for ref, word in words.items()])
        return sorted(set(orders.values()))

    def _order(self, quote: Quoted, accepted: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for vendor in dict.fromkeys(self.held[ref].vendor for ref in accepted):
            refs = [ref for ref in accepted if self.held[ref].vendor == vendor]
            number = f"O-2026-{len(self.orders) + 1:04d}"
            self.orders[number] = Ordered(
                number, vendor, quote.number, {ref: quote.renewals[ref] for ref in refs},
                {ref: quote.terms[ref] for ref in refs},
            )
            found |= dict.fromkeys(refs, number)
        return found

    def decline(self, by: str, number: str) -> None:
        quote = self.quotes[number]
        words = {
            ref: "quote_ended" if self.other_quotes(ref, number) else "decline"
            for ref in self.quoted_by(quote)
        }
        self.move(words, number, quote.status)
        for ref, word in words.items():
            if word == "decline":
                self._lead(self.held[ref], "decline")
        self._end(by, quote, "declined", words)

    def withdraw(self, by: str, number: str) -> None:
        quote = self.quotes[number]
        words = dict.fromkeys(self.quoted_by(quote), "quote_ended")
        self.move(words, number, quote.status)
        self.put_back(list(words), number)
        self._end(by, quote, "withdrawn", words)

    def _end(self, by: str, quote: Quoted, status: str, words: Mapping[str, str]) -> None:
        quote.status = status
        said = words or dict.fromkeys(quote.renewals, f"ended {status}")
        self.write(by, [(ref, f"{word} {quote.number}") for ref, word in said.items()])

    def give_out(self, by: str, number: str) -> None:
        order = self.orders[number]
        order.given_out = True
        self.write(by, [(ref, f"given_out {number}") for ref in order.renewals
                        if self._place(ref, order)[1] == number])

    # -------------------------------------------------------------- steps

    def step(self, by: str, ref: str, step: str) -> None:
        """A step that leads on, or only records something."""
        self.move({ref: step})
        self._lead(self.held[ref], step)
        self.write(by, [(ref, step)])

    def _lead(self, held: Held, step: str) -> None:
        now = held.now
        now.state = FIRST[held.family] if step in BACK_TO_FIRST else TO.get(step, now.state)
        if now.phase not in (ORDERED, WON):
            now.order = None
        if step == "decline":
            held.missing = False

    def finish(
        self, by: str, ref: str, step: str, row: Mapping[str, Any], reference: str = ""
    ) -> None:
        """The step that moves on; `row` is what it changed, `reference` what goes on instead."""
        held = self.held[ref]
        self.move({ref: step})
        now = held.now
        start, end = self.orders[str(now.order)].terms[ref]
        now.state = TO[step]
        columns = {**now.row, **row, "start": start, "end": end}
        if not reference:
            self.next_renewal(held, start, end, columns_of(columns))
            self.write(by, [(ref, step), (ref, "opened")])
            return
        self.write(by, [(ref, step)])
        self.open(by, reference, held.customer, held.vendor, columns)
        held.moves[-1].opened = reference

    def say(self, by: str, ref: str, word: str, **changes: str) -> None:
        """An owner, a note or a follow-up."""
        self.move({ref: word.partition(" ")[0]})
        for name, value in changes.items():
            setattr(self.held[ref].now, name, value)
        self.write(by, [(ref, word)])

    def undo(self, by: str, ref: str) -> None:
        move = self.held[ref].moves[-1]
        if move.stored_a_quote:
            self._undo_quote(by, ref, move.quote)
            return
        words = [(other, f"undone {word}") for other, word in move.words.items()]
        for other, before in move.before.items():
            self._bring_back(self.held[other], before)
            self.held[other].moves.remove(move)
        if move.quote:
            self.quotes[move.quote].status = move.status_before
        if move.opened:
            self.held[move.opened].taken_back = True
        self.write(by, words)

    def _undo_quote(self, by: str, ref: str, number: str) -> None:
        """A stored quote is withdrawn, and with it all that stored it."""
        quote, move = self.quotes[number], self.held[ref].moves[-1]
        quoted = self.quoted_by(quote)
        self.put_back(quoted, number)
        quote.status = "withdrawn"
        words = [(other, f"undone {move.words[ref]} {number}") for other in move.words]
        words += [(other, f"quote_ended {number}") for other in quoted]
        for held in self.held.values():
            held.moves = [m for m in held.moves if not (m.stored_a_quote and m.quote == number)]
        self.write(by, words)

    def _bring_back(self, held: Held, before: Standing) -> None:
        self.ended.pop(before.renewal, None)
        held.now = before

    # -------------------------------------------------------------- where orders stand

    def order_status(self, order: Ordered) -> str:
        places = [self._place(ref, order) for ref in order.renewals]
        phases = [phase for phase, number in places if number == order.number]
        if not phases:
            return "cancelled"
        if WON in phases:
            return "done" if set(phases) == {WON} else "part"
        return "given_out" if order.given_out else "new"

    def _place(self, ref: str, order: Ordered) -> tuple[str, str | None]:
        """The phase of a renewal in an order, and the order that it is in by now."""
        now, renewal = self.held[ref].now, order.renewals[ref]
        if now.renewal == renewal:
            return now.phase, now.order
        state, number = self.ended[renewal]
        return (WON if state in ("fulfilled", "serviced") else "lost"), number


def year_from(start: date, years: int = 1) -> tuple[date, date]:
    """A period of whole years; the 29th of February becomes the 28th."""
    try:
        return start, start.replace(year=start.year + years) - DAY
    except ValueError:
        return start, date(start.year + years, 2, 28) - DAY
