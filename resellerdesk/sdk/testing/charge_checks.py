"""Whether terms and charges are as the desk has to find them."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.core.charge import Offer, Once, Recurring, Share
from resellerdesk.core.option import Picked
from resellerdesk.core.pricebook import ONE_OFF
from resellerdesk.core.refusal import Refusal
from resellerdesk.sdk.testing.asking import Answer
from resellerdesk.sdk.testing.walk import Walked


def floors_are_kept(walked: Walked) -> Iterator[str]:
    """A term is no shorter than its floor unless a ceiling cuts it, and a day of it is left."""
    for answer, option in walked.options():
        if option.unpriced is not None:
            continue
        try:
            cut = option.is_cut
            option.period  # noqa: B018 -- refuses where no day is left
        except Refusal:
            yield (
                f"{answer.where}: {option.key} starts on {option.start}, after its ceiling "
                f"{option.ceiling}; leave it out where no day is left, or say why in unpriced="
            )
            continue
        except (TypeError, ValueError, OverflowError):
            continue  # the check of its types says so
        if option.months < option.floor and not cut:
            yield (
                f"{answer.where}: {option.key} runs {option.months} months, fewer than its floor "
                f"of {option.floor}; raise months, lower floor, or set the ceiling that cuts it"
            )


def what_was_picked_is_charged(walked: Walked) -> Iterator[str]:
    """One term charge for a priced option, in the period and quantity that the desk fixed."""
    for answer, picked, offer in _offers(walked):
        if picked.option.unpriced is not None:
            continue
        terms = [
            one for one in offer.charges
            if isinstance(one, Recurring | Once) and one.role == "term"
        ]
        if len(terms) != 1:
            yield (
                f"{answer.where} has {len(terms)} charges of role 'term'; it wants one, the price "
                "of what is renewed (or say in the option's unpriced= why there is none)"
            )
            continue
        [term] = terms
        if term.quantity != picked.quantity:
            yield (
                f"{answer.where} charges {term.quantity} units, picked were {picked.quantity}; "
                "take picked.quantity"
            )
        if isinstance(term, Recurring) and term.period != picked.period:
            yield (
                f"{answer.where} charges {term.period.start} .. {term.period.end}, picked was "
                f"{picked.period.start} .. {picked.period.end}; take picked.period"
            )


def charges_have_prices(walked: Walked) -> Iterator[str]:
    """Each SKU stands in the sample price list; without one, in the family's catalogue."""
    rows = walked.prices
    known = {
        (row.vendor, row.sku, row.term_months == ONE_OFF) for row in rows
    } if rows is not None else set()
    listed = {(product.vendor, product.sku) for product in walked.family.catalogue}
    for answer, picked, offer in _offers(walked):
        # Details varied at will may name what no price list knows, such as another model.
        if picked.option.unpriced is not None or not walked.is_given(answer.case.held):
            continue
        for charge in offer.all_charges:
            if isinstance(charge, Share):
                continue
            vendor, once = answer.case.held.vendor, isinstance(charge, Once)
            if rows is None and (vendor, charge.sku) not in listed:
                yield (
                    f"{answer.where}: {charge.id} charges {charge.sku} of {vendor}, which is not "
                    "in the family's catalogue; add the product, or name a price list (prices=)"
                )
            elif rows is not None and (vendor, charge.sku, once) not in known:
                kind = "one-off price" if once else "price by the year"
                yield (
                    f"{answer.where}: {charge.id} charges {charge.sku} of {vendor}, which has no "
                    f"{kind} in prices; add a row, or say in the option's unpriced= why not"
                )


def _offers(walked: Walked) -> Iterator[tuple[Answer, Picked, Offer]]:
    for answer in walked.of("offer"):
        if isinstance(answer.value, Offer):
            yield answer, answer.given, answer.value
