"""Whether a family is complete, and its keys and answers are what the desk can work with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from resellerdesk.core.charge import Offer
from resellerdesk.core.fact import Fact, Finding, Table
from resellerdesk.core.option import Option
from resellerdesk.core.workflow import Effect
from resellerdesk.sdk.answers import offer_lacks, options_are_unsound
from resellerdesk.sdk.complete import parts_lack
from resellerdesk.sdk.testing.asking import SEVERAL
from resellerdesk.sdk.testing.walk import Walked

_KEY = re.compile(r"[a-z0-9][a-z0-9_-]*\Z", re.ASCII)

_OPTIONS = "each has a key of its own, and the customer has at most one of them today"
_OFFERS = "help(resellerdesk.sdk.Offer) says what stands in one"


def it_is_complete(walked: Walked) -> Iterator[str]:
    """Its attributes are what a desk loads; facts and settings have defaults."""
    if wrong := parts_lack(walked.family):
        yield wrong


def answers_are_sound(walked: Walked) -> Iterator[str]:
    """Options and offers hold what a desk can work with, each key once, at most one current."""
    for answer in walked.of("options"):
        options = [one for one in answer.value if isinstance(one, Option)]
        if wrong := options_are_unsound(options):
            yield f"{answer.where}: {wrong}; {_OPTIONS}"
        if sum(one.current for one in options) > 1:
            yield f"{answer.where}: several options are current; {_OPTIONS}"
    for answer in walked.of("offer"):
        if isinstance(answer.value, Offer) and (line := offer_lacks(answer.value)):
            yield f"{answer.where}: {line}; {_OFFERS}"


def keys_are_plain(walked: Walked) -> Iterator[str]:
    """Keys are typed on the command line and stand in JSON; `+` and `=` mean something there."""
    family = walked.family
    for what, key in chain(
        (("state", state.key) for state in family.workflow.states),
        (("step", step.key) for step in family.workflow.steps),
        _keys_of(walked),
    ):
        if not isinstance(key, str) or not _KEY.match(key):
            yield (
                f"{what} {key!r} is no key; write lower-case letters, digits, - and _, such as "
                "'essential-12'"
            )


def _keys_of(walked: Walked) -> Iterator[tuple[str, object]]:
    found: dict[tuple[str, object], None] = {}
    for _, option in walked.options():
        found["option", option.key] = None
        found |= {("add-on", addon.key): None for addon in option.addons}
    for answer in walked.of("offer", "effect", *SEVERAL):
        value = answer.value
        if isinstance(value, Offer):
            found |= {("kind of a charge", charge.kind): None for charge in value.charges}
            found |= _named((*value.facts, *value.tables))
        elif isinstance(value, Effect):
            found |= _named((*value.for_vendor, *value.tables))
        elif isinstance(value, tuple):
            found |= _named(value)
    yield from found


def _named(several: tuple[object, ...]) -> dict[tuple[str, object], None]:
    found: dict[tuple[str, object], None] = {}
    for one in several:
        if isinstance(one, Fact | Table | Finding):
            found[type(one).__name__.lower(), one.key] = None
        if isinstance(one, Table):
            found |= {("column", key): None for key, _ in one.columns}
    return found
