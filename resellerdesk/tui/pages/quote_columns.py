"""The columns of a quote's lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from resellerdesk.core.pricing import Line as QuoteLine
from resellerdesk.core.text import T, Text
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import Line, left, line, right
from resellerdesk.tui.widgets.columns import Column, Fold

Shown = Callable[[QuoteLine], str]


@dataclass(frozen=True, slots=True)
class QuoteCells:
    """Paints the cells of a quote's line; amounts in `currency`."""

    translator: Translator
    currency: str

    def folds(self) -> Sequence[Fold[QuoteLine]]:
        """All columns, and without what a narrow screen has no room for."""
        ref = self._left("ref", T("Ref"), 14, lambda it: it.ref.partition(":")[2])
        what = self._left("what", T("What"), 16, lambda it: self._words(it.description), share=1)
        period = self._left("period", T("Period"), 21,
                            lambda it: f"{it.period.start} {it.period.end}")
        end = self._left("end", T("Until"), 10, lambda it: f"{it.period.end}")
        quantity = self._right("quantity", T("Qty"), 5, lambda it: str(it.quantity))
        listed = self._right("list", T("List"), 10, lambda it: self._money(it.unit_list))
        less = self._right("discount", T("Disc."), 6, _discount)
        net = self._right("net", T("Net"), 10, lambda it: self._money(it.unit_net))
        amount = self._right("amount", T("Amount"), 12, lambda it: self._money(it.amount))
        margin = self._right("margin", T("Margin"), 11, self._margin)
        return (
            (ref, what, period, quantity, listed, less, net, amount, margin),
            (ref, what, end, quantity, net, amount),
            (what, end, amount),
        )

    def _words(self, label: str | Text) -> str:
        return label if isinstance(label, str) else self.translator.text(label)

    def _money(self, amount: int) -> str:
        return self.translator.amount(amount, self.currency)

    def _margin(self, of: QuoteLine) -> str:
        return self.translator.text(T("unknown")) if of.margin is None else self._money(of.margin)

    def _left(self, key: str, title: Text, width: int, shown: Shown, share: int = 0
              ) -> Column[QuoteLine]:
        def paint(of: QuoteLine, room: int) -> Line:
            return line(left(shown(of), room))

        return Column(key, self.translator.text(title), width, paint, share)

    def _right(self, key: str, title: Text, width: int, shown: Shown) -> Column[QuoteLine]:
        def paint(of: QuoteLine, room: int) -> Line:
            return line(right(shown(of), room))

        return Column(key, self.translator.text(title), width, paint, at_right=True)


def _discount(of: QuoteLine) -> str:
    return f"{of.discount.percent.normalize():f} %" if of.discount.percent else ""

