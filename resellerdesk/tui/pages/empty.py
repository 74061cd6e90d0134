"""What stands in place of the worklist's rows where there are none: what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T, Text
from resellerdesk.desk.worklist import WITHIN_DAYS
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, line, said
from resellerdesk.tui.pages.blocks import sentences

_NOTHING_FOUND = (
    T("Nothing that is due matches."),
    T("Every word must be part of a name, a number or a product. esc clears the search."),
)
_NOTHING_HERE = (
    T("This view is empty."),
    T("v shows the other views: what is due, or every renewal that is under way."),
)
_NO_DATA = (
    T("There is nothing here yet."),
    T("Import what you have: customers, price lists, vendors' exports, in any order."),
)
_NOTHING_DUE = (
    T("Nothing is due in the next {days} days.", days=WITHIN_DAYS),
    T("A new export of a vendor may bring more:"),
)
_THEN = T("Then press r here. The command `resellerdesk demo` shows a desk full of samples.")
_COMMAND: Sequence[Line] = (
    EMPTY, (Run("      "), said("resellerdesk import FILE...", Look.KEY)), EMPTY,
)


def nothing_found(translator: Translator, width: int) -> Sequence[Line]:
    """A search that finds nothing."""
    return told_to(_NOTHING_FOUND, translator, width)


def nothing_here(translator: Translator, width: int) -> Sequence[Line]:
    """A view that holds nothing, where others may."""
    return told_to(_NOTHING_HERE, translator, width)


def no_data(translator: Translator, width: int) -> Sequence[Line]:
    return [*told_to(_NO_DATA, translator, width), *_COMMAND, *_sentence(_THEN, translator, width)]


def nothing_due(translator: Translator, width: int) -> Sequence[Line]:
    return [*told_to(_NOTHING_DUE, translator, width), *_COMMAND]


def reading(translator: Translator, width: int) -> Sequence[Line]:
    return [EMPTY, line(f"  {translator.text(T('reading...'))}", Look.QUIET)]


def told_to(texts: tuple[Text, Text], translator: Translator, width: int) -> Sequence[Line]:
    what, how = texts
    return [
        EMPTY, (Run("  "), said(translator.text(what), Look.STRONG)), EMPTY,
        *_sentence(how, translator, width),
    ]


def _sentence(text: Text, translator: Translator, width: int) -> Sequence[Line]:
    return sentences([translator.text(text)], width, "  ")
