"""A quote's other options as the customer sees them: by how much each would differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resellerdesk.core.fact import Fact
from resellerdesk.core.ladder import Rung
from resellerdesk.core.pricing import Line
from resellerdesk.core.quote import Item, Quote
from resellerdesk.core.text import Label


@dataclass(frozen=True, slots=True)
class ViewRung:
    """One option: the facts by which it differs, and its difference to the quoted one before
    tax, in minor units."""

    key: str
    title: Label
    facts: tuple[Fact, ...]
    difference: int
    is_quoted: bool
    is_current: bool


@dataclass(frozen=True, slots=True)
class ViewLadder:
    """The options of one or several entitlements for their days, the cheapest first; each
    difference is for one of them."""

    refs: tuple[str, ...]
    rungs: tuple[ViewRung, ...]


def view_ladders(quote: Quote) -> tuple[ViewLadder, ...]:
    """What differs in nothing but its reference stands together; what is offered as an
    alternative of the whole quote is not shown again."""
    shown = {other.key.partition("+")[0] for other in quote.alternatives}
    found: list[ViewLadder] = []
    for item in quote.items:
        lines = [line for line in quote.lines if line.ref == item.ref]
        rungs = _rungs(item, [rung for rung in item.ladder if rung.key not in shown], lines)
        if len(rungs) < 2:
            continue
        same = next((n for n, one in enumerate(found) if one.rungs == rungs), None)
        if same is None:
            found.append(ViewLadder((item.ref,), rungs))
        else:
            found[same] = replace(found[same], refs=(*found[same].refs, item.ref))
    return tuple(found)


def _rungs(
    item: Item, others: Sequence[Rung], lines: Sequence[Line]
) -> tuple[ViewRung, ...]:
    addons = {addon.key for addon in item.picked.option.addons}
    quoted = sum(line.amount for line in lines if line.charge not in addons)
    own = item.picked.option
    facts = tuple(fact for fact in item.offer.facts if not fact.internal)
    rungs = [
        ViewRung(own.key, own.title, facts, 0, True, own.current),
        *(ViewRung(rung.key, rung.title, rung.facts, rung.amount - quoted, False,
                   rung.is_current) for rung in others),
    ]
    telling = _telling([rung.facts for rung in rungs])
    return tuple(sorted(
        (replace(rung, facts=tuple(fact for fact in rung.facts if fact.key in telling))
         for rung in rungs),
        key=lambda rung: rung.difference,
    ))


def _telling(facts: Sequence[tuple[Fact, ...]]) -> set[str]:
    """The keys of the facts that are not the same for all."""
    values = [{fact.key: fact.value for fact in of_one} for of_one in facts]
    keys = {key for one in values for key in one}
    return {key for key in keys if any(one.get(key) != values[0].get(key) for one in values)}
