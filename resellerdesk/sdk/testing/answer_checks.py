"""What a family's answers must hold; each check gives a line for everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.core.charge import Offer
from resellerdesk.core.option import Option
from resellerdesk.core.text import Text
from resellerdesk.core.workflow import Effect
from resellerdesk.sdk.answers import recommended_lack
from resellerdesk.sdk.testing.asking import NOTHING, SEVERAL
from resellerdesk.sdk.testing.walk import Walked
from resellerdesk.sdk.testing.watching import Kind


def nothing_raises(walked: Walked) -> Iterator[str]:
    """Whatever is asked, a reason is an answer; an exception marks the entitlement as faulty."""
    for one in walked.answers:
        if one.error is not None and not one.touched:
            said = f"{type(one.error).__name__}: {one.error}".rstrip(": ")
            if one.call == "values":
                yield f"step {one.about}: {said}"
            else:
                yield f"{one.where} raises {said}; answer, or refuse by a Text"


def the_same_question_has_the_same_answer(walked: Walked) -> Iterator[str]:
    """Everything was asked twice, the second time backwards."""
    if any(one.changed for one in walked.answers):
        return  # what was handed in is another, so the answer may be
    for one in walked.answers:
        if one.is_sound and not one.touched and one.again is not NOTHING and (
            one.again != one.value
        ):
            yield (
                f"{one.where} answers {_short(one.value)} and later {_short(one.again)}; let it "
                "depend on its arguments alone, not on what was asked before or on chance"
            )


def nothing_handed_in_is_changed(walked: Walked) -> Iterator[str]:
    """Entitlement, context and values belong to the desk."""
    for one in walked.answers:
        if one.changed:
            yield (
                f"{one.where} changes {one.changed}; answer with changed copies "
                "(model_copy(update=...), dataclasses.replace)"
            )


def the_clock_is_not_read(walked: Walked) -> Iterator[str]:
    """The day is an argument, so that any day can be asked about."""
    yield from _touched(walked, "clock", "take the day from ctx.as_of")


def the_network_is_not_used(walked: Walked) -> Iterator[str]:
    """All that a family may know is in its arguments."""
    yield from _touched(
        walked, "network", "let a layout or a step's value bring what it must know"
    )


def the_machine_is_not_touched(walked: Walked) -> Iterator[str]:
    """No file, process or thread: data that a plugin brings is Python, read when it is loaded."""
    yield from _touched(
        walked, "machine", "read it while the module is imported, or ask for it as a step's File"
    )


def _touched(walked: Walked, kind: Kind, instead: str) -> Iterator[str]:
    for one in walked.answers:
        for touch in one.touched:
            if touch.kind == kind:
                yield f"{one.where} calls {touch.what} at {touch.where}; {instead}"


def one_option_is_recommended(walked: Walked) -> Iterator[str]:
    """Exactly one, whatever the day, the state and the facts."""
    for answer in walked.of("options"):
        options = [one for one in answer.value if isinstance(one, Option)]
        if wrong := recommended_lack(options):
            keys = ", ".join(one.key for one in options if one.recommended)
            yield (
                f"{answer.where}: {wrong} ({keys or 'none'}); set recommended=True on exactly one, "
                "also where only one is left"
            )


def answers_have_their_types(walked: Walked) -> Iterator[str]:
    """Each call answers with what the contract says, sound in itself."""
    wanted: dict[str, tuple[type, ...]] = {
        "offer": (Offer,), "ready": (Text, type(None)), "guard": (Text, type(None)),
        "effect": (Effect,),
    }
    for one in walked.answers:
        if not one.is_sound:
            continue
        kinds = SEVERAL.get(one.call) or wanted.get(one.call)
        values = one.value if one.call in SEVERAL else (one.value,)
        if kinds and not (
            isinstance(values, tuple) and all(isinstance(value, kinds) for value in values)
        ):
            names = " or ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)
            yield f"{one.where} answers {_short(one.value)}; wanted is {names}"


def _short(value: object) -> str:
    said = repr(value)
    return said if len(said) <= 120 else f"{said[:117]}..."
