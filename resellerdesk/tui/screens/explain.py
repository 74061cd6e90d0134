"""How each amount of a quote came about, step by step; for the rep alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from textual.app import ComposeResult

from resellerdesk.core.money import Money, decimal_text
from resellerdesk.core.pricing import Line as QuoteLine
from resellerdesk.core.text import StoredValue, T, Text
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, line
from resellerdesk.tui.pages.blocks import named
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.widgets.bar import Compose
from resellerdesk.tui.widgets.page import Page
from resellerdesk.tui.widgets.rule import Rule

NAMES = {
    "price_row": T("price row"), "whole_years": T("whole years"), "stub": T("remaining days"),
    "exact": T("exact"), "rounding": T("rounded"), "share": T("share"),
}


class ExplainScreen(Frame):
    """Begins at the line that was asked about; the others follow, each once around."""

    BINDINGS = bindings(Place.EXPLAIN)
    AUTO_FOCUS = "#page"

    def __init__(self, lines: Sequence[QuoteLine], said: Compose, at: int = 0) -> None:
        """`said` makes what has to be said of the quote as a whole; it stands below."""
        super().__init__()
        self._said = said
        self._of = [*lines[at:], *lines[:at]]

    def body(self) -> ComposeResult:
        yield Page(id="page")
        yield Rule(id="rule")

    def on_mount(self) -> None:
        words = self.session.translator.text
        place = words(T("How it came about"))
        self.title_as(partial(title_line, place, self.session.as_of, []))
        translator = self.session.translator
        self.query_one(Page).show(lambda width: [
            *_explained(self._of, translator, width), EMPTY, *self._said(width)])
        self.call_after_refresh(self.session.ready)

    def action_back(self) -> None:
        self.session.back()


def _explained(
    of: Sequence[QuoteLine], translator: Translator, width: int
) -> Iterator[Line]:
    for each in of:
        what = each.description
        said = what if isinstance(what, str) else translator.text(what)
        yield EMPTY
        yield line(f" {said}", Look.STRONG)
        period = f"{each.period.start} – {each.period.end}"
        yield line(f"   {each.ref}  {each.sku}  {period}", Look.QUIET)
        pairs = [(_name(step.step, translator), _value(step.value, translator))
                 for step in each.derivation]
        yield from ((Run("   "), *runs) for runs in named(pairs, width - 6))


def _name(step: str, translator: Translator) -> str:
    known = NAMES.get(step)
    return step.replace("_", " ") if known is None else translator.text(known)


def _value(value: StoredValue, translator: Translator) -> str:
    if isinstance(value, Money):
        return f"{decimal_text(value.amount, value.currency)} {value.currency}"
    return translator.text(value) if isinstance(value, Text) else str(value)
