"""Coffee machines as they are, but for what a subclass says."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.sdk import Finding, texts

from toy_family.family import CoffeeFamily
from toy_family.machine import Held, Situated

T = texts("wrong_families")


class Changed(CoffeeFamily):
    """Coffee machines, but for what a subclass says."""

    def findings(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return (*super().findings(held, ctx), *self.more(held, ctx))

    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return ()
