"""What stands in place of the worklist's rows where there are none: what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T, Text
from resellerdesk.desk.worklist import WITHIN_DAYS
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, line, said

_NOTHING_FOUND = (
    T("Nothing that is due matches."),
    T("Every word must be part of a name, a number or a product. esc clears the search."),
)
_NO_DATA = (
    T("There is nothing here yet."),
    T("Import what you have: customers, price lists, vendors' exports, in any order."),
)
_NOTHING_DUE = (
    T("Nothing is due in the next {days} days.", days=WITHIN_DAYS),
    T("A new export of a vendor may bring more:"),
)
_COMMAND = "resellerdesk import FILE..."


def nothing_found(translator: Translator) -> Sequence[Line]:
    return _told(_NOTHING_FOUND, translator)


def no_data(translator: Translator) -> Sequence[Line]:
    return [*_told(_NO_DATA, translator), EMPTY, _command(), EMPTY,
            *_after(T("Then press r here. `resellerdesk demo` shows a desk full of samples."),
                    translator)]


def nothing_due(translator: Translator) -> Sequence[Line]:
    return [*_told(_NOTHING_DUE, translator), EMPTY, _command()]


def reading(translator: Translator) -> Sequence[Line]:
    return [EMPTY, line(f"  {translator.text(T('reading...'))}", Look.QUIET)]


def _told(texts: Sequence[Text], translator: Translator) -> Sequence[Line]:
    first, *others = (translator.text(text) for text in texts)
    return [EMPTY, (Run("  "), said(first, Look.STRONG)), EMPTY,
            *(line(f"  {other}") for other in others)]


def _after(text: Text, translator: Translator) -> Sequence[Line]:
    return [line(f"  {translator.text(text)}")]


def _command() -> Line:
    return (Run("      "), said(_COMMAND, Look.KEY))
