"""Whether all that a family says can be put into another language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from resellerdesk.core.fact import Fact, Table
from resellerdesk.core.money import Money
from resellerdesk.core.text import Text
from resellerdesk.sdk.testing.asking import Answer
from resellerdesk.sdk.testing.sources import Sources, messages_of_the_desk, sources_of
from resellerdesk.sdk.testing.walk import Walked

_VALUES = (str, int, bool, Decimal, date, Money, Text, type(None))
_DAY = re.compile(
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2} [A-Za-z]{3,9} \d{4})\Z"
)
_NUMBER = re.compile(r"[^\w\s]?\s?[+-]?\d[\d,.'\u00a0 ]*(\s?(%|[A-Z]{3}|[^\w\s]))?\Z")
_BETWEEN = re.compile(r"[\s,;/]+")
_WHOLE = re.compile(r"\d+\Z")


def texts_can_be_translated(walked: Walked) -> Iterator[str]:
    """Each Text is a message that the sources of the plugin spell out, with plain values."""
    sources = sources_of(walked.family)
    family = walked.family
    shown = [("the family's title", family.title)]
    shown += [(f"title of the state {one.key}", one.title) for one in family.workflow.states]
    shown += [(f"title of the step {one.key}", one.title) for one in family.workflow.steps]
    for what, said in shown:
        if isinstance(said, Text):
            yield from (f"{what}: {why}" for why in _faults(said, sources, frozenset()))
    seen: set[str] = set()
    for answer in walked.answers:
        if answer.is_sound:
            yield from _in_answer(answer, sources, seen)


def _in_answer(answer: Answer, sources: Sources, seen: set[str]) -> Iterator[str]:
    known: frozenset[str] | None = None
    for said in _said(answer.value):
        if repr(said) in seen:
            continue
        seen.add(repr(said))
        if known is None and _is_suspicious(said):
            known = frozenset(_strings((
                answer.case.held, answer.case.ctx, answer.case.family.catalogue,
                answer.case.family.policy, answer.given,
            )))
        for why in _faults(said, sources, known or frozenset()):
            yield f"{answer.where}: {why}"


def _said(value: Any) -> Iterator[Text | str]:
    """Every Text of an answer, with those among its arguments; of facts and tables also words."""
    if isinstance(value, Text):
        yield value
        yield from (one for one in value.args.values() if isinstance(one, Text))
    elif isinstance(value, Fact):
        yield from _said(value.title)
        yield from [value.value] if isinstance(value.value, str) else _said(value.value)
    elif isinstance(value, Table):
        yield from _said((value.title, value.columns))
        for cell in (cell for row in value.rows for cell in row):
            yield from [cell] if isinstance(cell, str) else _said(cell)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _said(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _said(getattr(value, name))


def _is_suspicious(said: Text | str) -> bool:
    """Whether something in it may have been written out, so that the inputs are worth a look."""
    strings = [said] if isinstance(said, str) else said.args.values()
    return any(isinstance(one, str) and (" " in one or one[:1].isdigit() or _NUMBER.match(one))
               for one in strings)


def _faults(said: Any, sources: Sources, known: frozenset[str]) -> Iterator[str]:
    if isinstance(said, str):
        yield from (f"the value {_short(said)} {why}" for why in _written_out(said, sources, known)
                    if not _WHOLE.match(said))
        return
    if not isinstance(said, Text):
        return  # the checks of types say so
    yield from _message_faults(said, sources)
    args: Mapping[str, Any] = said.args  # whatever a plugin put there
    for name, value in args.items():
        what = f"{_short(said.message)}: its argument {name}"
        if not isinstance(value, _VALUES) or isinstance(value, datetime):
            yield (
                f"{what} is a {type(value).__name__}; hand over a str, int, bool, Decimal, date, "
                "Money, Text or None"
            )
        elif isinstance(value, str):
            yield from (
                f"{what} is {_short(value)}, which {why}"
                for why in _written_out(value, sources, known)
            )


def _message_faults(said: Text, sources: Sources) -> Iterator[str]:
    shown = _short(said.message)
    ours = sources.messages.get(said.domain)
    if ours is None and not (said.domain == "" and said.message in messages_of_the_desk()):
        packages = " or ".join(repr(name) for name in sources.messages)
        yield (
            f"{shown} names the catalogue {said.domain!r}; make it by T = texts({packages}), the "
            "package whose locale/ folder holds its translations"
        )
    elif ours is not None and said.message not in ours:
        at = sources.writes(said.message)
        yield (
            f"{shown} is a sentence written out at {at}, which no catalogue can hold; write "
            "T('... {name} ...', name=value)" if at else
            f"{shown} is no message that the sources of {said.domain} spell out; write it as a "
            "literal: T('...')"
        )
    try:
        said.message.format_map(dict(said.args))
        said.plural.format_map(dict(said.args))
    except (KeyError, IndexError, ValueError, AttributeError) as error:
        yield f"{shown} cannot be filled: {error!r}; give each of its fields an argument"
    if said.count and not isinstance(said.args.get(said.count), int):
        yield f"{shown} chooses its plural by {said.count!r}, which is no whole number among args"


def _written_out(said: str, sources: Sources, known: frozenset[str]) -> Iterator[str]:
    if said in known or all(part in known for part in _BETWEEN.split(said)):
        return  # data as it came in, or a list of such
    if at := sources.writes(said):
        yield f"is written out in English at {at}; make it a Text, or hand over the values"
    elif _DAY.match(said):
        yield "is a day written out; hand over the date itself"
    elif _NUMBER.match(said):
        yield "is a number written out; hand over the int, Decimal or Money itself"


def _strings(value: Any) -> Iterator[str]:
    """Every str in what was handed to a family."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for _, inner in value:
            yield from _strings(inner)
    elif isinstance(value, Mapping):
        yield from _strings([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _strings(inner)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))
    elif hasattr(value, "__dict__") and not isinstance(value, type):
        yield from _strings(vars(value))


def _short(said: str) -> str:
    return repr(said if len(said) <= 60 else f"{said[:57]}...")
