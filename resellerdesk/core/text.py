"""What the program says, kept as a message and its arguments until somebody reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from resellerdesk.core.money import Money


def _tagged(value: Any) -> Any:
    """The JSON form of a value: JSON has no dates, money or decimals, so those carry a tag."""
    match value:
        case Money():
            return {"money": [value.amount, value.currency]}
        case Decimal():
            return {"decimal": str(value)}
        case date():
            return {"date": value.isoformat()}
        case Text():
            return {"text": value.as_json()}
    return value


def _untagged(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    [(tag, inner)] = value.items()
    match tag:
        case "money":
            return Money(int(inner[0]), str(inner[1]))
        case "decimal":
            return Decimal(inner)
        case "date":
            return date.fromisoformat(inner)
        case "text":
            return Text.from_json(inner)
    raise ValueError(f"unknown tag {tag}")


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence that is not yet in anybody's language.

    `message` is the English sentence with `{names}` of `args`; it is also the key of the
    translation. `plural` with `count` (the name of an argument) chooses a plural form.
    `domain` names the catalogue; empty means the host's own.
    """

    message: str
    args: Mapping[str, StoredValue] = field(default_factory=dict)
    plural: str = ""
    count: str = ""
    domain: str = ""

    def __str__(self) -> str:
        """The English sentence, for logs and exceptions; people get it translated."""
        return self.message.format_map(dict(self.args))

    def as_json(self) -> dict[str, Any]:
        """The stored form; `from_json` reads it back to an equal Text."""
        form: dict[str, Any] = {"message": self.message}
        if self.args:
            form["args"] = {name: _tagged(value) for name, value in self.args.items()}
        for name in ("plural", "count", "domain"):
            if getattr(self, name):
                form[name] = getattr(self, name)
        return form

    @staticmethod
    def from_json(form: Mapping[str, Any]) -> Text:
        args = {name: _untagged(value) for name, value in form.get("args", {}).items()}
        rest = {name: form[name] for name in ("plural", "count", "domain") if name in form}
        return Text(form["message"], args, **rest)


Value = str | int | bool | Decimal | date | Money | Text | None
"""What a fact, a table's cell or a message's argument can be."""

StoredValue = Annotated[
    Value, BeforeValidator(_untagged), PlainSerializer(_tagged, when_used="json")
]
"""A Value in a stored record, where JSON has to bring back the same type."""

Label = str | Text
"""Words on a line: a name that came from outside (str), or words of our own (Text)."""

StoredLabel = Annotated[
    str | Text, BeforeValidator(_untagged), PlainSerializer(_tagged, when_used="json")
]


def each_once(texts: Sequence[Text]) -> tuple[Text, ...]:
    """The texts without those said before."""
    return tuple(text for n, text in enumerate(texts) if text not in texts[:n])


def texts(domain: str) -> Callable[..., Text]:
    """A maker of Texts in one plugin's catalogue: `T = texts("resellerdesk_software")`."""

    def make(message: str, *, plural: str = "", count: str = "", **args: Value) -> Text:
        return Text(message, args, plural, count, domain)

    return make


T = texts("")
