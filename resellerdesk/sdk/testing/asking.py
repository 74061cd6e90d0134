"""Asks a family one thing, and keeps all that came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from resellerdesk.core.fact import Fact, Finding, Milestone, Table
from resellerdesk.core.option import Option
from resellerdesk.sdk.testing.case import Case
from resellerdesk.sdk.testing.unchanged import imprint
from resellerdesk.sdk.testing.watching import Touch, watched

NOTHING = object()

SEVERAL: dict[str, tuple[type, ...]] = {
    "options": (Option,), "milestones": (Milestone,), "findings": (Finding,),
    "facts_shown": (Fact, Table),
}
"""Calls that answer with several things, and their types."""


@dataclass(slots=True)
class Answer:
    """What a family said to one question; `again` is what it says to the same at the end.

    `about` names an option or a step; `changed` what was handed in and is no longer as it was.
    """

    call: str
    about: str
    case: Case
    put: Callable[[], Any]
    given: Any = None
    value: Any = NOTHING
    error: BaseException | None = None
    touched: Sequence[Touch] = ()
    changed: str = ""
    again: Any = field(default=NOTHING, repr=False)

    @property
    def where(self) -> str:
        """Which question it was, as a complaint begins."""
        held, ctx = self.case.held, self.case.ctx
        situation = str(ctx.situation).replace("_", " ")
        about = f" of {self.about}" if self.about else ""
        return (
            f"{self.call}{about} for {held.ref} on {ctx.as_of} "
            f"({situation}, {ctx.renewal.state})"
        )

    @property
    def is_sound(self) -> bool:
        """Whether there is an answer that other checks can look at."""
        return self.value is not NOTHING and self.error is None


def ask(
    case: Case, call: str, put: Callable[[], Any], about: str = "", given: Any = None
) -> Answer:
    """Asks under watch; `given` is what is handed over besides entitlement and context."""
    answer = Answer(call, about, case, put, given)
    before = _handed_over(answer)
    answer.value, answer.error, answer.touched = _put(answer)
    after = _handed_over(answer)
    answer.changed = next((name for name in before if before[name] != after[name]), "")
    return answer


def ask_again(answer: Answer) -> None:
    """The same question once more."""
    value, error, _ = _put(answer)
    answer.again = value if error is None else error


def _put(answer: Answer) -> tuple[Any, BaseException | None, Sequence[Touch]]:
    """Whatever goes wrong in a family is part of its answer, an exit too."""
    with watched() as touched:
        try:
            return _taken(answer.call, answer.put()), None, touched
        except (Exception, SystemExit) as error:
            return NOTHING, error, touched


def _taken(call: str, value: Any) -> Any:
    """Of a generator what it brings, while it is watched."""
    return tuple(value) if call in SEVERAL and isinstance(value, Iterable) else value


def _handed_over(answer: Answer) -> dict[str, Any]:
    ctx = answer.case.ctx
    return {
        "the entitlement": imprint(answer.case.held),
        "the renewal": imprint(ctx.renewal),
        "the settings": imprint(ctx.settings),
        "the holdings": imprint(ctx.holdings),
        "what was picked or typed": imprint(answer.given),
    }
