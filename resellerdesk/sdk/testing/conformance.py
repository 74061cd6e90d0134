"""The class that a plugin's tests subclass: what the contract asks of any family."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from resellerdesk.core.pricebook import PriceRow
from resellerdesk.sdk.family import AnyFamily
from resellerdesk.sdk.testing import (
    answer_checks,
    charge_checks,
    family_checks,
    model_checks,
    text_checks,
    workflow_checks,
)
from resellerdesk.sdk.testing.broken import Broken, hold
from resellerdesk.sdk.testing.values import NO_HINTS, Given
from resellerdesk.sdk.testing.walk import Kit, Walked, walk

Check = Callable[[Walked], Iterator[str]]


class Conformance:
    """Subclass it as `class TestMyFamily(Conformance)` and set `family`; pytest does the rest.

    `entitlements` are those to ask about: a list, or a hypothesis strategy; without them some are
    made up from the catalogue and the model of the details. `prices` is the sample price list,
    rows or a CSV file; without it the catalogue counts as the price list. `hints` name values
    that a step is to be tried with, where none that fit can be guessed:
    `{"check": [{"old": PEM, "request": CSR}]}`.
    """

    family: ClassVar[AnyFamily]
    entitlements: ClassVar[Any] = None
    prices: ClassVar[Sequence[PriceRow] | Path | None] = None
    hints: ClassVar[Mapping[str, Sequence[Given]]] = NO_HINTS

    @classmethod
    def walked(cls) -> Walked:
        """All that the family answered; it is asked once for all checks of a class."""
        found = cls.__dict__.get("_answered")
        if found is None:
            if getattr(cls, "family", None) is None:
                raise Broken(f"{cls.__name__} names no family; set family = MyFamily()")
            found = walk(Kit(cls.family, cls.entitlements, cls.prices, cls.hints))
            cls._answered = found  # type: ignore[attr-defined]
        return found

    def _holds(self, check: Check) -> None:
        what = (check.__doc__ or "").partition("\n")[0]
        hold(f"{self.walked().family.key}: {what}", check(self.walked()))

    def test_it_is_complete(self) -> None:
        """Its attributes are what a desk loads."""
        self._holds(family_checks.it_is_complete)

    def test_rules_and_products_are_its_own(self) -> None:
        """What it ships is of this family, and fits its name."""
        self._holds(model_checks.rules_and_products_are_its_own)

    def test_keys_are_plain(self) -> None:
        """Keys can be typed and stand in JSON."""
        self._holds(family_checks.keys_are_plain)

    def test_models_survive_json(self) -> None:
        """Details, facts and settings are the same after they were stored."""
        self._holds(model_checks.models_survive_json)

    def test_every_state_is_reached(self) -> None:
        """Some path of steps leads to each state."""
        self._holds(workflow_checks.every_state_is_reached)

    def test_no_state_is_a_trap(self) -> None:
        """From each state some path leads to an end, besides giving up."""
        self._holds(workflow_checks.no_state_is_a_trap)

    def test_every_open_state_takes_a_quote(self) -> None:
        """A quote can be stored from every open state."""
        self._holds(workflow_checks.every_open_state_takes_a_quote)

    def test_every_ordered_state_can_be_cancelled(self) -> None:
        """An order may come to nothing wherever it is."""
        self._holds(workflow_checks.every_ordered_state_can_be_cancelled)

    def test_the_desk_s_own_ways_are_there(self) -> None:
        """A renewal can be closed, opened again, and seen renewed."""
        self._holds(workflow_checks.the_desk_s_own_ways_are_there)

    def test_nothing_raises(self) -> None:
        """No call raises, whatever the day, the state and the values typed."""
        self._holds(answer_checks.nothing_raises)

    def test_answers_have_their_types(self) -> None:
        """Each call answers with what the contract says."""
        self._holds(answer_checks.answers_have_their_types)

    def test_answers_are_sound(self) -> None:
        """What is in an answer is what a desk can work with."""
        self._holds(family_checks.answers_are_sound)

    def test_one_option_is_recommended(self) -> None:
        """Exactly one, in every situation."""
        self._holds(answer_checks.one_option_is_recommended)

    def test_floors_are_kept(self) -> None:
        """No term is shorter than its floor, and a day of each is left."""
        self._holds(charge_checks.floors_are_kept)

    def test_what_was_picked_is_charged(self) -> None:
        """One term charge, in the period and quantity that the desk fixed."""
        self._holds(charge_checks.what_was_picked_is_charged)

    def test_charges_have_prices(self) -> None:
        """Each charge's SKU has a price, or the option says why not."""
        self._holds(charge_checks.charges_have_prices)

    def test_texts_can_be_translated(self) -> None:
        """Each sentence is a message of its own catalogue and its values."""
        self._holds(text_checks.texts_can_be_translated)

    def test_the_same_question_has_the_same_answer(self) -> None:
        """Asked again, and in another order."""
        self._holds(answer_checks.the_same_question_has_the_same_answer)

    def test_nothing_handed_in_is_changed(self) -> None:
        """Entitlement, context and values are left as they were."""
        self._holds(answer_checks.nothing_handed_in_is_changed)

    def test_the_clock_is_not_read(self) -> None:
        """The day is ctx.as_of."""
        self._holds(answer_checks.the_clock_is_not_read)
        self._holds(model_checks.defaults_do_not_read_the_clock)

    def test_the_network_is_not_used(self) -> None:
        """No host is asked."""
        self._holds(answer_checks.the_network_is_not_used)

    def test_the_machine_is_not_touched(self) -> None:
        """No file is read or written, no process or thread started."""
        self._holds(answer_checks.the_machine_is_not_touched)
