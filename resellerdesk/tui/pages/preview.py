"""The preview under the worklist: four lines on the renewal under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from resellerdesk.core.money import Money
from resellerdesk.core.text import T, Text
from resellerdesk.desk.showing import Shown
from resellerdesk.store.quotes import QuoteHead
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.glance import Glance
from resellerdesk.tui.lines import Line, Look, Run, cut, line, said
from resellerdesk.tui.pages.headline import BETWEEN
from resellerdesk.tui.pages.standing import standing_line

HEIGHT = 4


def preview_lines(
    seen: Glance, as_of: date, translator: Translator, width: int
) -> Sequence[Line]:
    """What it is; how it stands and what waiting costs; what comes next; what to look at."""
    lines = (
        what_line(seen.shown),
        standing_line(seen, as_of, translator),
        _next_line(seen, translator),
        _findings_line(seen.shown, translator, width - 2),
    )
    return [(Run(" "), *shown) for shown in lines]


def what_line(shown: Shown) -> Line:
    held = shown.record.held
    told = [held.ref, shown.record.customer, shown.record.region, held.columns.program]
    name = said(f"{held.columns.description} ×{held.columns.quantity}", Look.STRONG)
    return (name, said("".join(f"{BETWEEN}{part}" for part in told if part)))


def _next_line(seen: Glance, translator: Translator) -> Line:
    """A fault; or the newest quote and the recommended option, what is nearer first."""
    if seen.shown.fault is not None:
        return line(translator.text(T("fault: {fault}", fault=seen.shown.fault)), Look.LATE)
    option = _option(seen, translator)
    if not seen.shown.quotes:
        return line(BETWEEN.join([*option, translator.text(T("no quote yet"))]))
    return line(BETWEEN.join([translator.text(_quoted(seen.shown.quotes[0])), *option]))


def _option(seen: Glance, translator: Translator) -> list[str]:
    option = seen.recommended
    if option is None or seen.choices is None:
        return []
    title = translator.text(option.option.title)
    if option.total is None:
        return [title, translator.text(option.why or T("no price"))]
    amount = translator.money(option.total, seen.choices.currency)
    return [title, f"{option.period.start} – {option.period.end}", amount]


def _quoted(quote: QuoteHead) -> Text:
    return T(
        "quoted {number} on {day}: {total}, valid until {until}", number=quote.number,
        day=quote.as_of.isoformat(), total=Money(quote.total, quote.currency),
        until=quote.valid_until.isoformat(),
    )


def _findings_line(shown: Shown, translator: Translator, width: int) -> Line:
    """The first finding; how many there are besides is never cut."""
    if not shown.findings:
        return line(translator.text(T("no findings")), Look.QUIET)
    others = len(shown.findings) - 1
    more = f" {translator.text(T('(and {n} more)', n=others))}" if others else ""
    found = translator.text(T("findings: {first}", first=shown.findings[0].text))
    return line(cut(found, width - len(more)) + more)
