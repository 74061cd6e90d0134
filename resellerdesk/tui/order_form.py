"""Giving an order out to its vendor: the file is written, and the history says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.order_content import KINDS, order_content
from resellerdesk.desk.ordering import OrderShown, give_out
from resellerdesk.files.whole import written_after
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.form import Field, Form, Values


def out_form(
    desk: Desk, shown: OrderShown, translator: Translator, then: Callable[[str], None]
) -> Form[str]:
    number = shown.order.number
    fields = [
        Field("format", T("As"), "choice", True, [(kind, kind) for kind in KINDS], KINDS[0]),
        Field("out", T("Write it to"), "file", value=f"{number}.{KINDS[0]}"),
    ]

    def do(values: Values) -> str:
        path = Path(values["out"].strip()).expanduser()
        with written_after(path, order_content(desk, shown, values["format"], translator)):
            give_out(desk, number, str(path))
        return str(path)

    return Form(
        T("Give the order out"), [number], f"orders {number}", fields, do, then,
        lambda v: ["orders", number, "--format", v["format"], "--out", v["out"]],
    )
