"""Coffee machines whose words no catalogue can hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resellerdesk.sdk import Finding, Option, Text

from toy_family.machine import Held, Situated
from wrong_families.changed import Changed, T


class WritesSentencesOut(Changed):
    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        cups = held.details.cups
        return (Finding("cups", T(f"{held.reference} has brewed {cups} cups")),)


class WritesTheEndOut(Changed):
    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return (Finding("end", T("ends on {end}", end=held.period.end.isoformat())),)


class WritesWordsIntoArguments(Changed):
    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        fleet = f"{len(ctx.holdings)} machines"
        return (Finding("fleet", T("the bar has {fleet}", fleet=fleet)),)


class NamesNoCatalogue(Changed):
    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return (Finding("plain", Text("it brews")),)


class ForgetsAnArgument(Changed):
    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return (Finding("fields", T("{tag} brews", reference=held.reference)),)


class SaysATitleInOneLanguage(Changed):
    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        return [replace(one, title="Scrap it") if one.key == "scrap" else one  # type: ignore[arg-type]
                for one in super().options(held, ctx)]


class SpellsKeysWithSpaces(Changed):
    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return (Finding("No Scale", T("it brews")),)
