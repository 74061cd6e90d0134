"""What an option comes to and is, beside the first one, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from resellerdesk.core.customer_view import ViewLine
from resellerdesk.core.fact import Fact
from resellerdesk.core.money import round_half_up
from resellerdesk.core.period import measure
from resellerdesk.core.text import T, Text, Value
from resellerdesk.documents.options import Option
from resellerdesk.documents.press import Press, count_of

_MOST_FACTS = 3


def against_first(press: Press, option: Option, first: Option) -> str:
    """By how much it differs, before tax; empty of the first itself."""
    if option is first:
        return ""
    difference = press.signed(option.sums.subtotal - first.sums.subtotal)
    return press.say(T("{difference} against option {letter}", difference=difference,
                       letter=first.letter))


def said_of(press: Press, option: Option, options: Sequence[Option]) -> Iterator[str]:
    """Its price by the year and what it saves, the facts by which it differs, when it ends."""
    first = options[0]
    for said in _by_the_year(press, option, first):
        yield press.say(said)
    for fact in telling_facts(options).get(option.letter, [])[:_MOST_FACTS]:
        yield press.say(T("{title}: {value}", title=fact.title, value=press.shown(fact.value)))
    # Back maintenance, too, has a period: it is over.
    ends = sorted({line.period.end for line in option.lines
                   if line.period.days > 1 and line.period.end >= press.view.as_of})
    if ends:
        start, end = press.shown(ends[0]), press.shown(ends[-1])
        yield press.say(T("ends on {day}", day=end) if start == end
                        else T("ends from {first} to {last}", first=start, last=end))
    count = count_of(option.lines)
    if option is first:
        yield press.say(T("{lines}, as above", lines=count))
    elif not option.same:
        yield press.say(T("{lines}, see below", lines=count))
    else:
        yield press.say(T("{lines}, {n} of its own, see below", lines=count,
                          n=len(option.changed)))


def _by_the_year(press: Press, option: Option, first: Option) -> Iterator[Text]:
    """Of the lines of its own for several whole years alone: the others run as they do in A."""
    long = [line for line in option.changed if _whole_years(line) > 1]
    years = {_whole_years(line) for line in long}
    if len(years) != 1:
        return
    [n] = years
    whole = sum(line.amount for line in long)
    a_year = round_half_up(Fraction(whole, n))
    said = T("{amount} a year for {n} years", amount=press.money(a_year), n=n)
    if len(long) < len(option.lines):
        said = Text("{lines} of it for {n} years: {amount} a year",
                    {"lines": count_of(long), "n": n, "amount": press.money(a_year)})
    yield said
    saved = _yearly(long, first) * n - whole
    if saved > 0:
        yield T("saves {amount} on {n} yearly renewals at today’s prices",
                amount=press.money(saved), n=n)


def _yearly(long: Sequence[ViewLine], first: Option) -> int:
    """What the same lines come to for one year in the first option; 0 where one is not there."""
    amounts = {(line.ref, line.kind, line.quantity): line.amount for line in first.lines
               if _whole_years(line) == 1}
    found = [amounts.get((line.ref, line.kind, line.quantity)) for line in long]
    return sum(amount for amount in found if amount is not None) if None not in found else 0


def _whole_years(line: ViewLine) -> int:
    """How many years a line is for; 0 where it is not for whole years."""
    size = measure(line.period)
    return 0 if size.rest_days else size.years


def telling_facts(options: Sequence[Option]) -> dict[str, list[Fact]]:
    """The facts by which options differ, by the option's letter: of the lines that any of them
    exchanges, those that are one and the same for all of an option's lines."""
    refs = {line.ref for option in options for line in option.changed}
    of_option = {option.letter: _facts(option, refs) for option in options}
    keys = list(dict.fromkeys(key for facts in of_option.values() for key in facts))
    telling = [key for key in keys if _differs([facts.get(key) for facts in of_option.values()])]
    return {
        letter: [facts[key][0] for key in telling if facts.get(key)]
        for letter, facts in of_option.items()
    }


def _facts(option: Option, refs: set[str]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for line in option.lines:
        for fact in line.facts if line.ref in refs else ():
            found.setdefault(fact.key, []).append(fact)
    return found


def _differs(of_options: Sequence[list[Fact] | None]) -> bool:
    """Whether each option has one value, and not all the same."""
    values: list[Value] = []
    for facts in of_options:
        own = [fact.value for fact in facts or ()]
        if not own or any(value != own[0] for value in own):
            return False
        values.append(own[0])
    return any(value != values[0] for value in values)
